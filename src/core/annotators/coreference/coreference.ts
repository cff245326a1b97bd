import type { LocalEntity, LocalMention, NameMention, RolePhrase } from '../../annotations';
import type { ReadText } from '../input';

/** Gathers the names of one source into entities and resolves descriptions and pronouns to them. */
export function resolveCoreference(
  _read: ReadText,
  _names: readonly NameMention[],
  _roles: readonly RolePhrase[],
): { entities: readonly LocalEntity[]; mentions: readonly LocalMention[] } {
  return { entities: [], mentions: [] };
}
