/** Whether what a word of everyday life or a figurative one tells is an event: by those who take part and by who else is spoken of. */
import type { ReadReferences } from '../input';
import type { actorsIn } from './domain';
import { type Draft, participantsOf } from './draft';

/** A figurative word counts where a state, body or official takes part, or a force or office is named in its sentence. */
export function isSupported(read: ReadReferences, draft: Draft, actors: ReturnType<typeof actorsIn>): boolean {
  if (draft.names.length > 0 || draft.scene) return true;
  const participants = participantsOf(draft);
  const { type, mode, named } = draft.candidate.entry;
  if (named) return isDoneToNamed(read, draft);
  // `flew to X` is a visit where somebody known does so.
  if (mode === 'visit')
    return draft.actors.length > 0 && (draft.recipients.length > 0 || draft.actors.some((a) => isPublic(read, a)));
  if (type === 'CONSULT' && participants.length > 1) return true;
  const violent = type === 'ASSAULT' || type === 'RETREAT';
  const state = participants.some((p) => {
    const entity = read.entities[p];
    return entity !== undefined && (entity.kind !== 'person' || (!violent && entity.roles.length > 0));
  });
  if (state) return true;
  if (actors === null || (violent && actors === 'office')) return false;
  return participants.length > 0 || draft.unnamed || draft.role === 'subject' || draft.role === 'light' || draft.dated;
}

/** `sees X`, `suspended Ruritania`: a person deals with a person; what else is so marked is done to a body or country. */
function isDoneToNamed({ entities }: ReadReferences, { candidate, actors, recipients }: Draft): boolean {
  if (candidate.entry.type !== 'CONSULT') return recipients.some((r) => entities[r]?.kind !== 'person');
  return [actors, recipients].every((side) => side.some((p) => entities[p]?.kind === 'person'));
}

/** Whether an entity is a body, or a person who holds an office. */
function isPublic({ entities }: ReadReferences, index: number): boolean {
  const entity = entities[index];
  return entity !== undefined && (entity.kind === 'organization' || entity.roles.length > 0);
}
