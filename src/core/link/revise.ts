/**
 * The linked state a moment after an edit, without linking anew: the edited source as it reads now, among the others as they were.
 *
 * Exact where an edit only moves annotations, as nearly all keystrokes do. Else what the edit changes in other sources (a day, a
 * series, a new namesake) is as it was until everything is linked again, and new events and figures stand alone.
 */
import type { LocalEntity, SourceAnnotations } from '../annotations';
import type { Knowledge } from '../knowledge';
import type { Entity, EventMention, Extraction, Figure, Problem, SourceDocument, SourceSpan } from '../model';
import { withChanged } from '../positions';
import { slug, type Span, textSpan } from '../text';
import { editBetween, type Move, mover } from './edit';
import { resolveDates } from './resolve-dates';
import { asOfDay } from './series/entries';
import type { LinkSource } from './source';
import { toDocument } from './to-document';

/**
 * @param last everything as linked before
 * @param before what the source said then; it must be one of those that `last` was made from
 * @param source the source as it is now
 */
export function revise(
  last: Extraction,
  before: SourceAnnotations,
  source: LinkSource,
  knowledge: Knowledge,
): Extraction {
  const at = last.documents.findIndex((d) => d.path === source.path);
  const old = last.documents[at];
  if (old === undefined) return last;
  const move = mover(editBetween(before.text, source.annotations.text));
  const { ids, added } = identify(last.entities, before, old, source);
  const document = reread(old, source, ids, move, knowledge);
  const moveHere = <T extends SourceSpan>(span: T): T =>
    span.path === source.path ? { ...span, ...move(span) } : span;
  const named = new Set(old.mentions.map((m) => m.entity));
  const reported = new Set(old.events.map((e) => e.event));
  const counted = new Set(old.figures.flatMap((f) => f.series ?? []));
  return {
    ...last,
    documents: last.documents.with(at, document),
    entities: withAdded(
      withChanged(last.entities, named, (e) => (e.offices.length > 0 ? moveEntity(e, moveHere) : e)),
      added,
    ),
    events: withChanged(last.events, reported, (e) => ({ ...e, mentions: e.mentions.map(moveHere) })),
    series: withChanged(last.series, counted, (s) => ({ ...s, values: s.values.map(moveHere) })),
    problems: last.problems.map((p) => moveProblem(p, source.path, move)),
  };
}

/** The source's document with what linking said of the places that are still there. */
function reread(
  old: SourceDocument,
  source: LinkSource,
  ids: readonly string[],
  move: Move,
  knowledge: Knowledge,
): SourceDocument {
  const { annotations } = source;
  const published = old.date?.value ?? null;
  const dates = resolveDates(annotations.dates, published, knowledge);
  const document = toDocument(source, ids, dates);
  const figures = new Map(old.figures.map((f): [string, Figure] => [placeKey(move(f)), f]));
  const events = new Map(old.events.map((e): [string, EventMention] => [eventKey(e, move), e]));
  return {
    ...document,
    date: old.date && {
      ...old.date,
      evidence: old.date.evidence.map((e) => ({ ...textSpan(annotations.text, move(e)), why: e.why })),
    },
    figures: document.figures.map((f, i) => {
      const local = annotations.figures[i];
      const asOf = local === undefined ? published : asOfDay(local, dates, published);
      return { ...f, asOf, series: figures.get(placeKey(f))?.series ?? null };
    }),
    events: document.events.map((e, i) => {
      const known = events.get(eventKey(e, (span) => span));
      const index = annotations.events[i]?.date ?? null;
      const own = index === null ? null : (dates[index]?.value ?? null);
      return { ...e, event: known?.event ?? '', date: own ?? known?.date ?? null };
    }),
  };
}

function placeKey({ start, end }: Span): string {
  return `${start}-${end}`;
}

function eventKey({ trigger, type }: EventMention, move: Move): string {
  return `${type} ${placeKey(move(trigger))}`;
}

interface Identified {
  /** `Entity.id` of each local entity. */
  readonly ids: readonly string[];
  /** Entities that no source had before. */
  readonly added: readonly Entity[];
}

/** Local entities are who they were by name; a new name is whom it names elsewhere, or somebody new. */
function identify(
  entities: readonly Entity[],
  before: SourceAnnotations,
  old: SourceDocument,
  { annotations }: LinkSource,
): Identified {
  const known = new Map<string, string>();
  for (const [i, mention] of before.mentions.entries()) {
    const local = before.entities[mention.entity];
    const id = old.mentions[i]?.entity;
    if (local !== undefined && id !== undefined) known.set(nameKey(local), id);
  }
  const added: Entity[] = [];
  let elsewhere: Elsewhere | undefined;
  const ids = annotations.entities.map((local) => {
    const here = known.get(nameKey(local));
    if (here !== undefined) return here;
    // Made where a name is new to the source, which most keystrokes bring none of.
    elsewhere ??= entitiesElsewhere(entities);
    const id = elsewhere.byName.get(nameKey(local));
    if (id !== undefined) return id;
    const entity = newEntity(local, elsewhere.taken);
    added.push(entity);
    return entity.id;
  });
  return { ids, added };
}

interface Elsewhere {
  readonly byName: ReadonlyMap<string, string>;
  /** Ids of entities; those of new ones are added. */
  readonly taken: Set<string>;
}

function entitiesElsewhere(entities: readonly Entity[]): Elsewhere {
  const byName = new Map<string, string>();
  for (const entity of entities) if (!byName.has(nameKey(entity))) byName.set(nameKey(entity), entity.id);
  return { byName, taken: new Set(entities.map((e) => e.id)) };
}

function nameKey({ kind, name }: Pick<LocalEntity, 'kind' | 'name'>): string {
  return `${kind} ${name}`;
}

function newEntity(local: LocalEntity, taken: Set<string>): Entity {
  const { kind, name, country } = local;
  const base = slug(name);
  let id = base;
  for (let n = 1; taken.has(id); n++) id = `${base}--new-${n}`;
  taken.add(id);
  return { id, kind, name, variants: [...new Set([name, ...local.variants])], country, offices: [] };
}

function withAdded(entities: readonly Entity[], added: readonly Entity[]): readonly Entity[] {
  return added.length === 0 ? entities : [...entities, ...added].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function moveEntity(entity: Entity, moveHere: <T extends SourceSpan>(span: T) => T): Entity {
  return { ...entity, offices: entity.offices.map((o) => ({ ...o, evidence: o.evidence.map(moveHere) })) };
}

function moveProblem(problem: Problem, path: string, move: Move): Problem {
  const { start, end, related } = problem;
  const here = problem.path === path && start !== null && end !== null;
  const there = related?.some((r) => r.path === path) === true;
  if (!here && !there) return problem;
  return {
    ...problem,
    ...(here ? move({ start, end }) : {}),
    ...(there ? { related: related.map((r) => (r.path === path ? { ...r, ...move(r) } : r)) } : {}),
  };
}
