/** `npm test`: every check of the project, one after the other, to the end; then the totals of all runs of mocha. */
import { stripVTControlCharacters } from 'node:util';
import { ended, runScript, start } from '../test/host/processes.js';
import { addTotals, NO_TOTALS, objections, type Totals, totalsOf } from '../test/host/report.js';

interface Check {
  /** A script of package.json. */
  readonly script: string;
  /** Whether it runs mocha, which prints totals. */
  readonly mocha: boolean;
}

const CHECKS: readonly Check[] = [
  { script: 'typecheck', mocha: false },
  { script: 'lint', mocha: false },
  { script: 'format:check', mocha: false },
  { script: 'test:unit', mocha: true },
  { script: 'test:package', mocha: true },
  { script: 'test:vscode', mocha: true },
  { script: 'test:ui', mocha: true },
];

interface Outcome {
  readonly script: string;
  readonly problems: readonly string[];
  readonly totals: Totals;
}

async function main(): Promise<number> {
  const outcomes: Outcome[] = [];
  for (const check of CHECKS) {
    console.log(`\n== ${check.script}`);
    outcomes.push(await run(check));
  }
  console.log('\n== totals');
  for (const { script, problems, totals } of outcomes) {
    const counts = totals === NO_TOTALS ? '' : ` ${totals.passed} passed, ${totals.failed} failed`;
    console.log(
      `${problems.length === 0 ? 'ok    ' : 'FAILED'} ${script}${counts}${problems.map((p) => `: ${p}`).join('')}`,
    );
  }
  const sum = outcomes.map((outcome) => outcome.totals).reduce(addTotals, NO_TOTALS);
  console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
  return outcomes.every((outcome) => outcome.problems.length === 0) ? 0 : 1;
}

async function run({ script, mocha }: Check): Promise<Outcome> {
  const { status, output } = await runNpmScript(script);
  const problems = status === 0 ? [] : [`exit status ${status}`];
  if (!mocha) return { script, problems, totals: NO_TOTALS };
  const totals = totalsOf(output);
  // A run that broke off before its totals is one failure, so that the sum never looks clean.
  if (!totals) return { script, problems: [...problems, 'it printed no totals'], totals: { ...NO_TOTALS, failed: 1 } };
  return { script, problems: [...problems, ...objections(totals)], totals };
}

async function runNpmScript(script: string): Promise<{ status: number; output: string }> {
  const npm = process.env['npm_execpath'];
  const args = ['run', '--silent', script];
  const [command, words] = npm?.endsWith('.js') ? [process.execPath, [npm, ...args]] : ['npm', args];
  const child = start(command, words, {
    // The script sees a pipe; whether a person sees colors is for our own output to say.
    env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
    shell: command === 'npm' && process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    process.stdout.write(chunk);
    output += chunk.toString();
  });
  const closed = new Promise((resolve) => child.stdout?.once('close', resolve));
  const status = await ended(child);
  await closed;
  return { status, output: stripVTControlCharacters(output) };
}

runScript(main);
