/**
 * Leaves a module out of a bundle: another one of its name lies beside it.
 * @param {string} name as it is imported, `./extension`
 * @returns {import('esbuild').Plugin}
 */
export function beside(name) {
  return {
    name: 'beside',
    setup(build) {
      build.onResolve({ filter: /^\.\// }, ({ path }) =>
        path === name ? { path: `${name}.js`, external: true } : undefined,
      );
    },
  };
}
