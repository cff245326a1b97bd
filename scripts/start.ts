/**
 * `npm start [-- FOLDER] [-- --web]`: builds the extension and opens a folder of sources, the sample sources unless told, in
 * VS Code with the extension running. A `code` on the PATH or a downloaded desktop VS Code where either can be had, else
 * the web edition on loopback. Ctrl+C ends all of it.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { downloadedVsCode, hasDisplay, onPath } from '../test/host/desktop.js';
import { ended, runScript, start } from '../test/host/processes.js';
import { build, ROOT, SEEDS, temporaryFolder } from '../test/host/project.js';
import { startServer } from '../test/host/server.js';

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ options: { web: { type: 'boolean' } }, allowPositionals: true });
  const folder = path.resolve(positionals[0] ?? SEEDS);
  build();
  if (!values.web && hasDisplay()) {
    const code = onPath('code');
    if (code) return openWithCode(code, folder);
    const downloaded = await downloadedVsCode();
    if (downloaded) return openDownloaded(downloaded, folder);
  }
  return openInBrowser(folder);
}

/** The user's own VS Code, with their settings: one more window of it. */
async function openWithCode(code: string, folder: string): Promise<number> {
  console.log(`Opening ${folder} in VS Code (${code}). Close its window to finish.`);
  const args = ['--new-window', '--wait', `--extensionDevelopmentPath=${ROOT}`, folder];
  return ended(start(code, args, { stdio: 'inherit', shell: code.endsWith('.cmd') }));
}

/** A VS Code of our own: with a profile of its own, so that it does not meet the user's. */
async function openDownloaded(executable: string, folder: string): Promise<number> {
  console.log(`Opening ${folder} in VS Code (${executable}). Close its window or press Ctrl+C to finish.`);
  const profile = temporaryFolder('profile');
  const args = [
    `--extensionDevelopmentPath=${ROOT}`,
    `--user-data-dir=${profile}`,
    '--disable-workspace-trust',
    folder,
  ];
  // As root, Electron starts only without its sandbox.
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  return ended(start(executable, args, { stdio: 'ignore' }));
}

async function openInBrowser(folder: string): Promise<never> {
  const server = await startServer({ installed: ROOT });
  const address = server.address({ folder });
  console.log(`\nVS Code with Dossier, on ${folder}:\n\n  ${address}\n`);
  console.log(
    openAddress(address) ? 'Opened in your browser. Ctrl+C ends it.' : 'Open the address in a browser. Ctrl+C ends it.',
  );
  await server.ended;
  throw new Error('The server of VS Code ended by itself.');
}

/** Opens an address in the default browser, if there is one that a person would see. */
function openAddress(address: string): boolean {
  if (!hasDisplay() || process.env['CI']) return false;
  const opener = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? onPath('xdg-open');
  if (!opener) return false;
  // Not one of our children: the browser is the user's and stays when we end.
  spawn(opener, [address], { stdio: 'ignore', detached: true })
    .once('error', () => undefined)
    .unref();
  return true;
}

runScript(main);
