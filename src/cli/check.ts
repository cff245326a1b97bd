import type { Problem } from '../core/model';
import { LineTable } from '../core/text';
import { plain } from './output';

const ORDER: readonly Problem['severity'][] = ['error', 'warning', 'information'];

/** `path:line:column: severity code message`, one for each problem, by path and place. Lines and columns count from 1. */
export function* listProblems(problems: readonly Problem[], texts: ReadonlyMap<string, string>): Iterable<string> {
  const tables = new Map<string, LineTable>();
  const sorted = [...problems].sort(
    (a, b) =>
      compare(a.path ?? '', b.path ?? '') ||
      (a.start ?? 0) - (b.start ?? 0) ||
      ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity),
  );
  for (const { path, start, severity, code, message } of sorted) {
    const name = path ?? '-';
    let table = tables.get(name);
    if (table === undefined) tables.set(name, (table = new LineTable(texts.get(name) ?? '')));
    const at = table.positionAt(start ?? 0);
    yield `${plain(name)}:${at.line + 1}:${at.character + 1}: ${severity} ${code} ${plain(message)}\n`;
  }
}

/** 1 if something is an error or, where `strict`, a warning; else 0. */
export function exitStatus(problems: readonly Problem[], strict: boolean): number {
  return problems.some((p) => p.severity === 'error' || (strict && p.severity === 'warning')) ? 1 : 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
