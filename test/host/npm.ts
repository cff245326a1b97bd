/** The user's own npm, so that their registry, proxy and certificates hold. Scripts of packages are never run. */
import fs from 'node:fs';
import path from 'node:path';
import { ended, start } from './processes.js';

const ARGUMENTS = [
  '--ignore-scripts',
  '--omit=dev',
  '--no-audit',
  '--no-fund',
  '--no-save',
  // These packages ask for the Node that we fetch beside them.
  '--engine-strict=false',
  '--loglevel=error',
  // npm's own defaults make an unreachable registry look like a hang for minutes.
  '--fetch-retries=2',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=5000',
  '--fetch-timeout=120000',
];

/** Installs packages (`name@version`) into `folder/node_modules`; with none, the dependencies of `folder/package.json`. */
export async function install(folder: string, packages: readonly string[]): Promise<void> {
  const manifest = path.join(folder, 'package.json');
  if (!fs.existsSync(manifest)) fs.writeFileSync(manifest, '{ "private": true }\n');
  const { status, output } = await npm(['install', ...ARGUMENTS, '--prefix', folder, ...packages], folder);
  if (status !== 0) throw new Error(await explain(packages, output));
}

async function npm(args: readonly string[], cwd: string): Promise<{ status: number; output: string }> {
  const [command, ...first] = npmCommand();
  const child = start(command, [...first, ...args], {
    cwd,
    env: outsideEnvironment(),
    shell: command.endsWith('.cmd'),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: string[] = [];
  child.stdout?.on('data', (chunk) => chunks.push(String(chunk)));
  child.stderr?.on('data', (chunk) => chunks.push(String(chunk)));
  return { status: await ended(child), output: chunks.join('') };
}

/** The npm that runs us, if one does; else the one on the PATH. */
function npmCommand(): [string, ...string[]] {
  const running = process.env['npm_execpath'];
  if (running && path.basename(running) === 'npm-cli.js' && fs.existsSync(running)) return [process.execPath, running];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}

/** npm hands its scripts a description of *this* project; a nested npm must not mistake it for settings of its own. */
function outsideEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle|command|config_local_prefix)/i.test(name)),
  );
}

async function explain(packages: readonly string[], output: string): Promise<string> {
  const registry = (await npm(['config', 'get', 'registry', '--loglevel=silent'], process.cwd())).output.trim();
  const code = /\b(E[A-Z0-9_]{3,})\b/.exec(output)?.[1] ?? 'unknown error';
  return [
    `npm could not install ${packages.length > 0 ? packages.join(', ') : 'the dependencies of VS Code'} (${code}).`,
    `Registry: ${registry}`,
    ...output
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.includes('A complete log'))
      .slice(0, 6)
      .map((line) => `  ${line}`),
    ADVICE[code] ?? 'Check the network connection, or the proxy and registry in the settings of npm (npm config ls).',
    'A filled cache folder of another machine of the same kind serves as well: name it in DOSSIER_CACHE.',
  ].join('\n');
}

const ADVICE: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full: about 1 GB is needed.',
  EACCES: 'The cache folder cannot be written: name another one in DOSSIER_CACHE.',
  E404: 'This registry does not carry the package: use one that mirrors https://registry.npmjs.org/.',
  E401: 'The registry wants a login: npm login.',
  E403: 'The registry refuses: check your account, or its rules on packages.',
};
