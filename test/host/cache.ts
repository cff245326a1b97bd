/**
 * Large downloads that all clones of a user share: the web edition of VS Code, its Node, a browser.
 *
 * An entry is a folder that is complete as soon as it exists: it is built beside its place and renamed into it. A lock
 * folder keeps two runs from building the same entry; its age says whether the run that holds it still lives.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { atExit } from './processes.js';

const HEARTBEAT_MS = 2000;
const STALE_AFTER_MS = 30_000;
const POLL_MS = 500;

export interface Recipe {
  /** Folder name; holds every version that the content depends on. */
  readonly name: string;
  /** What people are told is being fetched. */
  readonly title: string;
  /** Fills an empty folder. */
  readonly build: (folder: string) => Promise<void>;
}

/** The user's cache folder for this project; `DOSSIER_CACHE` names another one. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env['DOSSIER_CACHE']) return path.resolve(env['DOSSIER_CACHE']);
  return path.join(userCache(env), 'dossier');
}

function userCache(env: NodeJS.ProcessEnv): string {
  const home = os.homedir();
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Caches');
  if (process.platform === 'win32') return env['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local');
  const xdg = env['XDG_CACHE_HOME'];
  // The XDG specification: a relative path is invalid and to be ignored.
  return xdg && path.isAbsolute(xdg) ? xdg : path.join(home, '.cache');
}

/** The folder of an entry, built on first use. */
export async function cached(recipe: Recipe, root: string = cacheFolder()): Promise<string> {
  const folder = path.join(root, recipe.name);
  if (fs.existsSync(folder)) return folder;
  makeRoot(root);
  const unlock = await lock(folder, recipe.title);
  try {
    if (!fs.existsSync(folder)) await build(recipe, folder);
  } finally {
    unlock();
  }
  return folder;
}

function makeRoot(root: string): void {
  try {
    fs.mkdirSync(root, { recursive: true });
    fs.accessSync(root, fs.constants.W_OK);
  } catch (error) {
    throw new Error(
      `The cache folder ${root} cannot be written (${message(error)}).\n` +
        'Make it writable, or name another folder in the environment variable DOSSIER_CACHE.',
      { cause: error },
    );
  }
}

async function build(recipe: Recipe, folder: string): Promise<void> {
  for (const left of leftovers(folder)) fs.rmSync(left, { recursive: true, force: true });
  const temporary = fs.mkdtempSync(`${folder}.tmp-`);
  const remove = (): void => {
    fs.rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  };
  const withdraw = atExit(remove);
  const progress = reportProgress(`Fetching ${recipe.title} from the npm registry into ${folder} (once)`);
  try {
    await recipe.build(temporary);
    fs.renameSync(temporary, folder);
    progress.done();
  } catch (error) {
    progress.failed();
    remove();
    throw error;
  } finally {
    withdraw();
  }
}

function leftovers(folder: string): string[] {
  const parent = path.dirname(folder);
  const prefix = `${path.basename(folder)}.tmp-`;
  return fs
    .readdirSync(parent)
    .filter((name) => name.startsWith(prefix))
    .map((name) => path.join(parent, name));
}

/** Takes the lock of an entry, waiting for a run that holds it; returns what gives it back. */
async function lock(folder: string, title: string): Promise<() => void> {
  const lockFolder = `${folder}.lock`;
  let told = false;
  while (!tryLock(lockFolder)) {
    if (isStale(lockFolder)) {
      breakLock(lockFolder);
      continue;
    }
    if (!told) console.error(`Waiting for another run that fetches ${title} …`);
    told = true;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    fs.utimes(lockFolder, now, now, () => undefined);
  }, HEARTBEAT_MS);
  heartbeat.unref();
  const release = (): void => {
    clearInterval(heartbeat);
    fs.rmSync(lockFolder, { recursive: true, force: true });
  };
  const withdraw = atExit(release);
  return () => {
    withdraw();
    release();
  };
}

function tryLock(lockFolder: string): boolean {
  try {
    fs.mkdirSync(lockFolder);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function isStale(lockFolder: string): boolean {
  const found = fs.statSync(lockFolder, { throwIfNoEntry: false });
  return found !== undefined && Date.now() - found.mtimeMs > STALE_AFTER_MS;
}

/** Renames first: of two runs that find the same dead lock only one succeeds, so neither removes the other's new one. */
function breakLock(lockFolder: string): void {
  const dead = `${lockFolder}.dead-${process.pid}`;
  try {
    fs.renameSync(lockFolder, dead);
    fs.rmSync(dead, { recursive: true, force: true });
  } catch {
    // Another run was quicker.
  }
}

function reportProgress(text: string): { done: () => void; failed: () => void } {
  const began = Date.now();
  const seconds = (): string => `${Math.round((Date.now() - began) / 1000)} s`;
  const live = process.stderr.isTTY;
  if (!live) console.error(`${text} …`);
  const timer = setInterval(() => {
    if (live) process.stderr.write(`\r${text} … ${seconds()} `);
  }, 1000);
  const end = (how: string): void => {
    clearInterval(timer);
    console.error(live ? `\r${text}: ${how} ${seconds()}.` : `… ${how} ${seconds()}.`);
  };
  return {
    done: () => {
      end('done in');
    },
    failed: () => {
      end('failed after');
    },
  };
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
