/** A text prepared for reading clauses: for each token its word classes and what refers there. */
import type { LocalMention } from '../annotations';
import type { Span } from '../text';
import type { ReadReferences } from './input';
import { itemAt } from '../items';

export interface Reading extends ReadReferences {
  /** Bits of `WordClass` for each token; 0 for content words, marks, and function words inside a name. */
  readonly classes: Uint16Array;
  /** For each token the index of the mention that covers it, or -1. People win over bodies, bodies over places. */
  readonly mentionAt: Int32Array;
  /** For each token the index of the date that covers it, or -1. */
  readonly dateAt: Int32Array;
}

/** A run of tokens, `last` exclusive. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
}

const RANK: Readonly<Record<LocalMention['kind'], number>> = { person: 2, organization: 1, place: 0 };

/** Several annotators ask for them. */
const prepared = new WeakMap<ReadReferences, Reading>();

/** Prepares a text, once; one pass over its tokens, mentions and dates. */
export function prepare(read: ReadReferences): Reading {
  let reading = prepared.get(read);
  if (reading === undefined) prepared.set(read, (reading = makeReading(read)));
  return reading;
}

function makeReading(read: ReadReferences): Reading {
  const { tokens, mentions, dates } = read;
  const mentionAt = new Int32Array(tokens.length).fill(-1);
  const dateAt = new Int32Array(tokens.length).fill(-1);
  let t = 0;
  for (const [index, mention] of mentions.entries()) {
    while (t < tokens.length && (tokens[t]?.end ?? 0) <= mention.start) t++;
    for (let k = t; k < tokens.length && (tokens[k]?.start ?? 0) < mention.end; k++) {
      const other = itemAt(mentions, mentionAt[k]);
      if (other === undefined || RANK[mention.kind] > RANK[other.kind]) mentionAt[k] = index;
    }
  }
  for (const [index, date] of dates.entries()) for (let k = date.first; k < date.last; k++) dateAt[k] = index;

  const classes = new Uint16Array(tokens.length);
  for (let k = 0; k < tokens.length; k++) {
    const token = tokens[k];
    if (token === undefined || token.form.classes === 0) continue;
    if (token.case !== 'none' && itemAt(mentions, mentionAt[k])?.form === 'name') continue;
    classes[k] = token.form.classes;
  }
  const { text, sentences, paragraphs, knowledge, names, roles, entities } = read;
  return {
    text,
    tokens,
    sentences,
    paragraphs,
    knowledge,
    dates,
    names,
    roles,
    entities,
    mentions,
    classes,
    mentionAt,
    dateAt,
  };
}

/** The characters that a run of tokens covers. */
export function spanOf(read: Pick<ReadReferences, 'tokens'>, range: TokenRange): Span {
  const start = read.tokens[range.first]?.start ?? 0;
  return { start, end: read.tokens[range.last - 1]?.end ?? start };
}
