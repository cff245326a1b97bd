/**
 * Child processes that never outlive us: each runs in a process group of its own, and the whole group is ended when this
 * process ends, however it ends (normally, Ctrl+C, a polite kill, a crash).
 */
import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';

const windows = process.platform === 'win32';
const GRACE_MS = 4000;
const ORPHAN_CHECK_MS = 500;

const running = new Set<ChildProcess>();
const cleanups = new Set<() => void>();
const state = { watching: false, ending: false };

/** Runs `cleanup` (synchronous, quick) once when this process ends, unless the returned function withdraws it first. */
export function atExit(cleanup: () => void): () => void {
  watchForOurEnd();
  cleanups.add(cleanup);
  return () => cleanups.delete(cleanup);
}

/** Runs a script to its exit status; an error is told in its own words, without a stack. */
export function runScript(main: () => Promise<number>): void {
  const exit = (status: number): void => {
    // Once told to end, the children end first; what that makes fail is no news.
    if (!state.ending) process.exit(status);
  };
  main().then(exit, (error: unknown) => {
    if (!state.ending) console.error(error instanceof Error ? error.message : error);
    exit(1);
  });
}

/** Starts a command in a process group of its own and ends the group with us. */
export function start(command: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  watchForOurEnd();
  // A shell (for .cmd files of Windows) takes one line: what holds blanks must be quoted.
  const words = options.shell ? args.map((word) => (/\s/.test(word) ? `"${word}"` : word)) : args;
  const child = spawn(command, words, { windowsHide: true, ...options, detached: !windows });
  running.add(child);
  child.once('error', () => running.delete(child));
  child.once('exit', () => {
    // What it left running in its group is still ours to end; a number without a group may soon be another program's.
    if (windows || !groupAlive(child)) running.delete(child);
  });
  return child;
}

/** Resolves with the exit status of a child: its code, or 128 + the number of the signal that ended it. */
export function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const finish = (code: number | null, signal: NodeJS.Signals | null): void => {
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    };
    if (child.exitCode !== null || child.signalCode !== null) finish(child.exitCode, child.signalCode);
    child.once('error', reject);
    child.once('exit', finish);
  });
}

/** Ends a child and all that it started: politely first, then not. */
export async function stop(child: ChildProcess): Promise<void> {
  if (!running.has(child)) return;
  signalGroup(child, 'SIGTERM');
  const until = Date.now() + GRACE_MS;
  while (groupAlive(child) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
  signalGroup(child, 'SIGKILL');
  running.delete(child);
}

function groupAlive(child: ChildProcess): boolean {
  if (child.pid === undefined) return false;
  try {
    process.kill(windows ? child.pid : -child.pid, 0);
    return true;
  } catch {
    return false;
  }
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  if (windows) {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group has gone already: that is what was wanted.
  }
}

function watchForOurEnd(): void {
  if (state.watching) return;
  state.watching = true;
  process.once('exit', () => {
    for (const child of running) signalGroup(child, 'SIGKILL');
    for (const cleanup of cleanups) cleanup();
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      endAll(128 + constants.signals[signal]);
    });
  }
  // npm hands a polite kill on to its shell only, which ends without handing it on to us.
  const parent = process.ppid;
  const orphaned = setInterval(() => {
    if (process.ppid !== parent) endAll(128 + constants.signals.SIGTERM);
  }, ORPHAN_CHECK_MS);
  if (!windows && process.env['npm_lifecycle_event']) orphaned.unref();
  else clearInterval(orphaned);
}

function endAll(status: number): void {
  state.ending = true;
  void Promise.all([...running].map(stop)).finally(() => process.exit(status));
}
