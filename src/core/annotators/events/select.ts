/** Which of a sentence's drafts stay: one for each event that the sentence reports. */
import type { ClauseReader } from './clauses';
import { type Draft, participantsOf } from './draft';

/** Types that speak of other events: what stands in their complement is asked for, blamed or refused, not reported. */
const SPEECH = new Set(['REQUEST', 'REJECT', 'THREATEN', 'ACCUSE', 'AGREE', 'SUPPORT', 'CONSULT']);

/** Types of which one sentence reports the act itself, so that death and damage belong to it. */
const HARMFUL = new Set(['ASSAULT', 'ACCIDENT', 'COERCE', 'PROTEST']);

/** Drops what only repeats or mentions, and folds what reports the same; keeps the order of the text. */
export function selectEvents(reader: ClauseReader, drafts: readonly Draft[]): readonly Draft[] {
  if (drafts.length === 0) return drafts;
  const kept = drafts.filter((d) => isReport(reader, d, drafts));
  return fold(kept);
}

function isReport(reader: ClauseReader, draft: Draft, all: readonly Draft[]): boolean {
  const { entry } = draft.candidate;
  const participants = participantsOf(draft).length;
  if (entry.loss) return isLossReport(draft, all);
  if (entry.type === 'STATEMENT') return all.every((d) => d === draft || d.candidate.entry.type === 'STATEMENT');
  if (draft.status === 'hypothetical' && participants < 2) return false;
  if (draft.role === 'verb') return participants > 0 ? !isContent(reader, draft, all) : isBareReport(draft);
  if (isPatternObject(draft, all)) return false;
  if (draft.role === 'light') return true;
  const content = isContent(reader, draft, all);
  if (content) return draft.dated;
  if (draft.role === 'subject') return participants > 0 || draft.dated || !entry.weak;
  return draft.dated || participants > 0;
}

/** A verb with nobody in it reports only what needs nobody: `police arrested four`, `a boat capsized`. */
function isBareReport(draft: Draft): boolean {
  const { entry } = draft.candidate;
  if (entry.weak) return false;
  return entry.type === 'COERCE' || entry.type === 'ACCIDENT' || entry.type === 'PROTEST' || entry.type === 'ASSAULT';
}

function isLossReport(draft: Draft, all: readonly Draft[]): boolean {
  if (all.some((d) => d !== draft && !d.candidate.entry.loss && HARMFUL.has(d.candidate.entry.type))) return false;
  if (all.find((d) => d.candidate.entry.loss) !== draft) return false;
  if (draft.role !== 'verb') return participantsOf(draft).length > 0 && draft.dated;
  return draft.actors.length > 0 || (draft.date !== null && draft.recipients.length > 0);
}

/** Whether the draft stands in the complement of another one's verb: `urged both to pull back`, `denied that it attacked`. */
function isContent({ chunks }: ClauseReader, draft: Draft, all: readonly Draft[]): boolean {
  const at = draft.candidate.chunk;
  const governors = all.filter(
    (d) => d !== draft && d.role === 'verb' && d.candidate.chunk < at && SPEECH.has(d.candidate.entry.type),
  );
  for (const governor of governors) {
    const verbal = draft.role === 'verb';
    if (!reaches(chunks.slice(governor.candidate.chunk + 1, at + 1), verbal)) continue;
    return true;
  }
  return false;
}

/** Whether a complement reaches over these chunks, the last of which holds the trigger. */
function reaches(
  between: readonly { kind: string; form: string; preposition: string | null }[],
  verbal: boolean,
): boolean {
  for (const [index, chunk] of between.entries()) {
    const last = index === between.length - 1;
    if (chunk.kind === 'stop' || chunk.kind === 'relative') return false;
    if (chunk.kind === 'verb') {
      if (chunk.form === 'infinitive' || (chunk.form === 'gerund' && chunk.preposition !== null)) return true;
      if (last && verbal) return between.some((c) => c.kind === 'clause');
      if (between.slice(0, index).some((c) => c.kind === 'clause')) return true;
      return false;
    }
    // `accused X, who attacked`, `urged X and visited Y`: something new begins.
    if (chunk.kind === 'and' && between[index + 1]?.kind === 'verb') return false;
    if (chunk.kind === 'comma' && between[index + 1]?.kind === 'verb') return false;
  }
  return !verbal;
}

/** Whether the draft is the object that makes another one's verb a trigger: `lifted the sanctions`. */
function isPatternObject(draft: Draft, all: readonly Draft[]): boolean {
  return all.some(
    (d) =>
      d !== draft &&
      d.role === 'verb' &&
      d.candidate.entry.objects !== null &&
      d.candidate.entry.type !== draft.candidate.entry.type &&
      draft.verb === d.candidate.chunk &&
      (draft.role === 'light' || draft.role === 'object'),
  );
}

/** Folds drafts of one type that report one event into the first of them. */
function fold(drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const index = kept.findIndex((k) => isSame(k, draft));
    const other = kept[index];
    if (other === undefined) kept.push(draft);
    else kept[index] = merge(other, draft);
  }
  return kept;
}

function isSame(a: Draft, b: Draft): boolean {
  if (a.candidate.entry.type !== b.candidate.entry.type) return false;
  const [p, q] = [participantsOf(a), participantsOf(b)];
  if (a.date !== null && b.date !== null && a.date !== b.date && a.dated && b.dated) return false;
  if (p.length === 0 || q.length === 0) return true;
  if (a.verb >= 0 && a.verb === b.verb) return true;
  // Two verbs with subjects of their own: `X freed two and Y freed three`.
  if (a.role === 'verb' && b.role === 'verb')
    return (
      sameSet(a.actors, b.actors) &&
      (a.recipients.length === 0 || b.recipients.length === 0 || sameSet(a.recipients, b.recipients))
    );
  return p.every((x) => q.includes(x)) || q.every((x) => p.includes(x));
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
