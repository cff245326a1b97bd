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
