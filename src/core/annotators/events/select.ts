/** Which of a sentence's drafts stay: one for each event that the sentence reports. */
import type { ClauseReader } from './clauses';
import { fold } from './folding';
import { subjectOf } from './subjects';
import { complementsOf } from './complements';
import { standsForSomebody } from './unnamed';
import { type Draft, participantsOf } from './draft';
import type { TriggerEntry } from './lexicon';
import type { RoleReader } from './role-reader';
import { previousVerb } from './word-classes';

/** Types that speak of other events: what stands in their complement is asked for, blamed or refused, not reported. */
const SPEECH = new Set(['REQUEST', 'REJECT', 'THREATEN', 'ACCUSE', 'AGREE', 'SUPPORT', 'CONSULT', 'SANCTION']);

/** Types of which one sentence reports the act itself, so that death and damage belong to it; their verbs need nobody named. */
const HARMFUL = new Set(['ASSAULT', 'ACCIDENT', 'COERCE', 'PROTEST']);

/** Types that a verb may say to have happened: `sparked clashes`. */
const HAPPENING = new Set(['ASSAULT', 'ACCIDENT', 'PROTEST', 'ACCUSE']);

/** Types of which one event is spoken of again and again: `the attack`. */
const TOLD_AGAIN = new Set(['ASSAULT', 'ACCIDENT']);

/** Prepositions that lead out of a complement: `signed after two days of talks`, `urged restraint amid clashes`. */
const ADJUNCT = new Set([
  'after',
  'before',
  'during',
  'amid',
  'following',
  'since',
  'as',
  'in',
  'at',
  'until',
  'despite',
  'by',
]);

/**
 * Drops what only repeats or mentions, and folds what reports the same; keeps the order of the text.
 * @param isTold whether the report has told of such an event before
 */
export function selectEvents(
  reader: RoleReader,
  drafts: readonly Draft[],
  isTold: (entry: TriggerEntry) => boolean,
): readonly Draft[] {
  if (drafts.length === 0) return drafts;
  const kept = drafts.filter((d) => isReport(reader, d, drafts, isTold));
  return fold(reader, kept);
}

function isReport(
  reader: RoleReader,
  draft: Draft,
  all: readonly Draft[],
  isTold: (entry: TriggerEntry) => boolean,
): boolean {
  const { entry } = draft.candidate;
  const participants = participantsOf(draft).length + Number(draft.scene);
  if (entry.loss) return isLossReport(reader, draft, all);
  if (entry.type === 'STATEMENT') return all.every((d) => d === draft || d.candidate.entry.type === 'STATEMENT');
  if (draft.status === 'hypothetical' && participants < 2) return false;
  if (draft.status === 'negated' && entry.type === 'REJECT') return false;
  if (draft.role === 'verb') {
    if (entry.type === 'SUPPORT' && isEpithetical(reader, draft)) return false;
    if (isWorkOfNature(reader, draft) || isNotice(reader, draft)) return false;
    if (hasHarmfulSubject(draft, all) || isAside(reader, draft, participants)) return false;
    if (entry.mode === 'visit' && isCarried(reader, draft)) return false;
    if (participants === 0 && (entry.mode === 'visit' || entry.mode === 'phone' || isOfSpeaker(reader, draft)))
      return false;
    return (participants > 0 || draft.unnamed || isBareReport(reader, draft)) && !isContent(reader, draft, all);
  }
  if (isPatternObject(draft, all)) return false;
  if (draft.role === 'light') return true;
  // `condemned the May 3 attack` tells of it; `agreed to a truce on Sunday` does not yet.
  if (isContent(reader, draft, all)) return draft.dated && (entry.type === 'ASSAULT' || entry.type === 'ACCIDENT');
  if (draft.role === 'subject')
    return (
      participants > 0 ||
      draft.dated ||
      !entry.weak ||
      doesHarm(draft, all) ||
      (isTold(entry) && isToldAgain(reader, draft))
    );
  if (isOccasioned(reader, draft) || (isTold(entry) && isToldAgain(reader, draft))) return true;
  if (tellsOfLoss(draft, all)) return true;
  if (draft.dated) return !isGeneric(reader, draft);
  const background = draft.role === 'adjunct' && reader.lexicon.lasting.has(entry.lemma);
  return participants > 0 && (!background || draft.actors.length > 1) && !isGeneric(reader, draft);
}

/** `sparked protests`, `was met with protests`, `saw an earthquake`: the clause says that it happened. */
function isOccasioned({ tokens, chunks, lexicon }: RoleReader, { candidate, status, verb }: Draft): boolean {
  const { chunk: at, entry } = candidate;
  const noun = chunks[at];
  const group = chunks[verb];
  if (status !== 'actual' || entry.weak || verb !== at - 1 || !HAPPENING.has(entry.type)) return false;
  if (group?.kind !== 'verb' || group.form !== 'finite' || !lexicon.occasions.holds(tokens[group.main])) return false;
  return noun?.preposition === null || /^(?:with|to|into|in)$/.test(noun?.preposition ?? '');
}

/** `survived the attack`, `hurt in the crash`: one event that the report has told of before. */
export function isToldAgain({ tokens, chunks }: ClauseReader, { candidate, status }: Draft): boolean {
  const { entry, chunk, first, last } = candidate;
  const noun = chunks[chunk];
  if (status !== 'actual' || entry.form !== 'noun' || !TOLD_AGAIN.has(entry.type) || noun?.kind !== 'noun')
    return false;
  if (noun.last !== last || first - noun.first > 2 || noun.preposition === 'of') return false;
  return /^(?:the|this|that)$/.test(tokens[noun.first]?.lower ?? '') && !tokens[last - 1]?.lower.endsWith('s');
}

/** `warned that 60 were missing`: told as it is; a threat tells of what would or will be. */
function isNotice({ tokens, chunks }: ClauseReader, { candidate }: Draft): boolean {
  if (candidate.entry.lemma !== 'warn that') return false;
  const told = chunks.find((c, k) => k > candidate.chunk && c.kind === 'verb' && c.form === 'finite');
  return told === undefined || !/^(?:would|will|'ll)$/.test(tokens[told.first]?.lower ?? '');
}

/** `The storm forced thousands to leave`, `floods blocked roads`: nobody compels or protests there. */
function isWorkOfNature(reader: RoleReader, { candidate: { entry, chunk }, actors }: Draft): boolean {
  if (actors.length > 0 || (entry.type !== 'COERCE' && entry.type !== 'PROTEST')) return false;
  return subjectOf(reader, chunk).some((k) => {
    const head = reader.tokens[(reader.chunks[k]?.last ?? 0) - 1];
    return reader.lexicon.triggers.of(head)?.some((e) => e.type === 'ACCIDENT' && e.form === 'noun') ?? false;
  });
}

/** `rebels backed by X attacked`: the participle says what kind of rebels, and reports nothing. */
function isEpithetical({ chunks }: ClauseReader, { candidate }: Draft): boolean {
  const verb = chunks[candidate.chunk];
  const before = chunks[candidate.chunk - 1];
  return verb?.voice === 'passive' && verb.first === verb.main && before?.kind === 'noun';
}

/** `was flown to a hospital`: no visit; `was visited by X` is. */
function isCarried({ chunks }: ClauseReader, { candidate }: Draft): boolean {
  return (
    chunks[candidate.chunk]?.voice === 'passive' &&
    !/^(?:visit|tour|receiv|host|greet|welcom)/.test(candidate.entry.lemma)
  );
}

/** `I asked`, `if you were elected`: what somebody tells of themselves, or asks. */
function isOfSpeaker(reader: ClauseReader, { candidate }: Draft): boolean {
  return subjectOf(reader, candidate.chunk).some((k) => {
    const chunk = reader.chunks[k];
    return chunk !== undefined && /^(?:i|you|we|me|us|my|our|your)$/.test(reader.tokens[chunk.first]?.lower ?? '');
  });
}

/** `a fire killed 30`: the verb says what the noun alone need not mean. */
function doesHarm({ verb, candidate }: Draft, all: readonly Draft[]): boolean {
  return all.some(
    (d) => d.role === 'verb' && d.candidate.chunk === verb && d.candidate.entry.type === candidate.entry.type,
  );
}

/** `the earthquake struck`, `hit by a hurricane`: the noun names the event. */
function hasHarmfulSubject(draft: Draft, all: readonly Draft[]): boolean {
  // `a landslide buried the village`: no funeral
  if (!/^(?:ASSAULT|ACCIDENT|CEREMONY)$/.test(draft.candidate.entry.type)) return false;
  return all.some(
    (d) => d.role === 'subject' && d.verb === draft.candidate.chunk && HARMFUL.has(d.candidate.entry.type),
  );
}

/** `X, speaking to Y, said`; an infinitive of purpose; `met the requirement`: not reported for its own sake, or no event. */
function isAside(reader: ClauseReader, { candidate, status }: Draft, count: number): boolean {
  const { chunks } = reader;
  const form = chunks[candidate.chunk]?.form;
  if (
    candidate.entry.lemma.startsWith('meet') &&
    (!meetsSomebody(reader, candidate.chunk, count) || chunks[candidate.chunk]?.voice === 'passive')
  )
    return true;
  if (form === 'gerund') return candidate.entry.type === 'CONSULT';
  return form === 'infinitive' && status === 'hypothetical';
}

/** Two who are named, or one and somebody without a name: `met the heads of the agencies`, `the two met`. */
function meetsSomebody(reader: ClauseReader, at: number, count: number): boolean {
  if (count > 1) return true;
  const met = complementsOf(reader, at).filter((c) => c.preposition === null || c.preposition === 'with');
  if (met.length === 0) return count > 0;
  return met.some((c) => {
    const chunk = reader.chunks[c.chunk];
    return chunk !== undefined && (reader.names(c.chunk, 'person') || standsForSomebody(reader.tokens, chunk));
  });
}

/** `consultations and meetings`, `a scale for cyclones`: the plural without article or number means the sort of thing. */
function isGeneric({ tokens, chunks }: ClauseReader, { candidate, dated, role, place }: Draft): boolean {
  const chunk = chunks[candidate.chunk];
  if (chunk?.kind !== 'noun' || dated || chunk.first !== candidate.first) return false;
  const { type, mode, form, lemma } = candidate.entry;
  const sort =
    type === 'CONSULT'
      ? mode === null && lemma !== 'talks'
      : type === 'ACCIDENT' && role === 'adjunct' && place === null;
  return sort && form === 'noun' && (tokens[candidate.last - 1]?.lower.endsWith('s') ?? false);
}

/** A verb with nobody in it reports only what needs nobody: `police arrested four`, `a boat capsized`, `the group denied it`. */
function isBareReport({ chunks }: ClauseReader, { candidate, dated }: Draft): boolean {
  const { weak, type } = candidate.entry;
  // `killed when a house was hit on Saturday`
  if (weak) return dated && type === 'ASSAULT' && chunks[candidate.chunk]?.voice === 'passive';
  if (HARMFUL.has(type)) return true;
  return (type === 'REJECT' || type === 'RETREAT') && chunks[candidate.chunk]?.form === 'finite';
}

/** `X was wounded`, `a mine killed X`: the one who is harmed is named. */
function harmsPerson(reader: RoleReader, { candidate, recipients }: Draft): boolean {
  if (reader.referents.arePeople(recipients)) return true;
  return subjectOf(reader, candidate.chunk).some((k) => reader.names(k, 'person'));
}

function isLossReport(reader: RoleReader, draft: Draft, all: readonly Draft[]): boolean {
  if (all.some((d) => d !== draft && !d.candidate.entry.loss && HARMFUL.has(d.candidate.entry.type))) return false;
  if (all.find((d) => d.candidate.entry.loss) !== draft) return false;
  if (draft.role !== 'verb') return participantsOf(draft).length > 0 && draft.dated;
  return (
    draft.actors.length > 0 || (draft.recipients.length > 0 && (draft.date !== null || harmsPerson(reader, draft)))
  );
}

/** `Two were killed in a bombing`, `went on a rampage, killing four`: the first such noun where only the loss is told besides. */
function tellsOfLoss(draft: Draft, all: readonly Draft[]): boolean {
  const { entry } = draft.candidate;
  if (draft.status !== 'actual' || entry.weak || entry.form !== 'noun' || !TOLD_AGAIN.has(entry.type)) return false;
  const told = all.filter((d) => !d.candidate.entry.loss && HARMFUL.has(d.candidate.entry.type));
  return told[0] === draft && all.some((d) => d.candidate.entry.loss && d.role === 'verb' && d.status === 'actual');
}

/** Whether the draft stands in the complement of another one: `urged both to pull back`, `denied that it attacked`. */
function isContent(reader: ClauseReader, draft: Draft, all: readonly Draft[]): boolean {
  const at = draft.candidate.chunk;
  const purposeful = draft.status === 'actual' && reader.chunks[at]?.form === 'infinitive';
  return all.some((d) => {
    if (d === draft || d.candidate.chunk >= at) return false;
    const { type } = d.candidate.entry;
    // `called X to offer condolences`
    if (type === 'CONSULT' && purposeful) return false;
    const governs =
      d.role === 'verb' ? SPEECH.has(type) : type === 'REQUEST' || type === 'THREATEN' || type === 'REJECT';
    return governs && reaches(reader, d.candidate.chunk, at, draft.role === 'verb');
  });
}

/** Whether the complement of the trigger in chunk `from` reaches over the one in chunk `to`. */
function reaches({ chunks }: ClauseReader, from: number, to: number, verbal: boolean): boolean {
  const own = chunks[to];
  if (own === undefined) return false;
  if (verbal && own.form === 'finite' && /^(?:and|comma)$/.test(chunks[to - 1]?.kind ?? '')) return false;
  if (verbal && own.form !== 'finite' && own.kind === 'verb' && chunks[to - 1]?.kind !== 'comma') return true;
  // `ordered X to leave, accusing Y`
  if (verbal && own.form === 'gerund') return false;
  for (let k = to; k > from; k--) {
    const chunk = chunks[k];
    if (chunk === undefined || chunk.kind === 'stop' || chunk.kind === 'relative') return false;
    if (chunk.kind === 'noun' && ADJUNCT.has(chunk.preposition ?? '')) return false;
    if (chunk.kind === 'clause') return previousVerb(chunks, k) === from || chunks[from]?.kind === 'noun';
    if (chunk.kind !== 'verb' || k === to) continue;
    if (chunk.form === 'finite') return chunks.slice(from, k).some((c) => c.kind === 'clause');
    if (chunk.form === 'infinitive') return true;
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
      (draft.role === 'light' || draft.role === 'object' || isOfPattern(draft, d)),
  );
}

/** `set himself on fire`: the noun is one of the words that the verb asks for. */
function isOfPattern({ candidate: { first } }: Draft, { candidate: { object } }: Draft): boolean {
  return object >= 0 && first >= object && first <= object + 1;
}
