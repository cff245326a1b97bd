/**
 * The mocha run inside VS Code. Desktop VS Code and its web edition both load this module into the extension host and call
 * `run()`. What mocha prints and what came of it go to files, which the launcher (scripts/test-vscode.ts) reads.
 */
import fs from 'node:fs';
import { findSourceMap, type SourceMapping } from 'node:module';
import path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import type { HostReport } from '../host/report.js';

/** Several things that are waited for in turn, each up to the patience of `support.ts`. */
const TIMEOUT_MS = 180_000;

export async function run(): Promise<void> {
  const folder = process.env['DOSSIER_TEST_REPORT'];
  mapStacksToSources();
  if (!folder) throw new Error('DOSSIER_TEST_REPORT names no folder: start these tests with npm run test:vscode.');
  const report = (content: HostReport): void => {
    // Renamed into place, so that the launcher never reads half of it.
    fs.writeFileSync(path.join(folder, 'report.tmp'), JSON.stringify(content));
    fs.renameSync(path.join(folder, 'report.tmp'), path.join(folder, 'report.json'));
  };
  try {
    const failures = await runMocha(folder, report);
    if (failures > 0) throw new Error(`${failures} test(s) failed.`);
  } catch (error) {
    if (!fs.existsSync(path.join(folder, 'report.json'))) {
      report({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
    throw error;
  }
}

function runMocha(folder: string, report: (content: HostReport) => void): Promise<number> {
  Mocha.reporters.Base.consoleLog = (...values: unknown[]) => {
    fs.appendFileSync(path.join(folder, 'output.txt'), `${format(...values)}\n`);
  };
  const mocha = new Mocha({ ui: 'bdd', timeout: TIMEOUT_MS, color: process.env['DOSSIER_TEST_COLOR'] === '1' });
  const grep = process.env['DOSSIER_TEST_GREP'];
  if (grep) mocha.grep(grep);
  for (const file of fs.readdirSync(__dirname).sort()) {
    if (file.endsWith('.test.js')) mocha.addFile(path.join(__dirname, file));
  }
  return new Promise((resolve) => {
    const runner = mocha.run((failures) => {
      const { tests = 0, passes = 0, pending = 0 } = runner.stats ?? {};
      report({ tests, passed: passes, failed: failures, pending });
      resolve(failures);
    });
  });
}

/** Failures point into the tests as written. VS Code formats stacks itself, so Node's own mapping has no say here. */
function mapStacksToSources(): void {
  process.setSourceMapsEnabled(true);
  Error.prepareStackTrace = (error, frames) =>
    [`${error.name}: ${error.message}`, ...frames.map((frame) => `    at ${mapped(frame)}`)].join('\n');
}

function mapped(frame: NodeJS.CallSite): string {
  const [file, line, column] = [frame.getFileName(), frame.getLineNumber(), frame.getColumnNumber()];
  const map = file ? findSourceMap(file) : undefined;
  const found: Partial<SourceMapping> = map?.findEntry((line ?? 1) - 1, (column ?? 1) - 1) ?? {};
  const { originalSource = file ?? '', originalLine = (line ?? 1) - 1, originalColumn = (column ?? 1) - 1 } = found;
  const place = `${originalSource.replace(/^file:\/\//, '')}:${originalLine + 1}:${originalColumn + 1}`;
  return `${frame.getFunctionName() ?? '<anonymous>'} (${place})`;
}
