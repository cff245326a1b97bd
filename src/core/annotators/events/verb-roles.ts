/** Who takes part in an event that a verb names: subject, objects and prepositional phrases, by the frame of its type. */
import { antecedent, subjectOf } from './subjects';
import { AGENT, NONE, sidesBehind } from './complement-roles';
import { contentOwners, demandedOf } from './content-roles';
import { entitiesOf, ownEntities } from './entities';
import type { TriggerEntry, TypeFrame } from './lexicon';
import type { RoleReader, Roles } from './role-reader';
import type { Candidate } from './triggers';

/** Verbs whose object is what is talked about. */
const TOPICAL = new Set(['discuss', 'debate', 'negotiate', 'exchange']);

/** A verb entry's last word, where the participant follows it: `call on`, `meet with`. */
const LINKING = new Set(['on', 'with', 'to', 'against', 'at', 'upon', 'behind', 'in']);

/** Types whose infinitive names whom they are about: `refused to meet X`, `threatened to attack X`. */
const INFINITIVE = new Set(['REJECT', 'THREATEN', 'AGREE']);

/** Prepositions in that infinitive: `agreed to lift the embargo on X`, `threatened to cut supplies to X`. */
const INFINITIVE_TO: ReadonlySet<string> = new Set(['to', 'on', 'against', 'from', 'with', 'into']);

/** Types whose object may be somebody's: `rejected X's offer`, `condemned the Malian offensive`. */
const OWNED = new Set(['ACCUSE', 'REJECT', 'SUPPORT', 'REQUEST', 'PROTEST']);

/** Roles of an event named by a verb. */
export function verbRoles(reader: RoleReader, frame: TypeFrame, candidate: Candidate): Roles {
  const { chunks } = reader;
  const { entry, chunk: at } = candidate;
  const subject = entry.mode === 'arrest' && isPolice(reader, at) ? [] : subjectEntities(reader, at);
  const link = entry.words.length > 1 ? (entry.words.at(-1) ?? '') : '';
  const passive = chunks[at]?.voice === 'passive';
  const found = sidesBehind(reader, at, {
    entry,
    to: frame.to,
    by: passive ? AGENT : NONE,
    object: !TOPICAL.has(entry.lemma) && !passive,
    link: LINKING.has(link) ? link : null,
    settled: passive && subject.length > 0,
  });
  if (passive) {
    const undergone = [...subject, ...amongThose(reader, at), ...found.recipients];
    if (undergone.length === 0 && OWNED.has(entry.type)) undergone.push(...subjectOwners(reader, at));
    return { actors: found.actors, recipients: undergone };
  }
  const { recipients } = found;
  if (recipients.length === 0) recipients.push(...objectAntecedent(reader, at));
  if (INFINITIVE.has(entry.type)) recipients.push(...infinitiveObjects(reader, entry, at));
  if (entry.type === 'REQUEST') recipients.push(...clauseSubject(reader, at));
  if (link === 'for' && recipients.length === 0) recipients.push(...askedOf(reader, at));
  if (link === 'for' || (OWNED.has(entry.type) && recipients.length === 0))
    recipients.push(...contentOwners(reader, at));
  if (entry.type === 'PROTEST') recipients.push(...demandedOf(reader, at));
  if (entry.type === 'THREATEN' && recipients.length === 0) recipients.push(...conditionSubject(reader, at));
  return { actors: subject, recipients };
}

/** `police arrested X`: the force that makes arrests every day, of no state in particular. */
function isPolice(reader: RoleReader, verb: number): boolean {
  const { chunks, tokens } = reader;
  // `In X, police …`, `police in X`: those of X
  if (chunks[0]?.preposition === 'in' && reader.names(0, 'anybody')) return false;
  return subjectOf(reader, verb).every((k) => {
    const chunk = chunks[k];
    if (chunk === undefined || reader.names(k, 'anybody') || chunks[k + 1]?.kind === 'noun') return false;
    return /^(?:police|officers|detectives)$/.test(tokens[chunk.last - 1]?.lower ?? '');
  });
}

export function subjectEntities(reader: RoleReader, verb: number): number[] {
  const found: number[] = [];
  for (const k of subjectOf(reader, verb)) found.push(...entitiesOf(reader, k));
  return found;
}

/** `X's visit to Y was called off`: whose the subject is. */
function subjectOwners(reader: RoleReader, at: number): readonly number[] {
  return subjectOf(reader, at).flatMap((k) => contentOwners(reader, k - 1));
}

/** `Among those arrested was X`. */
function amongThose(reader: RoleReader, at: number): readonly number[] {
  const { chunks, tokens } = reader;
  const those = chunks[at - 1];
  const be = chunks[at + 1];
  if (tokens[(those?.last ?? 0) - 1]?.lower !== 'those' || be?.kind !== 'verb') return [];
  return /^(?:is|are|was|were)$/.test(tokens[be.main]?.lower ?? '') ? ownEntities(reader, at + 2) : [];
}

/** `X, whom the army arrested`: the antecedent of a relative pronoun that is not the subject. */
function objectAntecedent(reader: RoleReader, at: number): readonly number[] {
  const { chunks, tokens } = reader;
  const pronoun = chunks[at - 2];
  if (pronoun?.kind !== 'relative' || chunks[at - 1]?.kind !== 'noun') return [];
  if (!/^(?:whom|which|that)$/.test(tokens[pronoun.first]?.lower ?? '')) return [];
  return antecedent(reader, at - 2).flatMap((k) => ownEntities(reader, k));
}

/** `refused to meet X`: whom the infinitive behind the verb is done to. */
function infinitiveObjects(reader: RoleReader, entry: TriggerEntry, at: number): readonly number[] {
  const k = afterDates(reader, at + 1);
  const verb = reader.chunks[k];
  if (verb?.kind !== 'verb' || verb.form !== 'infinitive') return [];
  return sidesBehind(reader, k, { entry, to: INFINITIVE_TO, by: NONE, object: true, link: null }).recipients;
}

/** `demanded that X amend its law`: the subject of the clause behind the verb. */
function clauseSubject(reader: RoleReader, at: number): readonly number[] {
  const clause = afterDates(reader, at + 1);
  const { chunks } = reader;
  if (chunks[clause]?.kind !== 'clause') return [];
  const found = [...entitiesOf(reader, clause + 1)];
  // `that X and Y stop`
  if (chunks[clause + 2]?.kind === 'and' && chunks[clause + 3]?.kind === 'noun')
    found.push(...ownEntities(reader, clause + 3));
  return found;
}

/** `called for X to lift the ban`: who is to act; `for X to be freed` asks nothing of X. */
function askedOf(reader: RoleReader, at: number): readonly number[] {
  const { chunks } = reader;
  const whom = chunks[at + 1];
  if (whom?.kind !== 'noun' || whom.preposition !== 'for') return [];
  let k = at + 2;
  while (chunks[k]?.kind === 'noun' && chunks[k]?.preposition !== null) k++;
  const verb = chunks[k];
  const acts = verb?.kind === 'verb' && verb.form === 'infinitive' && verb.voice === 'active';
  return acts ? ownEntities(reader, at + 1) : [];
}

/** `threatened to cut supplies unless X paid`: the subject of the condition. */
function conditionSubject(reader: RoleReader, at: number): readonly number[] {
  const { chunks, tokens } = reader;
  for (let k = at + 1; k < chunks.length; k++) {
    const chunk = chunks[k];
    if (chunk?.kind === 'stop') break;
    if (chunk?.kind === 'clause' && tokens[chunk.first]?.lower === 'unless') return ownEntities(reader, k + 1);
  }
  return [];
}

function afterDates({ chunks }: RoleReader, from: number): number {
  let k = from;
  while (chunks[k]?.kind === 'date') k++;
  return k;
}
