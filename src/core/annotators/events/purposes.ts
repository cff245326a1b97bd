/** What somebody travels, calls or meets for: it is done there and then. */
import type { Draft } from './draft';
import type { RoleReader } from './role-reader';
import { previousVerb } from './word-classes';

/** Types that are done by words, and so in a talk. */
const SPOKEN = new Set(['SUPPORT', 'REQUEST', 'ACCUSE', 'THREATEN']);

/**
 * `called Y to offer condolences`, `travelled to ask Z`: the infinitive of purpose behind a talk or visit reports an act of its own,
 * with those whom the talk was with where it names nobody.
 * @param before the drafts of the sentence that stand before it
 */
export function ofPurpose({ chunks }: RoleReader, draft: Draft, before: readonly Draft[]): Draft {
  const at = draft.candidate.chunk;
  if (draft.status !== 'hypothetical' || draft.role !== 'verb' || !SPOKEN.has(draft.candidate.entry.type)) return draft;
  if (chunks[at]?.form !== 'infinitive') return draft;
  const governor = previousVerb(chunks, at);
  const host = before.find(
    (d) => d.candidate.chunk === governor && d.candidate.entry.type === 'CONSULT' && d.status === 'actual',
  );
  if (host === undefined) return draft;
  const talk = host.mode !== 'visit' && draft.recipients.length === 0;
  return { ...draft, status: 'actual', recipients: talk ? host.recipients : draft.recipients };
}
