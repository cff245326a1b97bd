/**
 * Lets all modules of a bundle share one copy of VS Code's interface. Without it each `import * as vscode` makes its own, of some
 * hundred properties: a good part of the time that activating the extension takes.
 */

/** @returns {import('esbuild').Plugin} */
export function vscodeApi() {
  return {
    name: 'vscode-api',
    setup(build) {
      build.onResolve({ filter: /^vscode$/ }, ({ namespace }) =>
        namespace === 'vscode-api' ? { path: 'vscode', external: true } : { path: 'vscode', namespace: 'vscode-api' },
      );
      build.onLoad({ filter: /^vscode$/, namespace: 'vscode-api' }, () => ({ contents: "export * from 'vscode';" }));
    },
  };
}
