/** Changing the name that is displayed for a person or an organization: in the knowledge file, never in the sources. */
import { addEntry, changeEntry } from '../knowledge-entries';
import type { TextEdit } from '../knowledge-edit';
import type { Entity } from '../model';
import { fold, type Span } from '../text';
import { subjectsAt } from './at';
import type { DossierView } from './view';

export interface Renameable {
  /** The words under the cursor. */
  readonly span: Span;
  readonly entity: Entity;
}

/** More spellings than this help nobody who reads the file. */
const MOST_ALIASES = 6;

/** The person or organization that is mentioned at an offset, or null. */
export function renameableAt(view: DossierView, path: string, offset: number): Renameable | null {
  for (const { type, item } of subjectsAt(view, path, offset)) {
    const entity = type === 'mention' ? view.entity(item.entity) : undefined;
    if (entity !== undefined && entity.kind !== 'place') return { span: { start: item.start, end: item.end }, entity };
  }
  return null;
}

/**
 * The edits of the knowledge file that give an entity another name. The names of before become its other spellings, so that the
 * sources are still understood. An entity without an entry gets one.
 * @param knowledge the file's text
 * @returns null where the file is broken: nothing can be edited safely there
 */
export function renameEdits(
  knowledge: string,
  view: DossierView,
  entity: Entity,
  name: string,
): readonly TextEdit[] | null {
  const list = entity.kind === 'person' ? 'people' : 'organizations';
  const entry = view.knowledge[list].find((k) => k.id === entity.id);
  if (entry === undefined) {
    const aliases = spellings(entity)
      .filter((s) => s !== name)
      .slice(0, MOST_ALIASES);
    const country = entity.country === null ? {} : { country: entity.country };
    const edit = addEntry(knowledge, list, { name, aliases, ...country });
    return edit === null ? null : [edit];
  }
  return changeEntry(knowledge, list, entry.id, { name, alias: entry.name });
}

/** The name and other full names; of a person not the short forms, which are understood from the full ones. */
function spellings(entity: Entity): readonly string[] {
  const all = [...new Set([entity.name, ...entity.variants])];
  return entity.kind === 'person' ? all.filter((s) => s === entity.name || fold(s).includes(' ')) : all;
}
