/** Runs once before the UI tests: pictures of earlier failures would mislead. */
import fs from 'node:fs';
import { FAILURES } from './session.js';

export function mochaGlobalSetup(): void {
  fs.rmSync(FAILURES, { recursive: true, force: true });
}
