/** What follows a verb or a noun: its objects and prepositional phrases. */
import type { Chunk } from './word-classes';
import type { ClauseReader } from './clauses';

/** A noun phrase in a role. */
interface Complement {
  /** Null for an object. */
  readonly preposition: string | null;
  /** Index of its chunk. */
  readonly chunk: number;
  /** `list`: coordinated with the one before; `apposition`: may say who the one before is; else null. */
  readonly joined: 'list' | 'apposition' | null;
}

/** How many chunks a clause's complements may take. */
const FARTHEST = 24;

/** `arrested and charged X`: the last of the verbs coordinated with the one at `at` that stand side by side; else `at`. */
export function objectHolder(chunks: readonly Chunk[], at: number): number {
  let last = at;
  const own = chunks[at];
  if (own?.kind !== 'verb') return at;
  for (;;) {
    const next = chunks[last + 2];
    if (chunks[last + 1]?.kind !== 'and' || next?.kind !== 'verb') return last;
    if (next.form !== own.form || next.voice !== own.voice) return last;
    last += 2;
  }
}

/** Objects and prepositional phrases after chunk `verb`, up to the end of its clause. */
export function complementsOf(reader: ClauseReader, verb: number): readonly Complement[] {
  const { chunks } = reader;
  const start = objectHolder(chunks, verb);
  const found: Complement[] = [];
  let role: string | null = null;
  let joined: Complement['joined'] = null;
  for (let k = start + 1; k < chunks.length && k < start + FARTHEST; k++) {
    const chunk = chunks[k];
    if (chunk === undefined) break;
    if (chunk.kind === 'date') continue;
    if (chunk.kind === 'open') {
      while (k < chunks.length && chunks[k]?.kind !== 'close') k++;
      continue;
    }
    if (chunk.kind === 'noun') {
      if (joined !== null && chunk.preposition === null) {
        // `between A and B took effect`: B is no subject.
        if (role !== 'between' && startsClause(chunks, k)) break;
        found.push({ preposition: role, chunk: k, joined });
      } else {
        role = chunk.preposition;
        found.push({ preposition: role, chunk: k, joined: null });
      }
      joined = null;
      continue;
    }
    // `a woman named A B`
    if (found.length > 0 && isNaming(reader, k)) {
      found.push({ preposition: role, chunk: ++k, joined: 'list' });
      continue;
    }
    if (chunk.kind !== 'comma' && chunk.kind !== 'and') break;
    // `signed, with X, a contract`
    if (found.length === 0 && !(chunk.kind === 'comma' && (chunks[k + 1]?.preposition ?? null) !== null)) break;
    if (found.length === 0) continue;
    // `met A and, separately, B`
    if (chunk.kind === 'comma' && chunks[k - 1]?.kind === 'and') continue;
    if (chunk.kind === 'comma' && joined === 'list' && chunks[k - 1]?.kind === 'comma') continue;
    joined = chunk.kind === 'and' ? 'list' : listGoesOn(chunks, k) ? 'list' : 'apposition';
  }
  return found;
}

/** Whether the participle at `k` tells who the noun before it is: `a woman named A B`, `groups affiliated with C`. */
function isNaming({ chunks, tokens, names }: ClauseReader, k: number): boolean {
  const chunk = chunks[k];
  if (chunk?.kind !== 'verb' || chunks[k - 1]?.kind !== 'noun' || chunk.last - chunk.first > 1) return false;
  const lower = tokens[chunk.main]?.lower ?? '';
  if (/^(?:named|called|identified|known)$/.test(lower)) return names(k + 1, 'person');
  return /^(?:affiliated|allied|aligned|associated)$/.test(lower) && names(k + 1, 'anybody');
}

/** Whether the comma at `k` parts a list: `A, B and C`, `A, B, C`. */
function listGoesOn(chunks: readonly Chunk[], k: number): boolean {
  let m = k + 1;
  if (chunks[m]?.kind === 'and') return true;
  let items = 0;
  while (chunks[m]?.kind === 'noun' && chunks[m]?.preposition === null) {
    items++;
    const next = chunks[m + 1];
    if (next?.kind === 'and') return chunks[m + 2]?.kind === 'noun' && !startsClause(chunks, m + 2);
    if (next?.kind !== 'comma') return items > 2;
    m += 2;
    if (chunks[m]?.kind === 'and') return chunks[m + 1]?.kind === 'noun' && items >= 1 && !startsClause(chunks, m + 1);
  }
  return false;
}

/** Whether the noun chunk at `k` is the subject of a finite verb: then a new clause begins with it. */
function startsClause(chunks: readonly Chunk[], k: number): boolean {
  for (let m = k + 1; m < chunks.length; m++) {
    const chunk = chunks[m];
    if (chunk === undefined) return false;
    if (chunk.kind === 'verb') return chunk.form === 'finite';
    if (chunk.kind === 'noun' && chunk.preposition !== null) continue;
    if (chunk.kind === 'and' && chunks[m + 1]?.kind === 'verb') return false;
    if (chunk.kind === 'date' || chunk.kind === 'and') continue;
    if (chunk.kind === 'noun' && chunks[m - 1]?.kind === 'and') continue;
    // `B, the mayor, resigned`
    if (chunk.kind === 'comma' && chunks[m + 1]?.kind === 'noun' && chunks[m + 2]?.kind === 'comma') {
      m += 2;
      continue;
    }
    return false;
  }
  return false;
}
