/**
 * What one source says, read on its own: the immutable result of `annotate`, one for each version of a text.
 *
 * Nothing here depends on the other sources or on the day of publication: dates stay expressions (`Sunday`, `last month`) and
 * entities stay local to the source. `src/core/link/` resolves both against the whole corpus.
 * References between annotations are indices into the arrays of the same `SourceAnnotations`.
 */
import type { WordForm } from './lexicon/word-forms';
import type { EventType, Figure, Mention, Problem, Quotation } from './model';
import type { Span } from './text';

/** A word, number or punctuation mark. Hyphens and possessive `'s` are tokens of their own; `U.N.`, `Oct.`, `O'Brien` are one. */
export interface Token extends Span {
  readonly text: string;
  /** `text` in lower case, typographic apostrophes made straight. */
  readonly lower: string;
  readonly kind: WordForm['kind'];
  readonly case: WordForm['case'];
  /** True where white space or the start of the text stands before it. */
  readonly spaced: boolean;
  /** Index of its sentence. */
  readonly sentence: number;
  /** What the tables know of the word; the same object wherever it stands. */
  readonly form: WordForm;
}

export interface Sentence extends Span {
  /** Its tokens: `first` to `last`, `last` exclusive. */
  readonly first: number;
  readonly last: number;
  /** Index of its paragraph. */
  readonly paragraph: number;
}

export interface Paragraph extends Span {
  /** Its sentences: `first` to `last`, `last` exclusive. */
  readonly first: number;
  readonly last: number;
  /** `headline`: a short line without a full stop, in title case, capitals or at the very start. `boilerplate`: not part of the report. */
  readonly kind: 'text' | 'headline' | 'boilerplate';
}

export type EntityKind = Mention['kind'];
export type Gender = 'female' | 'male';

/** A proper name in the text, before it is known whom it names. The span leaves out titles and possessives. */
export interface NameMention extends Span {
  /** Its tokens: `first` to `last`, `last` exclusive. */
  readonly first: number;
  readonly last: number;
  readonly kind: EntityKind;
  /** ISO 3166-1 alpha-2 of a known place or body, else null. */
  readonly country: string | null;
  /** Id of the knowledge-file entry that the spelling belongs to, where exactly one does. */
  readonly known: string | null;
  /** From a given name, an honorific (`Mrs`, `Sheikh`) or the knowledge file. */
  readonly gender: Gender | null;
  readonly rule: string;
}

/** Words for an office or role: in a title, an apposition or a description. */
export interface RolePhrase extends Span {
  readonly first: number;
  readonly last: number;
  /** Lower-case English, singular, without modifiers of status: `foreign minister`, `leader`, `director of operations`. */
  readonly title: string;
  readonly status: 'current' | 'acting' | 'former' | 'late' | 'designate';
  /** ISO 3166-1 alpha-2, from a demonym, a possessive or `of …`. */
  readonly country: string | null;
  /** Index into `names` of the body or place it belongs to (`Frelimo leader`, `mayor of Lund`). */
  readonly organization: number | null;
  /** Indices into `names` of the people it is said of (title or apposition; two for `Presidents A and B`). Empty for a description. */
  readonly people: readonly number[];
  readonly plural: boolean;
  /** `counterpart`, `predecessor`, `successor`: the office is to be read off another person's. */
  readonly relational: boolean;
}

/** An office that a source says a person holds, a counterpart's read off the other's. */
export interface LocalOffice {
  /** Index into `roles`: where it is said. */
  readonly role: number;
  readonly title: string;
  readonly status: RolePhrase['status'];
  readonly country: string | null;
  /** Index into `entities`. */
  readonly organization: number | null;
}

/** An entity as this source alone knows it. */
export interface LocalEntity {
  readonly kind: EntityKind;
  /** The fullest name in this source. */
  readonly name: string;
  readonly country: string | null;
  readonly gender: Gender | null;
  readonly known: string | null;
  /** Indices into `roles`. */
  readonly roles: readonly number[];
  /** People only, in the order of the text. */
  readonly offices: readonly LocalOffice[];
  /** Other spellings and short forms in this source, acronyms included. */
  readonly variants: readonly string[];
}

/** A reference to a local entity. Sorted by start; never overlapping for one kind. */
export interface LocalMention extends Span {
  readonly kind: EntityKind;
  readonly form: Mention['form'];
  /** Index into `entities`. */
  readonly entity: number;
  readonly rule: string;
}

export type DateUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/**
 * What the words of a date say. Months count from 1; weekdays as ISO 8601, Monday 1 to Sunday 7.
 * `direction` of an implied year or week: from the words (`last`, `next`) or the tense around it; `past` is the rule in news.
 */
export type DateExpression =
  | {
      readonly type: 'day';
      readonly year: number | null;
      readonly month: number;
      readonly day: number;
      readonly direction: Direction;
    }
  /** `years`: in the year so many after that of publication (`July last year` −1); only where `year` is null. */
  | {
      readonly type: 'month';
      readonly year: number | null;
      readonly years?: number;
      readonly month: number;
      readonly direction: Direction;
    }
  | { readonly type: 'year'; readonly year: number }
  /**
   * `Sunday`, `last Sunday`, `next Sunday`. `weeks` 0 is the nearest one in that direction, 1 the one a week further.
   * `strict`: never the day of publication itself (`last`, `next`).
   */
  | {
      readonly type: 'weekday';
      readonly weekday: number;
      readonly direction: Direction;
      readonly weeks: number;
      readonly strict: boolean;
    }
  /** `on the 14th`: a day of the month of publication or a neighbouring one. */
  | { readonly type: 'day-of-month'; readonly day: number; readonly direction: Direction }
  /** `today` is 0 days, `eight months ago` −8 months, `last month` −1 month. `span`: the calendar unit as a whole (`last month`), not a point in it. */
  | { readonly type: 'relative'; readonly unit: DateUnit; readonly amount: number; readonly span: boolean }
  /**
   * `two days later`, `the same day`, `the following year`: counted from the date at index `anchor` of `dates`. `span` as for `relative`;
   * without it, a year on from a quarter is a quarter (`a year earlier`).
   */
  | {
      readonly type: 'offset';
      readonly anchor: number;
      readonly unit: DateUnit;
      readonly amount: number;
      readonly span: boolean;
    }
  | { readonly type: 'interval'; readonly from: DateExpression; readonly to: DateExpression }
  /** A dated event of the knowledge file, by its id. */
  | { readonly type: 'event'; readonly event: string }
  /** `recently`, `in recent days`: no calendar value, evidence only. */
  | { readonly type: 'vague' };

export type Direction = 'past' | 'future' | 'nearest';

export interface LocalDate extends Span {
  readonly first: number;
  readonly last: number;
  readonly expression: DateExpression;
  /** True for `nearly`, `some`, `about`: the resolved value is not to the day. */
  readonly approximate: boolean;
  readonly rule: string;
}

/** A piece of evidence for the day of publication that the text itself states. */
export interface StatedDate extends Span {
  /** `full`: day, month and year; `day`: month and day only (a dateline). */
  readonly precision: 'full' | 'day';
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  /** Where it stands: a header or `Updated` line, a dateline, anywhere else. In order of weight. */
  readonly place: 'header' | 'dateline' | 'text';
}

export interface LocalFigure extends Span {
  readonly first: number;
  readonly last: number;
  readonly value: number;
  /** Upper end of a range (`20 to 30`), else null. */
  readonly upper: number | null;
  readonly bound: Figure['bound'];
  readonly unit: string;
  readonly measure: string | null;
  readonly of: string | null;
  /** Index into `entities`. */
  readonly place: number | null;
  readonly attribution: Span | null;
  /** Index into `entities` of the one who says so, where the attribution names one. */
  readonly source: number | null;
  /** Index into `dates` of the day for which it holds. */
  readonly date: number | null;
  /** `part`: included in another figure (`including 13 soldiers`); `increment`: on top of one (`another 20`); `former`: revised (`from 412`). */
  readonly relation: 'total' | 'part' | 'increment' | 'former';
  readonly rule: string;
}

export interface LocalQuotation extends Span {
  readonly form: Quotation['form'];
  /** Index into `entities`. */
  readonly speaker: number | null;
  readonly rule: string;
}

export interface LocalEvent extends Span {
  readonly trigger: Span;
  readonly type: EventType;
  readonly mode: string | null;
  /** Indices into `entities`. */
  readonly actors: readonly number[];
  readonly recipients: readonly number[];
  /** Index into `dates`. */
  readonly date: number | null;
  /** Index into `entities`. */
  readonly place: number | null;
  readonly status: 'actual' | 'planned' | 'hypothetical' | 'negated';
  /** Names given to it: `Operation X`, `the Oct. 7 raid`. */
  readonly names: readonly string[];
  readonly rule: string;
}

/** A problem within one source; `path` is added when the source is linked. */
export type LocalProblem = Omit<Problem, 'path'>;

export interface SourceAnnotations {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly paragraphs: readonly Paragraph[];
  readonly boilerplate: readonly Span[];
  readonly stated: readonly StatedDate[];
  readonly dates: readonly LocalDate[];
  readonly names: readonly NameMention[];
  readonly roles: readonly RolePhrase[];
  readonly entities: readonly LocalEntity[];
  readonly mentions: readonly LocalMention[];
  readonly quotes: readonly LocalQuotation[];
  readonly figures: readonly LocalFigure[];
  readonly events: readonly LocalEvent[];
  readonly problems: readonly LocalProblem[];
}
