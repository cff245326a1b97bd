/** A Chromium for tests and pictures: the one that DOSSIER_BROWSER names, one that is installed, or one from npm. */
import fs from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { type HeadlessChromium, headlessChromium } from './download.js';

const START_TIMEOUT_MS = 180_000;

/** Starts a headless browser; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const { executable, env } = await findBrowser();
  try {
    return await chromium.launch({
      executablePath: executable,
      timeout: START_TIMEOUT_MS,
      // Chromium refuses its sandbox to root, and containers often lack what it needs; it opens our own server only.
      args: process.platform === 'linux' ? ['--no-sandbox', '--font-render-hinting=none'] : [],
      env: { ...definedEnvironment(), ...env },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The browser ${executable} does not start.\n${reason}\nDOSSIER_BROWSER can name another one.`, {
      cause: error,
    });
  }
}

async function findBrowser(): Promise<HeadlessChromium> {
  const named = process.env['DOSSIER_BROWSER'];
  if (named) {
    if (!fs.existsSync(named)) throw new Error(`DOSSIER_BROWSER names ${named}, which does not exist.`);
    return { executable: named, env: {} };
  }
  // One build for everybody where it exists: pictures and line breaks then agree between machines.
  if (process.platform === 'linux' && process.arch === 'x64') return headlessChromium();
  const installed = installedBrowsers().find((file) => fs.existsSync(file));
  if (installed) return { executable: installed, env: {} };
  throw new Error(
    'No browser was found. Install Chromium, Google Chrome or Microsoft Edge, or name the program of one in ' +
      'the environment variable DOSSIER_BROWSER.',
  );
}

function installedBrowsers(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) =>
      path.join('/Applications', `${name}.app`, 'Contents', 'MacOS', name),
    );
  }
  if (process.platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].map((name) => process.env[name] ?? '');
    return folders.flatMap((folder) => [
      path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      path.join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]);
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
