/** The gold annotations of one source, read from YAML. The format is described in test/gold/README.md. */
import { parse } from 'yaml';
import { EVENT_TYPES, type EventType, type Figure } from '../../src/core/model';

export type Kind = 'person' | 'organization' | 'place';

/** A person, body or place with every form that names it in the text. */
export interface GoldEntity {
  readonly id: string;
  readonly kind: Kind;
  readonly names: readonly string[];
  readonly country: string | undefined;
}

export interface GoldPerson extends GoldEntity {
  readonly role: string | undefined;
  /** Contexts of pronouns and descriptions. */
  readonly refs: readonly string[];
}

/** `at` is a context with the annotated span in `[[…]]`; it occurs once in the text. */
interface Located {
  readonly at: string;
}

export interface GoldDate extends Located {
  /** `2023`, `2023-11` or `2023-11-05`. */
  readonly value: string;
}

export interface GoldFigure extends Located {
  readonly value: number;
  readonly bound: Figure['bound'];
  readonly measure: string | undefined;
  /** Id of a gold place. */
  readonly place: string | undefined;
  readonly attribution: string | undefined;
  readonly optional: boolean;
}

export interface GoldQuote extends Located {
  readonly speaker: string | undefined;
}

export interface GoldEvent extends Located {
  /** The same for all mentions of one real event, also in other sources. */
  readonly id: string;
  readonly type: EventType;
  readonly mode: string | undefined;
  readonly who: readonly string[];
  readonly date: string | undefined;
  readonly optional: boolean;
}

export interface Gold {
  /** File name of the text. */
  readonly source: string;
  /** The days on one of which the source was published; undefined where nothing dates it. */
  readonly date: { readonly value: string; readonly latest: string } | undefined;
  readonly people: readonly GoldPerson[];
  /** People, organizations and places together. */
  readonly entities: readonly GoldEntity[];
  readonly dates: readonly GoldDate[];
  readonly figures: readonly GoldFigure[];
  readonly quotes: readonly GoldQuote[];
  readonly events: readonly GoldEvent[];
}

/** A gold file that does not keep to the format: the author of the gold must mend it. */
export class GoldError extends Error {}

type Fields = Readonly<Record<string, unknown>>;

const BOUNDS: readonly Figure['bound'][] = [
  'exact',
  'about',
  'at-least',
  'more-than',
  'nearly',
  'at-most',
  'less-than',
];

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(fields: Fields, key: string): readonly Fields[] {
  const value = fields[key] ?? [];
  if (!Array.isArray(value) || !value.every(isFields)) throw new GoldError(`'${key}' is no list of mappings`);
  return value;
}

/** A scalar as text (`1979` is a number in YAML), or undefined. */
function optionalText(fields: Fields, key: string): string | undefined {
  const value = fields[key] ?? undefined;
  if (value === undefined || typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw new GoldError(`'${key}' is no scalar`);
}

function text(fields: Fields, key: string): string {
  const value = optionalText(fields, key);
  if (value === undefined) throw new GoldError(`'${key}' is missing in ${JSON.stringify(fields)}`);
  return value;
}

function texts(fields: Fields, key: string): readonly string[] {
  const value = fields[key] ?? [];
  if (!Array.isArray(value) || !value.every((v) => typeof v === 'string'))
    throw new GoldError(`'${key}' is no list of texts in ${JSON.stringify(fields)}`);
  return value;
}

function oneOf<T extends string>(allowed: readonly T[], value: string): T {
  const found = allowed.find((a) => a === value);
  if (found === undefined) throw new GoldError(`'${value}' is none of ${allowed.join(', ')}`);
  return found;
}

function number(fields: Fields, key: string): number {
  const value = fields[key];
  if (typeof value !== 'number') throw new GoldError(`'${key}' is no number in ${JSON.stringify(fields)}`);
  return value;
}

function entity(fields: Fields, kind: Kind): GoldEntity {
  return { id: text(fields, 'id'), kind, names: texts(fields, 'names'), country: optionalText(fields, 'country') };
}

function documentDate(fields: Fields): Gold['date'] {
  const date = fields['date'];
  if (!isFields(date)) return undefined;
  const value = text(date, 'value');
  return { value, latest: optionalText(date, 'latest') ?? value };
}

function figure(fields: Fields): GoldFigure {
  return {
    at: text(fields, 'at'),
    value: number(fields, 'value'),
    bound: oneOf(BOUNDS, text(fields, 'bound')),
    measure: optionalText(fields, 'measure'),
    place: optionalText(fields, 'place'),
    attribution: optionalText(fields, 'attribution'),
    optional: fields['optional'] === true,
  };
}

function event(fields: Fields): GoldEvent {
  return {
    at: text(fields, 'at'),
    id: text(fields, 'id'),
    type: oneOf(EVENT_TYPES, text(fields, 'type')),
    mode: optionalText(fields, 'mode'),
    who: texts(fields, 'who'),
    date: optionalText(fields, 'date'),
    optional: fields['optional'] === true,
  };
}

/**
 * Reads one gold file.
 * @throws GoldError where the file does not keep to the format
 */
export function parseGold(yaml: string): Gold {
  const root: unknown = parse(yaml);
  if (!isFields(root)) throw new GoldError('The file is no mapping');
  const people = list(root, 'people').map((p) => ({
    ...entity(p, 'person'),
    role: optionalText(p, 'role'),
    refs: texts(p, 'refs'),
  }));
  return {
    source: text(root, 'source'),
    date: documentDate(root),
    people,
    entities: [
      ...people,
      ...list(root, 'organizations').map((o) => entity(o, 'organization')),
      ...list(root, 'places').map((p) => entity(p, 'place')),
    ],
    dates: list(root, 'dates').map((d) => ({ at: text(d, 'at'), value: text(d, 'value') })),
    figures: list(root, 'figures').map(figure),
    quotes: list(root, 'quotes').map((q) => ({ at: text(q, 'at'), speaker: optionalText(q, 'speaker') })),
    events: list(root, 'events').map(event),
  };
}
