/** Whose the thing is that a request, a refusal or a protest is about. */
import type { Token } from '../../annotations';
import { type Chunk, isPossessive } from './word-classes';
import type { Referents } from './referents';
import type { RoleReader } from './role-reader';

/** How many chunks behind a verb its content is looked for. */
const FARTHEST = 8;

/** `called for a halt to the Malian offensive`, `his dismissal`, `a meeting of the OAS`: owners named in the content of a verb. */
export function contentOwners({ chunks, referents, tokens }: RoleReader, at: number): readonly number[] {
  const found: number[] = [];
  for (let k = at + 1; k < chunks.length && k < at + FARTHEST; k++) {
    const chunk = chunks[k];
    if (chunk === undefined || !/^(?:noun|open|close|date)$/.test(chunk.kind)) break;
    if (chunk.kind !== 'noun') continue;
    if (hasOwner(tokens, referents, chunk) || isOfBody(tokens, referents, chunk))
      found.push(...referents.of(chunk, true));
    else if (chunk.preposition === 'of') found.push(...referents.within(chunk.first, chunk.last, false).bodies);
  }
  return found;
}

/** `called for G7 action`: a body named before a noun of its own. */
function isOfBody(tokens: readonly Token[], referents: Referents, { first, last }: Chunk): boolean {
  const head = tokens[last - 1];
  if (head === undefined || head.case !== 'none' || referents.mentionAt(last - 1) >= 0) return false;
  return referents.within(first, last, false).bodies.length > 0;
}

/** `marched to demand the resignation of X`, `a rally calling for X's release`: whom the verb behind chunk `at` wants something of. */
export function demandedOf(reader: RoleReader, at: number): readonly number[] {
  const { chunks, tokens, referents } = reader;
  for (let k = at + 1; k < chunks.length && k < at + FARTHEST; k++) {
    const chunk = chunks[k];
    if (chunk === undefined || chunk.kind === 'stop' || chunk.kind === 'clause') break;
    if (chunk.kind !== 'verb') continue;
    if (chunk.form === 'finite' || !DEMANDING.test(tokens[chunk.main]?.lower ?? '')) break;
    const owners = contentOwners(reader, k);
    if (owners.length > 0) return owners;
    const of = chunks[k + 2];
    return of?.kind === 'noun' && of.preposition === 'of' ? referents.of(of) : [];
  }
  return [];
}

const DEMANDING = /^(?:demand|call|protest|press|seek|urg|denounc|condemn|oppos)/;

/** Whether a possessive or an adjective of nationality stands in the phrase. */
export function hasOwner(tokens: readonly Token[], referents: Referents, chunk: Chunk): boolean {
  for (let k = chunk.first; k < chunk.last; k++) {
    const token = tokens[k];
    if (token === undefined) continue;
    if (isPossessive(token) || (k === chunk.first && /^(?:his|her|their|its)$/.test(token.lower))) return true;
    if (referents.mentionAt(k) < 0 && referents.demonym(token) !== null) return true;
  }
  return false;
}
