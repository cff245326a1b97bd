import type { SourceSpan } from '../model';
import { lastStartingAtOrBefore, type Span } from '../text';
import type { DossierView } from './view';

/** Places given with one result, at most; their number is always told. */
const MOST_CITATIONS = 5;
/** Longer passages are cut. In characters. */
const LONGEST_QUOTE = 600;

/** An exact place in a source, so that an answer can be checked there. */
export interface Citation {
  /** With forward slashes, from where the tool says. */
  readonly path: string;
  /** Counted from 1, in UTF-16 code units; the end is exclusive. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Offsets into the text, in UTF-16 code units, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** The words that stand there. */
  readonly quote: string;
  /** Only where the words were cut. */
  readonly quoteCut?: true;
  /** The sentence around them, where they are less than one. */
  readonly sentence?: string;
  /** The day of publication, ISO, or null; `inferred` where the source does not state it. */
  readonly published: string | null;
  readonly publishedBasis?: 'inferred';
  readonly publisher?: string;
}

export interface Citations {
  readonly citations: readonly Citation[];
  /** Only where not all places are given: how many there are. */
  readonly citationsInAll?: number;
}

/** A folder of sources that is asked about. */
export interface AskedFolder {
  readonly view: DossierView;
  /** Stands before the paths of its sources in answers: empty, or it ends in a slash. */
  readonly prefix: string;
}

export function cite({ view, prefix }: AskedFolder, place: SourceSpan): Citation {
  const lines = view.lines(place.path);
  const from = lines.positionAt(place.start);
  const to = lines.positionAt(place.end);
  const text = view.text(place.path);
  const cut = place.end - place.start > LONGEST_QUOTE;
  const sentence = sentenceAround(view, place);
  const date = view.document(place.path)?.date ?? null;
  const publisher = view.knowledge.sources.get(place.path)?.publisher ?? null;
  return {
    path: prefix + place.path,
    line: from.line + 1,
    column: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
    start: place.start,
    end: place.end,
    quote: text.slice(place.start, cut ? place.start + LONGEST_QUOTE : place.end),
    ...(cut ? { quoteCut: true } : {}),
    ...(sentence === null ? {} : { sentence }),
    published: date?.value ?? null,
    ...(date?.basis === 'inferred' ? { publishedBasis: 'inferred' } : {}),
    ...(publisher === null ? {} : { publisher }),
  };
}

/** The first places, one of each source before a second of any. */
export function citeAll(folder: AskedFolder, places: readonly SourceSpan[]): Citations {
  const rounds = new Map<string, number>();
  const ranked = places.map((place) => {
    const round = rounds.get(place.path) ?? 0;
    rounds.set(place.path, round + 1);
    return { place, round };
  });
  const chosen = ranked.sort((a, b) => a.round - b.round).slice(0, MOST_CITATIONS);
  const citations = chosen.map(({ place }) => cite(folder, place));
  return places.length > citations.length ? { citations, citationsInAll: places.length } : { citations };
}

/** The sentence that a place lies in, on one line; null where the place is all of it or it is long. */
export function sentenceAround(view: DossierView, place: SourceSpan): string | null {
  const sentences: readonly Span[] = view.annotations(place.path)?.sentences ?? [];
  const sentence = sentences[lastStartingAtOrBefore(sentences, place.start)];
  if (sentence === undefined || sentence.end < place.end || sentence.end - sentence.start > LONGEST_QUOTE) return null;
  if (sentence.end - sentence.start <= place.end - place.start) return null;
  return view.text(place.path).slice(sentence.start, sentence.end).replace(/\s+/gu, ' ').trim();
}
