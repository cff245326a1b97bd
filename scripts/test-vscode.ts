/**
 * `npm run test:vscode [-- --grep PATTERN] [-- --web]`: the suite of test/vscode inside a real VS Code. Desktop VS Code
 * where it can be fetched and shown, else its web edition in a headless browser; the same suite either way, on a fresh copy
 * of the sample sources.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { launchBrowser } from '../test/host/browser.js';
import { downloadedVsCode, hasDisplay } from '../test/host/desktop.js';
import { runScript } from '../test/host/processes.js';
import { build, copyOfSources, ROOT, stagedExtension, temporaryFolder } from '../test/host/project.js';
import { type HostReport, objections } from '../test/host/report.js';
import { QUIET_SETTINGS, startServer } from '../test/host/server.js';

/** No test may take as long as this; a run that stays silent for longer hangs. */
const SILENCE_LIMIT_MS = 6 * 60_000;
const START_LIMIT_MS = 5 * 60_000;
const POLL_MS = 100;
const TESTS = path.join(ROOT, 'dist', 'test', 'vscode', 'index.js');

interface Run {
  readonly extension: string;
  readonly sources: string;
  /** Folder where the run inside VS Code leaves its output and its report. */
  readonly report: string;
  readonly env: Readonly<Record<string, string>>;
}

const options = parseArgs({ options: { grep: { type: 'string' }, web: { type: 'boolean' } } }).values;

async function main(): Promise<number> {
  build('--development');
  const report = temporaryFolder('report');
  const run: Run = {
    extension: await stagedExtension(),
    sources: copyOfSources(),
    report,
    env: {
      DOSSIER_TEST_REPORT: report,
      DOSSIER_TEST_COLOR: process.stdout.isTTY ? '1' : '0',
      DOSSIER_TEST_GREP: options.grep ?? '',
    },
  };
  const desktop = options.web || !hasDisplay() ? undefined : await downloadedVsCode();
  console.log(`Tests inside VS Code (${desktop ? 'desktop' : 'web edition'})`);
  await (desktop ? runInDesktop(desktop, run) : runInWeb(run));
  return conclude(readReport(report));
}

async function runInDesktop(vscodeExecutablePath: string, run: Run): Promise<void> {
  const profile = temporaryFolder('profile');
  fs.mkdirSync(path.join(profile, 'User'));
  fs.writeFileSync(path.join(profile, 'User', 'settings.json'), JSON.stringify(QUIET_SETTINGS));
  const stopTail = tail(run.report);
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: run.extension,
      extensionTestsPath: TESTS,
      extensionTestsEnv: run.env,
      launchArgs: [run.sources, '--user-data-dir', profile, '--disable-extensions', '--disable-gpu'],
    });
  } catch (error) {
    // A failed test ends VS Code with a failure as well; the report says more. Without one, VS Code itself failed.
    if (!readReport(run.report)) throw error;
  } finally {
    stopTail();
  }
}

async function runInWeb(run: Run): Promise<void> {
  const server = await startServer({ env: run.env });
  const browser = await launchBrowser();
  const stopTail = tail(run.report);
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    const window = { lost: false };
    page.once('crash', () => (window.lost = true));
    page.once('close', () => (window.lost = true));
    const address = server.address({ folder: run.sources, development: { extension: run.extension, tests: TESTS } });
    await page.goto(address, { timeout: START_LIMIT_MS });
    void server.ended.then(() => (window.lost = true));
    const began = Date.now();
    while (!readReport(run.report)) {
      if (window.lost) throw new Error('VS Code ended before its tests did.');
      const output = fs.statSync(outputFile(run.report), { throwIfNoEntry: false });
      const silence = Date.now() - (output?.mtimeMs ?? began);
      if (!output && silence > START_LIMIT_MS) {
        throw new Error(`VS Code has not begun the tests within ${START_LIMIT_MS / 1000} s.`);
      }
      if (silence > SILENCE_LIMIT_MS) throw new Error(`The tests say nothing since ${SILENCE_LIMIT_MS / 1000} s.`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  } finally {
    stopTail();
    await browser.close();
    await server.stop();
  }
}

/** Prints what mocha says inside VS Code as it says it; the returned function prints the rest and ends that. */
function tail(report: string): () => void {
  let printed = 0;
  const print = (): void => {
    if (!fs.existsSync(outputFile(report))) return;
    const content = fs.readFileSync(outputFile(report));
    process.stdout.write(content.subarray(printed));
    printed = content.length;
  };
  const timer = setInterval(print, POLL_MS);
  return () => {
    clearInterval(timer);
    print();
  };
}

function outputFile(report: string): string {
  return path.join(report, 'output.txt');
}

function readReport(folder: string): HostReport | undefined {
  const file = path.join(folder, 'report.json');
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as HostReport) : undefined;
}

function conclude(report: HostReport | undefined): number {
  if (!report) throw new Error('VS Code ended without a report of the tests.');
  if ('error' in report) throw new Error(`The tests could not run inside VS Code.\n${report.error}`);
  for (const objection of objections(report)) console.error(`Error: ${objection}.`);
  return report.failed > 0 || objections(report).length > 0 ? 1 : 0;
}

runScript(main);
