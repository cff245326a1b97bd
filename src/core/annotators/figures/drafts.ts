/** Makes the annotation of a figure from its parts: value and bound, unit and group, place, source and day. */
import type { LocalFigure } from '../../annotations';
import { countedTable } from '../../lexicon/counted';
import { WordClass } from '../../lexicon/grammar';
import { speechTable } from '../../lexicon/speech';
import { WordSet } from '../../lexicon/word-table';
import { itemAt } from '../../items';
import type { Reading } from '../reading';
import { dateOf } from './days';
import type { Reason } from './measures';
import type { Counted } from './phrases';
import type { PlaceReader } from './places';
import type { Source, SourceReader } from './sources';

/** A figure before it is known where it holds and who says so. */
export interface Draft {
  readonly figure: Counted;
  readonly reason: Reason | null;
  readonly relation: LocalFigure['relation'];
}

/** A figure that counts nothing that a measure tells. */
export function plainFigure(r: Reading, { figure }: Draft): LocalFigure {
  const { first, last, numeral } = figure;
  return {
    start: r.tokens[first]?.start ?? 0,
    end: r.tokens[last - 1]?.end ?? 0,
    first,
    last,
    value: numeral.value,
    upper: numeral.upper,
    bound: boundOf(figure),
    unit: figure.unit,
    measure: null,
    of: figure.group,
    place: null,
    attribution: null,
    source: null,
    date: null,
    relation: 'total',
    rule: 'number',
  };
}

function boundOf({ numeral, bound }: Counted): LocalFigure['bound'] {
  return numeral.bound === 'exact' ? (bound ?? 'exact') : numeral.bound;
}

/** A figure with a measure: where it holds, who says so and for which day. */
export function fullFigure(
  r: Reading,
  { figure, relation }: Draft,
  reason: Reason,
  index: number,
  sources: SourceReader,
  places: PlaceReader,
  next: number,
  previous: Counted | undefined,
  nextPart: boolean,
): LocalFigure {
  const source = gappedSource(r, figure, reason, previous) ?? sources.sourceOf(figure, index);
  const content = source?.statement?.content ?? null;
  const { first, last, numeral } = figure;
  const toll = reason.rule.startsWith('toll');
  return {
    start: r.tokens[first]?.start ?? 0,
    end: r.tokens[last - 1]?.end ?? 0,
    first,
    last,
    value: numeral.value,
    upper: numeral.upper,
    bound: (toll && numeral.bound === 'exact' ? passedBound(r, figure) : null) ?? boundOf(figure),
    unit: reason.rule === 'cases' ? 'people' : figure.unit,
    measure: reason.measure.name,
    of: sideOf(r, figure, source),
    place: places.placeOf(figure, index, {
      content,
      attribution: source?.at ?? null,
      previous: previous?.last ?? -1,
      next,
      reporting: reportingPlace(r, source),
      part: relation === 'part',
      nextPart,
    }),
    attribution: source?.span ?? null,
    source: source?.entity ?? null,
    date: dateOf(r, figure, index, source, next, toll),
    relation,
    rule: reason.rule,
  };
}

/** `the toll passes 400`: the verb tells the bound. */
function passedBound(r: Reading, { first, bound }: Counted): LocalFigure['bound'] | null {
  const verb = r.tokens[first - 1];
  if (bound !== null) return null;
  return PASSES.holds(verb) ? 'more-than' : NEARS.holds(verb) ? 'nearly' : null;
}

const PASSES = new WordSet(['passes', 'passed', 'tops', 'topped', 'exceeds', 'exceeded', 'surpasses', 'surpassed']);
const NEARS = new WordSet(['nears', 'neared', 'approached', 'approaches']);

/** `Honduras admits to 10 dead and Guatemala to 11`: the verb is left out, its subject stands between the figures. */
function gappedSource(r: Reading, figure: Counted, reason: Reason, previous: Counted | undefined): Source | null {
  if (reason.rule !== 'parallel-figure') return null;
  if (previous === undefined) return null;
  for (let k = figure.first - 2; k >= previous.last; k--) {
    const mention = itemAt(r.mentions, r.mentionAt[k]);
    if (mention !== undefined && mention.form === 'name')
      return { span: { start: mention.start, end: mention.end }, entity: mention.entity, at: null, statement: null };
  }
  return null;
}

/** `Malawi has registered 60 deaths`: a country that counts does so at home. */
function reportingPlace(r: Reading, source: Source | null): number | null {
  const lemma = source?.statement?.verb?.lemma ?? '';
  if (source?.entity === undefined || source.entity === null || !speechTable().counting.has(lemma)) return null;
  return r.entities[source.entity]?.kind === 'place' ? source.entity : null;
}

/** `six of its guards`, as Honduras says: Honduran guards. */
function sideOf(r: Reading, figure: Counted, source: Source | null): string | null {
  const country = itemAt(r.entities, source?.entity)?.country ?? null;
  if (!figure.partitive || figure.group === null || country === null) return figure.group;
  let k = figure.numeral.last;
  while (k < figure.last && r.tokens[k]?.lower !== 'of') k++;
  if (((r.classes[k + 1] ?? 0) & WordClass.possessive) === 0) return figure.group;
  const demonym = countedTable().demonyms.get(country);
  return demonym === undefined ? figure.group : `${demonym} ${figure.group}`;
}
