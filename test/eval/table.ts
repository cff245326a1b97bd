/** Prints results as columns of plain text. */
import type { Result } from './score';

const number = (value: number): string => value.toFixed(3).padStart(7);

/** One row for each task, then the mean. */
export function table({ scores, missing, ...rest }: Result): string {
  return [
    ...(missing.length > 0 ? [`${missing.length} of ${rest.sources} gold sources are not in the extraction`] : []),
    `${'task'.padEnd(22)}${['P', 'R', 'F1', 'n'].map((head) => head.padStart(7)).join('')}`,
    ...scores.map(
      (s) =>
        `${s.task.padEnd(22)}${number(s.precision)}${number(s.recall)}${number(s.f1)}${String(s.count).padStart(7)}`,
    ),
    summary({ scores, missing, ...rest }),
  ].join('\n');
}

export function summary({ macro, scores, sources }: Result): string {
  return `macro-F1 ${macro.toFixed(3)} over ${scores.length} tasks, ${sources} sources`;
}

/** What went wrong, one a line, by source. */
export function missList({ misses }: Result): string {
  return misses.map((m) => `  ${m.source.slice(0, 12).padEnd(12)} ${m.task}: ${m.detail}`).join('\n');
}
