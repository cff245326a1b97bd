/**
 * Builds everything that runs: `node esbuild.mjs [--development] [--watch]`.
 * Minified; with source maps in development only, where the tests are built too.
 */
import fs from 'node:fs/promises';
import * as esbuild from 'esbuild';
import { ascii } from './build/ascii.mjs';
import { beside } from './build/beside.mjs';
import { tables } from './build/tables.mjs';
import { vscodeApi } from './build/vscode-api.mjs';

const development = process.argv.includes('--development');
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  minify: !development,
  sourcemap: development ? 'linked' : false,
  target: 'es2023',
  legalComments: 'none',
  loader: { '.model': 'binary' },
  logLevel: 'warning',
  plugins: [tables()],
};

/** One bundle serves both extension hosts: core and adaptors use nothing of Node. */
const extension = {
  ...common,
  entryPoints: { extension: 'src/extension.ts' },
  outdir: 'dist',
  platform: 'browser',
  format: 'cjs',
  // Escapes would put the columns of source maps out of step.
  plugins: [tables(), vscodeApi(), ...(development ? [] : [ascii()])],
};

/** What Node's extension host loads first; the extension follows where something asks for it. */
const standIn = {
  ...extension,
  entryPoints: { main: 'src/main.ts' },
  platform: 'node',
  // `require`, as VS Code gives its interface to nothing else.
  supported: { 'dynamic-import': false },
  plugins: [vscodeApi(), beside('./extension')],
};

/** The pages of panels: loaded when one is opened, with what they share in chunks. */
const pages = {
  ...common,
  entryPoints: [
    ...['timeline', 'figures', 'network', 'comparison'].map((page) => `src/webview/${page}.ts`),
    'src/webview/panels.css',
  ],
  outdir: 'dist/webview',
  chunkNames: 'shared-[hash]',
  platform: 'browser',
  format: 'esm',
  splitting: true,
};

const commandLine = {
  ...common,
  entryPoints: { cli: 'src/cli.ts' },
  outdir: 'dist',
  platform: 'node',
  format: 'cjs',
  // A file of its own, so that other commands need not load the protocol.
  external: ['./mcp.js'],
  banner: { js: '#!/usr/bin/env node' },
};

const protocol = {
  ...common,
  entryPoints: { mcp: 'src/mcp.ts' },
  outdir: 'dist',
  platform: 'node',
  format: 'cjs',
};

async function testTargets() {
  const entryPoints = async (folder, pattern) => {
    const files = await fs.readdir(folder, { recursive: true });
    return files.filter((f) => pattern.test(f)).map((f) => `${folder}/${f.replaceAll('\\', '/')}`);
  };
  const tests = { ...common, platform: 'node', format: 'cjs' };
  return [
    {
      ...tests,
      entryPoints: await entryPoints('test/unit', /\.test\.ts$/),
      outdir: 'dist/test/unit',
      external: ['mocha', 'recheck', 'typescript'],
    },
    {
      ...tests,
      entryPoints: await entryPoints('test/vscode', /(\.test|^index)\.ts$/),
      outdir: 'dist/test/vscode',
      external: ['mocha', 'vscode'],
    },
    {
      ...tests,
      entryPoints: { 'in-editor': 'test/bench/in-editor.ts' },
      outdir: 'dist/test/bench',
      external: ['vscode'],
    },
  ];
}

/** Programs for developers: benchmarks, evaluation, training of the tagger. */
const tools = {
  ...common,
  entryPoints: { bench: 'test/bench/annotate.ts', eval: 'test/eval/eval.ts', train: 'training/train.ts' },
  outdir: 'dist/tools',
  platform: 'node',
  format: 'cjs',
};

// Chunks are named after their content: those of earlier builds would be shipped too.
await fs.rm(pages.outdir, { recursive: true, force: true });

const targets = [
  extension,
  standIn,
  pages,
  commandLine,
  protocol,
  ...(development ? [...(await testTargets()), tools] : []),
];
for (const target of targets) {
  if (watch) await (await esbuild.context(target)).watch();
  else await esbuild.build(target);
}
