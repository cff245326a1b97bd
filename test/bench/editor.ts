/**
 * `npm run bench:editor [-- --web] [-- --sources N]`: how long the editor waits for Dossier, in a real VS Code on a folder of
 * generated sources. Prints a table in Markdown, for the README.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { launchBrowser } from '../host/browser.js';
import { downloadedVsCode, hasDisplay } from '../host/desktop.js';
import { runScript } from '../host/processes.js';
import { build, ROOT, stagedExtension, temporaryFolder } from '../host/project.js';
import { QUIET_SETTINGS, startServer } from '../host/server.js';
import { generateSources } from './generate.js';
import type { Taken } from './stopwatch.js';

const MEASURES = path.join(ROOT, 'dist', 'test', 'bench', 'in-editor.js');
const LIMIT_MS = 8 * 60_000;
const POLL_MS = 200;

const options = parseArgs({
  options: { web: { type: 'boolean' }, sources: { type: 'string', default: '1000' } },
}).values;

async function main(): Promise<number> {
  build('--development');
  // Of the extension what ships is measured.
  build();
  const sources = temporaryFolder('bench-sources');
  for (const [i, text] of generateSources(Number(options.sources)).entries())
    fs.writeFileSync(path.join(sources, `source-${String(i).padStart(4, '0')}.txt`), text);
  fs.writeFileSync(path.join(sources, 'dossier.yaml'), 'people: []\n');
  const folder = temporaryFolder('bench-folder');
  const report = path.join(temporaryFolder('bench-report'), 'report.json');
  const env = { DOSSIER_BENCH_SOURCES: sources, DOSSIER_BENCH_REPORT: report };
  const extension = await stagedExtension();
  const desktop = options.web || !hasDisplay() ? undefined : await downloadedVsCode();
  await (desktop === undefined ? inWeb(folder, extension, report, env) : inDesktop(desktop, folder, extension, env));
  print(report, desktop === undefined ? 'web edition, headless Chromium' : 'desktop');
  return 0;
}

async function inDesktop(
  vscodeExecutablePath: string,
  folder: string,
  extension: string,
  env: Record<string, string>,
): Promise<void> {
  const profile = temporaryFolder('profile');
  fs.mkdirSync(path.join(profile, 'User'));
  fs.writeFileSync(path.join(profile, 'User', 'settings.json'), JSON.stringify(QUIET_SETTINGS));
  await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: extension,
    extensionTestsPath: MEASURES,
    extensionTestsEnv: env,
    launchArgs: [folder, '--user-data-dir', profile, '--disable-extensions', '--disable-gpu'],
  });
}

async function inWeb(folder: string, extension: string, report: string, env: Record<string, string>): Promise<void> {
  const server = await startServer({ env });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.goto(server.address({ folder, development: { extension, tests: MEASURES } }));
    const until = Date.now() + LIMIT_MS;
    while (!fs.existsSync(report)) {
      if (Date.now() > until) throw new Error(`VS Code has not measured anything within ${LIMIT_MS / 60_000} minutes.`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  } finally {
    await browser.close();
    await server.stop();
  }
}

function print(report: string, edition: string): void {
  const measures = JSON.parse(fs.readFileSync(report, 'utf8')) as Record<string, readonly Taken[] | string>;
  if (typeof measures['error'] === 'string') throw new Error(measures['error']);
  const [cpu] = os.cpus();
  console.log(
    `\n${options.sources} sources; VS Code (${edition}); Node ${process.version}, ${process.platform}, ${os.cpus().length} × ${cpu?.model.trim() ?? ''}; load ${os.loadavg()[0]?.toFixed(1) ?? ''}\n`,
  );
  console.log('In ms: median · 95th percentile · least to most\n');
  console.log('| | By the clock | Processor time of the host’s thread |\n| --- | ---: | ---: |');
  for (const [name, values] of Object.entries(measures)) {
    if (typeof values === 'string') continue;
    const processor = values.flatMap((v) => v.processor ?? []);
    console.log(`| ${name} | ${spread(values.map((v) => v.clock))} | ${spread(processor)} |`);
  }
}

function spread(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN).toFixed(1);
  if (sorted.length < 2) return sorted.length === 0 ? '' : at(0);
  return `${at(0.5)} · ${at(0.95)} · ${at(0)} to ${at(1)}`;
}

runScript(main);
