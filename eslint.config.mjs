import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const forbid = (...groups) => ({
  'no-restricted-imports': ['error', { patterns: groups }],
});
const node = {
  group: ['node:*', 'fs', 'path', 'os', 'child_process', 'url'],
  message: 'This layer must run in a browser.',
};
const vscode = { group: ['vscode'], message: 'Only src/vscode/ and src/extension.ts know VS Code.' };
const upward = (...names) => ({
  group: names.map((n) => `**/${n}/**`),
  message: 'Imports point one way: core <- vscode, webview, cli.',
});
/** Core may import its own files and `yaml`, nothing else; one file, the words for readers. */
const packages = (...more) => ({
  regex: `^(?!\\.{1,2}/|#|${['yaml', ...more].join('$|')}$)`,
  message: 'Core imports nothing outside core but `yaml`, and in l10n.ts `@vscode/l10n`.',
});
const upwardFromCore = upward('vscode', 'webview');
const words = { group: ['@vscode/l10n'], message: 'Words for readers go through src/core/l10n.ts.' };

export default defineConfig(
  { ignores: ['dist/', 'node_modules/', '.vscode-test/', 'out/'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.mjs', 'scripts/*.mjs', 'test/*/*.mjs'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/core/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [packages(), upwardFromCore, node, vscode] }],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'window', 'document'],
    },
  },
  { files: ['src/core/l10n.ts'], rules: forbid(packages('@vscode/l10n'), upwardFromCore, node, vscode) },
  // Of the pages, the host knows the messages alone.
  {
    files: ['src/vscode/**', 'src/extension.ts', 'src/main.ts'],
    rules: forbid(node, words, { regex: '/webview/(?!protocol$)', message: upward('webview').message }),
  },
  { files: ['src/webview/**'], rules: forbid(node, vscode, words, upward('vscode')) },
  { files: ['src/cli.ts', 'src/mcp.ts', 'src/cli/**'], rules: forbid(vscode, upward('vscode', 'webview')) },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        Buffer: 'readonly',
      },
    },
  },
);
