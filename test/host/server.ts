/** The web edition of VS Code on loopback, with an extension under development loaded into it. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { nodeForServer, webEdition } from './download.js';
import { atExit, ended, start, stop } from './processes.js';

const START_TIMEOUT_MS = 60_000;

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
  /** Additions to the environment of the server and so of the extension host. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface WindowOptions {
  /** Absolute path of the folder to open. */
  readonly folder: string;
  /** Absolute path of the extension under development. */
  readonly extension: string;
  /** Absolute path of a module whose `run()` the extension host calls, as `@vscode/test-electron` does. */
  readonly tests?: string;
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
  const child = start(
    node,
    [
      path.join(vscode, 'out', 'server-main.js'),
      ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'],
      ...['--server-data-dir', home, '--disable-telemetry'],
      // This is what makes the workbench accept an extension under development.
      '--enable-smoke-test-driver',
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
  const payload = [['extensionDevelopmentPath', remote(window.extension)]];
  if (window.tests) payload.push(['extensionTestsPath', remote(window.tests)]);
  const query = new URLSearchParams({ folder: slashes(window.folder), payload: JSON.stringify(payload) });
  return `http://127.0.0.1:${port}/?${query.toString()}`;
}
