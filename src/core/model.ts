import type { Span, TextSpan } from './text';

/**
 * The machine-readable result of `dossier extract PATH… --format json`.
 *
 * This file is the public contract: exporters, tests and outside programs read
 * this shape. Add optional fields freely; a change to a field that stands here
 * is a breaking change and raises `schemaVersion`.
 *
 * Offsets are UTF-16 code units into the source's text (decoded as UTF-8, a
 * leading byte-order mark dropped), `end` exclusive: the units of VS Code and
 * of JavaScript strings. `text` always equals `source.slice(start, end)`.
 */
export interface Extraction {
  readonly schemaVersion: 1;
  readonly documents: readonly SourceDocument[];
  /** Linked across all documents: one entity per real-world person, body or place. */
  readonly entities: readonly Entity[];
  /** Clusters of event mentions, one per real-world event, oldest first. */
  readonly events: readonly EventRecord[];
  /** The same thing counted by several sources or at several times, oldest first. */
  readonly series: readonly FigureSeries[];
  /** What could not be read, or does not fit together. Never thrown. */
  readonly problems: readonly Problem[];
}

/** A place in one of the sources. */
export interface SourceSpan extends Span {
  readonly path: string;
}

export interface SourceDocument {
  /** As given on the command line or found below a given folder, with forward slashes. */
  readonly path: string;
  readonly date: DocumentDate | null;
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateMention[];
  readonly figures: readonly Figure[];
  readonly quotes: readonly Quotation[];
  readonly events: readonly EventMention[];
  /** Disclaimers, bylines and other text that is not part of the report. */
  readonly boilerplate: readonly Span[];
}

/** When the source was published. */
export interface DocumentDate {
  /** Best single day, `YYYY-MM-DD`. */
  readonly value: string;
  /** The days between which it must lie, given the evidence. */
  readonly earliest: string;
  readonly latest: string;
  readonly basis: 'configured' | 'stated' | 'inferred';
  /** `why` is one plain sentence. */
  readonly evidence: readonly (TextSpan & { readonly why: string })[];
}

/** One place in a text that refers to an entity. */
export interface Mention extends TextSpan {
  readonly kind: 'person' | 'organization' | 'place';
  /**
   * For `Peru's acting Foreign Minister Ana Ruiz Delgado` the name is `Ana Ruiz Delgado`,
   * without title or possessive; `the Peruvian top diplomat` and `her Chilean counterpart`'s
   * `Chilean counterpart` are descriptions; `He` and `his` are pronouns.
   */
  readonly form: 'name' | 'description' | 'pronoun';
  /** `Entity.id` */
  readonly entity: string;
  /** Which rule or feature found it; printed by `--explain`. */
  readonly why?: string;
}

export interface DateMention extends TextSpan {
  /** ISO 8601: `2023-10-07`, reduced `2023-11` or `2023`, or interval `2023-10-07/2023-10-08`. */
  readonly value: string;
  /** True where the words state every part; false where a part is implied by the document date. */
  readonly certain: boolean;
  /** Which rule or feature found it; printed by `--explain`. */
  readonly why?: string;
}

/** For `at least 12,500 civilians` after `has killed`: value 12500, bound 'at-least', measure 'killed'. */
export interface Figure extends TextSpan {
  readonly value: number;
  readonly bound: 'exact' | 'about' | 'at-least' | 'more-than' | 'nearly' | 'at-most' | 'less-than';
  /** What is counted: `people`, `soldiers`, `percent`, `USD`, `km`, … */
  readonly unit: string;
  /** `killed`, `injured`, `abducted`, `released`, `displaced`, `detained`, `missing`, `destroyed`, `population`, … or null. */
  readonly measure: string | null;
  /** The group counted, as one normal form: `civilians`, `Peruvians`, … or null. */
  readonly of: string | null;
  /** `Entity.id` of the place it holds for, or null. */
  readonly place: string | null;
  /** Who says so: `local health authorities`, `UNICEF`, … or null. */
  readonly attribution: TextSpan | null;
  /** The day for which the figure holds: the event's or the statement's, else the document's. */
  readonly asOf: string | null;
  /** `FigureSeries.id`, or null where it is not comparable with any other. */
  readonly series: string | null;
  /** Which rule or feature found it; printed by `--explain`. */
  readonly why?: string;
}

export interface Quotation extends TextSpan {
  /** The span of a direct quotation includes its quotation marks. */
  readonly form: 'direct' | 'indirect';
  /** `Entity.id` of the speaker, or null where the text names none. */
  readonly speaker: string | null;
  /** Which rule or feature found it; printed by `--explain`. */
  readonly why?: string;
}

/** One sentence's report of an event. PLOVER 0.8 types and modes, and four more types for what PLOVER leaves out. */
export interface EventMention extends TextSpan {
  /** The word or words that name it: `phone call`, `bombarded`. */
  readonly trigger: TextSpan;
  readonly type: EventType;
  /** PLOVER's mode in lower case (`phone`, `visit`, `multilateral`, `third-party`, `meet`, `yield`, `ceasefire`, `release`, `abduct`, `aerial`, …) or null. */
  readonly mode: string | null;
  /** `Entity.id`s: who does it, and to or with whom. */
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly date: string | null;
  readonly place: string | null;
  readonly status: 'actual' | 'planned' | 'hypothetical' | 'negated';
  /** `EventRecord.id` */
  readonly event: string;
  /** Which rule or feature found it; printed by `--explain`. */
  readonly why?: string;
}

/** PLOVER 0.8, and the last four. */
export const EVENT_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
  'ACCIDENT',
  'CEREMONY',
  'APPOINTMENT',
  'STATEMENT',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

export interface Entity {
  /** Stable for the same corpus and knowledge: a slug of the name. */
  readonly id: string;
  readonly kind: 'person' | 'organization' | 'place';
  /** The fullest name seen, or the knowledge base's. */
  readonly name: string;
  /** Every spelling and short form seen, the most frequent first. */
  readonly variants: readonly string[];
  /** ISO 3166-1 alpha-2 of the country a person serves, a body belongs to or a place lies in, or null. */
  readonly country: string | null;
  /** Persons only. Empty for the rest. */
  readonly offices: readonly Office[];
  readonly wikidata?: string;
}

export interface Office {
  /** Lower-case English, with `acting` first where it applies: `acting foreign minister`. */
  readonly title: string;
  readonly country: string | null;
  readonly organization: string | null;
  /** ISO dates where known. */
  readonly from: string | null;
  readonly to: string | null;
  readonly evidence: readonly SourceSpan[];
}

export interface EventRecord {
  readonly id: string;
  readonly type: EventType;
  readonly mode: string | null;
  /** One line for a list: `Phone call: Ana Ruiz Delgado – John Mbeki`. */
  readonly label: string;
  readonly date: string | null;
  readonly participants: readonly string[];
  /** Other names the sources give it: `Operation Falcon`, `the May 3 raid`. */
  readonly names: readonly string[];
  readonly mentions: readonly SourceSpan[];
}

export interface FigureSeries {
  readonly id: string;
  /** `killed · civilians · Lima` */
  readonly label: string;
  readonly unit: string;
  readonly measure: string;
  readonly of: string | null;
  readonly place: string | null;
  /** Whether a later value can only be higher: deaths, yes; hostages still held, no. */
  readonly cumulative: boolean;
  readonly values: readonly (SourceSpan & { readonly asOf: string | null })[];
}

export interface Problem {
  /** Kebab-case and stable: `figure-conflict`, `source-undated`, `knowledge-invalid`, `not-utf8`, … */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'information';
  readonly message: string;
  readonly path: string | null;
  readonly start: number | null;
  readonly end: number | null;
  /** The other places that it is about, each with what stands there. */
  readonly related?: readonly (SourceSpan & { readonly message: string })[];
}
