/** The web edition of VS Code on loopback, with an extension under development loaded into it. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { nodeForServer, webEdition } from './download.js';
import { atExit, ended, start, stop } from './processes.js';

/** A slow and busy machine starts it slowly; one that failed ends by itself. */
const START_TIMEOUT_MS = 180_000;

/** Nothing that asks, greets, phones home or moves by itself. */
export const QUIET_SETTINGS: Readonly<Record<string, unknown>> = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
};

export interface ServerOptions {
  /** User settings of this VS Code. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /**
   * Absolute path of an extension that is to be there as if installed. It is linked, not copied. This is how a person has
   * it; an extension under development (see `WindowOptions.development`) needs a mode of VS Code that shows no messages.
   */
  readonly installed?: string;
  /** Additions to the environment of the server and so of the extension host. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface WindowOptions {
  /** Absolute path of the folder to open. */
  readonly folder: string;
  /** An extension under development and the tests to run in its host. */
  readonly development?: {
    /** Absolute path of the extension. */
    readonly extension: string;
    /** Absolute path of a module whose `run()` the extension host calls, as `@vscode/test-electron` does. */
    readonly tests: string;
  };
}

export interface WebServer {
  readonly port: number;
  /** User data: `User/settings.json`, `logs/`. */
  readonly data: string;
  /** The address of a window. */
  address(window: WindowOptions): string;
  /** Resolves when the server has ended, by itself or by `stop`. */
  readonly ended: Promise<number>;
  stop(): Promise<void>;
}

/** Starts a server with user data of its own, which is removed when the server stops. */
export async function startServer(options: ServerOptions = {}): Promise<WebServer> {
  const [vscode, node] = [await webEdition(), await nodeForServer()];
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-vscode-'));
  const remove = (): void => {
    fs.rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  const withdraw = atExit(remove);
  writeSettings(home, { ...QUIET_SETTINGS, ...options.settings });
  if (options.installed) installExtension(home, options.installed);
  const child = start(
    node,
    [
      path.join(vscode, 'out', 'server-main.js'),
      ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'],
      ...['--server-data-dir', home, '--disable-telemetry'],
      // This is what makes the workbench accept an extension under development.
      ...(options.installed ? [] : ['--enable-smoke-test-driver']),
    ],
    { cwd: home, env: { ...process.env, ...options.env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const end = async (): Promise<void> => {
    await stop(child);
    withdraw();
    remove();
  };
  try {
    const port = await listeningPort(child);
    return {
      port,
      data: path.join(home, 'data'),
      address: (window) => windowAddress(port, window),
      ended: ended(child),
      stop: end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}

function writeSettings(home: string, settings: Readonly<Record<string, unknown>>): void {
  const folder = path.join(home, 'data', 'User');
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(settings, undefined, 2));
}

/** Extensions live in folders named after them; a link lets a rebuild show after a reload of the window. */
function installExtension(home: string, extension: string): void {
  const { publisher, name, version } = readManifest(extension);
  const folder = path.join(home, 'extensions');
  fs.mkdirSync(folder, { recursive: true });
  fs.symlinkSync(extension, path.join(folder, `${publisher}.${name}-${version}`), 'junction');
}

function readManifest(extension: string): { publisher: string; name: string; version: string } {
  const content = fs.readFileSync(path.join(extension, 'package.json'), 'utf8');
  return JSON.parse(content) as { publisher: string; name: string; version: string };
}

function listeningPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (what: string): void => {
      clearTimeout(timer);
      reject(new Error(`The web edition of VS Code ${what}.\n${output.split('\n').slice(-20).join('\n')}`));
    };
    const timer = setTimeout(() => {
      fail(`did not start within ${START_TIMEOUT_MS / 1000} s`);
    }, START_TIMEOUT_MS);
    const read = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-20_000);
      const port = /agent listening on (\d+)/.exec(output)?.[1];
      if (!port) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (error) => {
      fail(`cannot be started (${error.message})`);
    });
    child.once('exit', (code) => {
      fail(`ended at once (status ${code ?? 'unknown'})`);
    });
  });
}

/** Paths go into the address with forward slashes and a leading one, as in `file:` addresses. */
function windowAddress(port: number, window: WindowOptions): string {
  const slashes = (file: string): string => `/${file.split(path.sep).join('/').replace(/^\//, '')}`;
  const remote = (file: string): string => `vscode-remote://127.0.0.1:${port}${encodeURI(slashes(file))}`;
  const query = new URLSearchParams({ folder: slashes(window.folder) });
  if (window.development) {
    const { extension, tests } = window.development;
    const payload = { extensionDevelopmentPath: remote(extension), extensionTestsPath: remote(tests) };
    query.set('payload', JSON.stringify(Object.entries(payload)));
  }
  return `http://127.0.0.1:${port}/?${query.toString()}`;
}
