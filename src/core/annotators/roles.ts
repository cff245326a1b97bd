import type { NameMention, RolePhrase } from '../annotations';
import type { ReadText } from './input';

/** Finds words for offices and roles, and the people they are said of. */
export function findRoles(_read: ReadText, _names: readonly NameMention[]): readonly RolePhrase[] {
  return [];
}
