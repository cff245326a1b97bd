/** This project: where it is, how it is built, what of it ships, and fresh copies of its sample sources. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { listFiles, PackageManager } from '@vscode/vsce';
import { atExit } from './processes.js';

export const ROOT = path.resolve(import.meta.dirname, '..', '..');
export const SEEDS = path.join(ROOT, 'seeds');

/** Builds the extension, and with `development` the tests too. */
export function build(...flags: readonly string[]): void {
  const { status } = spawnSync(process.execPath, ['esbuild.mjs', ...flags], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error('The build failed.');
}

/** A temporary folder that goes when this process ends. */
export function temporaryFolder(name: string): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `dossier-${name}-`));
  atExit(() => {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return folder;
}

/** A fresh, writable copy of a folder of sources; the sample sources unless told otherwise. */
export function copyOfSources(from: string = SEEDS): string {
  const folder = path.join(temporaryFolder('sources'), path.basename(from));
  fs.cpSync(from, folder, { recursive: true });
  return folder;
}

let staged: Promise<string> | undefined;

/**
 * The extension as it ships, and nothing else, in a temporary folder: what tests load. Once for a process, so that all of a
 * run tests one build, whatever is built meanwhile.
 */
export function stagedExtension(): Promise<string> {
  return (staged ??= stage());
}

async function stage(): Promise<string> {
  const folder = temporaryFolder('extension');
  for (const file of await shippedFiles()) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.copyFileSync(path.join(ROOT, file), path.join(folder, file));
  }
  return folder;
}

/** Paths, relative to the project, of the files that go into the package. */
export function shippedFiles(): Promise<string[]> {
  return listFiles({ cwd: ROOT, packageManager: PackageManager.None });
}
