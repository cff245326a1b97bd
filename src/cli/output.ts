/** What the command line prints, and how. */
import { once } from 'node:events';

/** Columns of a terminal that does not tell its width. */
const DEFAULT_WIDTH = 100;
/** From so many files on, reading takes long enough to say so. */
const MANY_FILES = 50;

/** Shows a line on the terminal that replaces the last one; `null` clears it. */
export type Progress = (line: string | null, total: number) => void;

/** The terminal's columns; `COLUMNS` for what is no terminal. */
export function terminalWidth(): number {
  const asked = Number(process.env['COLUMNS']);
  return process.stdout.columns || (Number.isInteger(asked) && asked > 0 ? asked : DEFAULT_WIDTH);
}

/** Progress goes to standard error, and only to a terminal. */
export const progress: Progress = (line, total) => {
  if (!process.stderr.isTTY || total < MANY_FILES) return;
  process.stderr.write(`\r\u001b[K${line ?? ''}`);
};

/** A reader that closes the pipe early (`| head`) ends the command in peace. */
export function endOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

/** Writes all of it, however slow the reader is. */
export async function print(chunks: Iterable<string>): Promise<void> {
  for (const chunk of chunks) {
    if (!process.stdout.write(chunk)) await once(process.stdout, 'drain');
  }
}

/** `1 source`, `3 sources`. */
export function count(n: number, singular: string, plural = `${singular}s`): string {
  return `${n.toLocaleString('en-US')} ${n === 1 ? singular : plural}`;
}

/** Source text on a terminal: control characters, which could steer it, become spaces. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
