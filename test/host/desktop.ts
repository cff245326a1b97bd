/**
 * Desktop VS Code, where it can be had: `code` on the PATH, or a download of its update service. Closed networks have
 * neither; the web edition serves there.
 */
import fs from 'node:fs';
import path from 'node:path';
import { download, SilentReporter } from '@vscode/test-electron';
import { cacheFolder } from './cache.js';
import { VSCODE_VERSION } from './download.js';

const UPDATE_SERVICE = 'https://update.code.visualstudio.com/api/releases/stable';
const ANSWER_WITHIN_MS = 4000;

/** Whether a desktop program can show a window here. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY']);
}

/** The first program of this name on the PATH. */
export function onPath(name: string, env: NodeJS.ProcessEnv = process.env): string | undefined {
  const endings = process.platform === 'win32' ? ['.cmd', '.exe', '.bat'] : [''];
  return (env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => endings.map((ending) => path.join(folder, name + ending)))
    .find((file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile());
}

/** The program of a downloaded desktop VS Code; none where the update service does not answer quickly or refuses. */
export async function downloadedVsCode(): Promise<string | undefined> {
  const cachePath = path.join(cacheFolder(), 'vscode-desktop');
  // test-electron finds an earlier download by itself, so only the first time needs the service.
  if (!fs.existsSync(cachePath) && !(await answers(UPDATE_SERVICE))) return undefined;
  try {
    if (!fs.existsSync(cachePath))
      console.error(`Fetching desktop VS Code ${VSCODE_VERSION} into ${cachePath} (once) …`);
    return await download({ version: VSCODE_VERSION, cachePath, reporter: new SilentReporter() });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(`Desktop VS Code cannot be fetched (${reason}); going on with the web edition.`);
    return undefined;
  }
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })).ok;
  } catch {
    return false;
  }
}
