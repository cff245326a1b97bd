module.exports = { spec: ['dist/test/unit/**/*.test.js'], 'node-option': ['enable-source-maps'], timeout: 20000 };
