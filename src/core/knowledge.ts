/** The knowledge file, `dossier.yaml`: what people know and the texts do not say. */
import type { EventType, Problem } from './model';
import type { Span } from './text';

export interface KnownOffice {
  /** Lower-case English: `acting foreign minister`. */
  readonly title: string;
  readonly country: string | null;
  readonly organization: string | null;
  /** ISO dates (`2024`, `2024-05` or `2024-05-20`), or null where not known. */
  readonly from: string | null;
  readonly to: string | null;
}

interface KnownThing {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly country: string | null;
  readonly wikidata: string | null;
  /** Its place in the knowledge file. */
  readonly at: Span;
}

export interface KnownPerson extends KnownThing {
  readonly gender: 'female' | 'male' | null;
  readonly offices: readonly KnownOffice[];
}

export type KnownOrganization = KnownThing;
type KnownPlace = KnownThing;

export interface KnownEvent {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** ISO date, reduced date, or interval. */
  readonly date: string;
  readonly type: EventType | null;
  readonly at: Span;
}

export interface KnownSource {
  readonly date: string | null;
  readonly publisher: string | null;
  readonly at: Span;
}

/** What a user adds to the event lexicon. */
export interface KnownTrigger {
  readonly words: string;
  readonly type: EventType;
  readonly mode: string | null;
}

/** A difference that people have looked at and found right. */
export interface AcceptedDifference {
  /** `Problem.code` */
  readonly code: string;
  /** A path, as in `Knowledge.sources`. */
  readonly source: string;
  /** The words that the problem is told of; null for all of them. */
  readonly text: string | null;
  /** The path of the source that it differs from; null for any. */
  readonly other: string | null;
}

export interface Knowledge {
  /** By the path that the corpus knows them by; a parsed file gives paths relative to its folder, with forward slashes. */
  readonly sources: ReadonlyMap<string, KnownSource>;
  readonly people: readonly KnownPerson[];
  readonly organizations: readonly KnownOrganization[];
  readonly places: readonly KnownPlace[];
  readonly events: readonly KnownEvent[];
  readonly triggers: readonly KnownTrigger[];
  /** Names that are alike; those of one list name different people, bodies or places. */
  readonly different: readonly (readonly string[])[];
  readonly accepted: readonly AcceptedDifference[];
}

export const NO_KNOWLEDGE: Knowledge = {
  sources: new Map(),
  people: [],
  organizations: [],
  places: [],
  events: [],
  triggers: [],
  different: [],
  accepted: [],
};

export interface ParsedKnowledge {
  readonly knowledge: Knowledge;
  /** Codes `knowledge-…`; offsets into the knowledge file; `path` null. */
  readonly problems: readonly Problem[];
}

/**
 * Joins the knowledge of several folders; where an id stands in two, the first wins.
 * @param parts `folder` is put before each path of `sources`: empty, or with a slash at its end
 */
export function mergeKnowledge(
  parts: readonly { readonly knowledge: Knowledge; readonly folder: string }[],
): Knowledge {
  const unique = <T extends { readonly id: string }>(items: readonly T[]): readonly T[] => {
    const byId = new Map<string, T>();
    for (const item of items) if (!byId.has(item.id)) byId.set(item.id, item);
    return [...byId.values()];
  };
  return {
    sources: new Map(
      parts.flatMap((p) => [...p.knowledge.sources].map(([path, source]) => [p.folder + path, source] as const)),
    ),
    people: unique(parts.flatMap((p) => p.knowledge.people)),
    organizations: unique(parts.flatMap((p) => p.knowledge.organizations)),
    places: unique(parts.flatMap((p) => p.knowledge.places)),
    events: unique(parts.flatMap((p) => p.knowledge.events)),
    triggers: parts.flatMap((p) => p.knowledge.triggers),
    different: parts.flatMap((p) => p.knowledge.different),
    accepted: parts.flatMap(({ knowledge, folder }) =>
      knowledge.accepted.map((a) => ({
        ...a,
        source: folder + a.source,
        other: a.other === null ? null : folder + a.other,
      })),
    ),
  };
}
