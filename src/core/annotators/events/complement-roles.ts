/** Who is named behind a verb or noun, and whether they do it or it is done to them: prepositions, held against a frame. */
import { complementsOf } from './complements';
import { ownEntities } from './entities';
import type { TriggerEntry } from './lexicon';
import type { RoleReader } from './role-reader';

/** How the complements of one verb or noun are read. */
interface Frame {
  readonly entry: TriggerEntry;
  /** Prepositions before those it is done to or with. */
  readonly to: ReadonlySet<string>;
  /** Prepositions before those who do it. */
  readonly by: ReadonlySet<string>;
  /** Whether what has no preposition is done to. */
  readonly object: boolean;
  /** The preposition that belongs to the verb; null for none. */
  readonly link: string | null;
  /** Whether somebody is known whom it is done to: then the place where has no part in it. */
  readonly settled?: boolean;
}

/** Entities by role, in the order of the text. */
interface Sides {
  readonly actors: number[];
  readonly recipients: number[];
}

interface Lists extends Sides {
  readonly places: number[];
}

/** Before the agent of a passive. */
export const AGENT: ReadonlySet<string> = new Set(['by']);
export const NONE: ReadonlySet<string> = new Set();

/** Prepositions of place: a participant only where there is no other recipient. */
export const LOCATIVE: ReadonlySet<string> = new Set([
  'in',
  'at',
  'near',
  'off',
  'across',
  'inside',
  'outside',
  'along',
  'over',
  'around',
  'above',
]);

/** Types that happen to the place they happen in. */
export const LOCATED: ReadonlySet<string> = new Set([
  'ASSAULT',
  'ACCIDENT',
  'COERCE',
  'AID',
  'CEREMONY',
  'MOBILIZE',
  'CONCEDE',
]);

/** `hundreds of X`, `ministers from X`, `countries, including X`. */
const ATTACHED = new Set(['of', 'from', 'including']);

/** Before what goes on around an event or what it is about: `met Y amid clashes between A and B`. */
const CIRCUMSTANCE = new Set([
  'amid',
  'amidst',
  'despite',
  'following',
  'about',
  'regarding',
  'concerning',
  'over',
  'during',
  'since',
  'after',
  'before',
  'until',
  'as',
  'unlike',
  'than',
  'without',
  'besides',
  'beyond',
]);

/** Types that are done by words. */
const SAID = new Set(['ACCUSE', 'SUPPORT', 'REQUEST', 'THREATEN', 'REJECT']);

/** Types that are done for a reason. */
const REASONED = new Set(['ACCUSE', 'SUPPORT', 'SANCTION', 'COERCE', 'ASSAULT']);

/** Sorts the complements behind chunk `start` into those who do it and those it is done to. */
export function sidesBehind(reader: RoleReader, start: number, frame: Frame): Sides {
  const lists: Lists = { actors: [], recipients: [], places: [] };
  let into: number[] | null = null;
  /** How many the complement before named, and whether it named people. */
  let named = 0;
  let person = false;
  let before: string | null | undefined;
  /** Where the person before `of` belongs, for a list that goes on behind it: `A of X and B of Y`. */
  let host: number[] | undefined;
  /** Whether what follows belongs to a circumstance. */
  let aside = false;
  /** Chunk of the apposition passed over, with what hangs on it: `in [A], a town in the north of B`. */
  let passed = -1;
  for (const { preposition, chunk, joined } of complementsOf(reader, start)) {
    if (joined === null && passed >= 0 && passed === chunk - 1) {
      passed = chunk;
      continue;
    }
    const people = reader.names(chunk, 'person');
    if (joined === 'apposition' && into !== null && named > 0) {
      // `the president, A B`: the name says who; `A B, the president of C`: nobody new.
      if (!people || person || !hasName(reader, chunk)) {
        passed = chunk;
        continue;
      }
      into.splice(into.length - named, named);
    } else if (preposition === 'of' && into !== null && named > 0 && people && !person) {
      // `U.S. Secretary of State X`
      into.splice(into.length - named, named);
    } else if (joined === 'list' && preposition === 'of' && people && host !== undefined) {
      into = host;
    } else if (joined === null) {
      host = preposition === 'of' && person && !people ? (into ?? undefined) : undefined;
      aside =
        preposition !== null && (aside || isCircumstance(preposition, frame) || isReason(preposition, frame, lists));
      aside &&= !isPartner(preposition, frame, lists);
      const attached = ATTACHED.has(preposition ?? '') || (before === null && preposition === 'by');
      into = aside
        ? placesOnly(preposition, frame, lists)
        : roleOf(preposition, before, frame, lists, named === 0 && attached ? into : null);
    }
    before = preposition;
    const entities: readonly number[] = into === null || isIntroduced(reader, chunk) ? [] : ownEntities(reader, chunk);
    into?.push(...entities);
    named = entities.length;
    person = people && (joined === 'list' || hasName(reader, chunk));
  }
  if (lists.recipients.length === 0 && frame.settled !== true) lists.recipients.push(...lists.places);
  return lists;
}

/** `his Ruritanian and Fijian counterparts, A and B`: those whom the names behind it are, not their countries. */
function isIntroduced({ chunks, tokens, names }: RoleReader, at: number): boolean {
  const [chunk, comma] = [chunks[at], chunks[at + 1]];
  const introduces = chunk !== undefined && /^counterparts?$/.test(tokens[chunk.last - 1]?.lower ?? '');
  return introduces && comma?.kind === 'comma' && !names(at, 'person') && names(at + 2, 'person');
}

function hasName({ chunks, referents }: RoleReader, at: number): boolean {
  const chunk = chunks[at];
  return chunk !== undefined && referents.hasPersonalName(chunk);
}

function isCircumstance(preposition: string | null, { entry, to, by, link }: Frame): boolean {
  if (preposition === null || preposition === link || !CIRCUMSTANCE.has(preposition)) return false;
  if (to.has(preposition) || by.has(preposition)) return false;
  return !(LOCATIVE.has(preposition) && LOCATED.has(entry.type));
}

/** `criticized X for its attack on Y`: Y has no part in it. */
function isReason(preposition: string, { entry, by, link }: Frame, { actors, recipients }: Lists): boolean {
  if (preposition !== 'for' || link === 'for' || !REASONED.has(entry.type)) return false;
  return by === AGENT || actors.length + recipients.length > 0;
}

/** `spoke about the crisis with X`, `was negotiated over four days by X`: who takes part, where nobody has been named. */
function isPartner(preposition: string | null, { by }: Frame, { actors, recipients }: Lists): boolean {
  return (preposition === 'with' || (preposition === 'by' && by === AGENT)) && actors.length + recipients.length === 0;
}

function placesOnly(preposition: string | null, { entry }: Frame, { places }: Lists): number[] | null {
  return LOCATED.has(entry.type) && LOCATIVE.has(preposition ?? '') ? places : null;
}

/** Where those named behind a preposition belong; null for nowhere. `open`: of the phrase before, which named nobody. */
function roleOf(
  preposition: string | null,
  before: string | null | undefined,
  frame: Frame,
  { actors, recipients, places }: Lists,
  open: number[] | null,
): number[] | null {
  if (preposition === null) return frame.object ? recipients : null;
  if (preposition === frame.link) return recipients;
  if (open !== null && (preposition !== 'by' || !frame.by.has('by'))) return open;
  // `discussed the feud between A and B`: whose feud it is. `were lost, with estimates by X`: whose estimates.
  const feud = preposition === 'between' && before !== undefined && !frame.by.has('between');
  if (feud && frame.entry.type === 'CONSULT') return null;
  if (preposition === 'by' && before === 'with') return null;
  // `lashed out at X on Y`: where or about what it was said.
  if (preposition === 'on' && recipients.length > 0 && SAID.has(frame.entry.type)) return null;
  if (frame.by.has(preposition)) return actors;
  // `abducted from X`
  if (preposition === 'from' && frame.entry.mode === 'abduct') return places;
  if (LOCATIVE.has(preposition)) {
    if (LOCATED.has(frame.entry.type)) return places;
    return frame.entry.mode === 'visit' && preposition === 'in' ? places : null;
  }
  return frame.to.has(preposition) ? recipients : null;
}
