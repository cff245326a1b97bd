/** What a run of mocha came to: inside VS Code it is handed over in a file, outside it is read off. */

/** What the run inside VS Code says of itself, in `report.json`. */
export type HostReport = Totals | { readonly error: string };

export interface Totals {
  readonly tests: number;
  readonly passed: number;
  readonly failed: number;
  readonly pending: number;
}

/** Nothing run is nothing shown: a run without tests is an error, as is a test that is left out. */
export function objections(totals: Totals): string[] {
  const found: string[] = [];
  if (totals.tests === 0) found.push('no test ran');
  if (totals.pending > 0) found.push(`${totals.pending} test(s) are pending`);
  return found;
}

export const NO_TOTALS: Totals = { tests: 0, passed: 0, failed: 0, pending: 0 };

export function addTotals(a: Totals, b: Totals): Totals {
  return {
    tests: a.tests + b.tests,
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    pending: a.pending + b.pending,
  };
}

/** The totals that mocha's spec reporter printed, the last ones if there are several; none if it broke off before. */
export function totalsOf(output: string): Totals | undefined {
  const start = [...output.matchAll(/^ {2}\d+ passing\b/gm)].at(-1)?.index;
  if (start === undefined) return undefined;
  const count = (what: string): number =>
    Number(new RegExp(`^ {2}(\\d+) ${what}\\b`, 'm').exec(output.slice(start))?.[1] ?? 0);
  const [passed, failed, pending] = [count('passing'), count('failing'), count('pending')];
  return { tests: passed + failed + pending, passed, failed, pending };
}
