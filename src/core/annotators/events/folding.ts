/** Puts together what reports the same event within a sentence. */
import type { ClauseReader } from './clauses';
import { type Draft, participantsOf } from './draft';

/** Folds drafts of one type that report one event into the first of them. */
export function fold({ chunks }: ClauseReader, drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const index = kept.findIndex((k) => isSame(k, draft) && !followsNamed(chunks, k, draft));
    const other = kept[index];
    if (other === undefined) kept.push(draft);
    else kept[index] = merge(other, draft);
  }
  return kept;
}

/** Prepositions that lead to another event, before or behind the one told of: `began the war in response to Desert Dawn, an operation …`. */
const ELSEWHEN = new Set(['to', 'after', 'following', 'before', 'since', 'over', 'despite', 'amid', 'for']);

/** Whether one of the two is explained beside its own name, and that name stands for what the other one follows. */
function followsNamed(chunks: ClauseReader['chunks'], a: Draft, b: Draft): boolean {
  return [a, b].some(({ names, candidate }) => {
    if (names.length === 0 || chunks[candidate.chunk - 1]?.kind !== 'comma') return false;
    return ELSEWHEN.has(chunks[candidate.chunk - 2]?.preposition ?? '');
  });
}

function isSame(a: Draft, b: Draft): boolean {
  if (a.candidate.entry.type !== b.candidate.entry.type) return false;
  if (a.mode !== null && b.mode !== null && a.mode !== b.mode) return false;
  const [p, q] = [participantsOf(a), participantsOf(b)];
  if (a.date !== b.date && a.dated && b.dated && a.date !== null && b.date !== null) return false;
  if (p.length === 0 || q.length === 0) return true;
  const subset = p.every((x) => q.includes(x)) || q.every((x) => p.includes(x));
  if (a.verb >= 0 && a.verb === b.verb) return subset || !(a.dated || b.dated) || a.candidate.entry.type === 'CONSULT';
  // `called a summit and spoke to X`
  if (b.role === 'verb' && a.role === 'light' && a.recipients.length === 0 && b.recipients.length > 0) return false;
  // Two verbs with subjects of their own: `X freed two and Y freed three`.
  if (a.role === 'verb' && b.role === 'verb')
    return (
      sameSet(a.actors, b.actors) &&
      (sameSet(a.recipients, b.recipients) || a.recipients.length * b.recipients.length === 0)
    );
  return subset;
}

function sameSet(a: readonly number[], b: readonly number[]): boolean {
  return a.every((x) => b.includes(x)) && b.every((x) => a.includes(x));
}

function merge(a: Draft, b: Draft): Draft {
  const close = a.verb >= 0 && a.verb === b.verb;
  const union = (x: readonly number[], y: readonly number[]): readonly number[] =>
    close || x.length === 0 ? [...new Set([...x, ...y])] : x;
  const empty = participantsOf(a).length === 0;
  return {
    ...a,
    mode: a.mode ?? b.mode,
    actors: empty ? b.actors : union(a.actors, b.actors),
    recipients: empty ? b.recipients : close ? union(a.recipients, b.recipients) : a.recipients,
    date: a.date ?? b.date,
    dated: a.dated || b.dated,
    place: a.place ?? b.place,
    names: a.names.length > 0 ? a.names : b.names,
  };
}
