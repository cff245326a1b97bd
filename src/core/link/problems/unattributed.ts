import * as l10n from '../../l10n';
import type { LocalFigure, SourceAnnotations } from '../../annotations';
import { measureTable } from '../../lexicon/measures';
import type { Problem } from '../../model';
import { problemAt, type RelatedPlace } from '../../problems';
import { daysFrom } from '../compare';
import type { ResolvedDate } from '../resolve-dates';
import { asOfDay } from '../series/entries';
import type { LinkSource } from '../source';
import { flatMapInSteps, type Steps } from '../../steps';
import { type LinkedSources, quoted } from './linked';

/**
 * `figure-unattributed`: a count (killed, injured, displaced, …) for which nobody is named in a source that names somebody for
 * another count of that kind. Not told of: a value that the source attributes elsewhere, what stands in a sentence with an attributed figure or
 * in a quotation, headlines, parts and increments of other figures, numbers below ten, which reporters count themselves, and history.
 */
export function unattributedFigures({ sources, published, dates }: LinkedSources): Steps<Problem[]> {
  return flatMapInSteps(sources, STEP, (source, s) => ofSource(source, dates[s] ?? [], published[s]?.value ?? null));
}

/** What is so many days past at publication is history, which everybody knows. */
const HISTORY_DAYS = 366;

const COUNTED_BY_HAND = 10;
/** So many sources are looked at in a step. */
const STEP = 32;

function ofSource(source: LinkSource, dates: readonly ResolvedDate[], published: string | null): Problem[] {
  const { annotations, path } = source;
  const named = new Map<string, LocalFigure>();
  const values = new Set<string>();
  const sentences = new Set<number>();
  for (const figure of annotations.figures) {
    if (figure.attribution === null || !isCount(figure)) continue;
    if (!named.has(figure.measure)) named.set(figure.measure, figure);
    values.add(`${figure.measure} ${figure.value}`);
    sentences.add(sentenceOf(annotations, figure));
  }
  if (named.size === 0) return [];
  const problems: Problem[] = [];
  for (const figure of annotations.figures) {
    if (figure.attribution !== null || !isCount(figure)) continue;
    const example = named.get(figure.measure);
    if (example === undefined || values.has(`${figure.measure} ${figure.value}`)) continue;
    if (sentences.has(sentenceOf(annotations, figure)) || isSpoken(annotations, figure)) continue;
    if ((daysFrom(asOfDay(figure, dates, published), published) ?? 0) > HISTORY_DAYS) continue;
    const message = l10n.t(
      'Nobody is named for {0}, while this source names who says so for {1}.',
      quoted(source, figure),
      quoted(source, example),
    );
    problems.push(
      problemAt('figure-unattributed', { path, ...spanOf(figure) }, message, {
        related: [attributed(source, example)],
      }),
    );
  }
  return problems;
}

function isCount(figure: LocalFigure): figure is LocalFigure & { readonly measure: string } {
  if (figure.measure === null || figure.relation !== 'total' || figure.value < COUNTED_BY_HAND) return false;
  return figure.unit !== 'percent' && measureTable().byName.get(figure.measure)?.compared === true;
}

function sentenceOf({ tokens }: SourceAnnotations, figure: LocalFigure): number {
  return tokens[figure.first]?.sentence ?? 0;
}

/** In a quotation the speaker answers for it; a headline has no room for attributions. */
function isSpoken(annotations: SourceAnnotations, figure: LocalFigure): boolean {
  const { paragraphs, quotes, sentences } = annotations;
  const paragraph = paragraphs[sentences[sentenceOf(annotations, figure)]?.paragraph ?? 0];
  if (paragraph?.kind !== 'text') return true;
  return quotes.some((q) => q.start <= figure.start && figure.end <= q.end);
}

function spanOf({ start, end }: LocalFigure): { start: number; end: number } {
  return { start, end };
}

function attributed(source: LinkSource, figure: LocalFigure): RelatedPlace {
  const who = figure.attribution === null ? '' : quoted(source, figure.attribution);
  const message = l10n.t('{0}: attributed to {1}', quoted(source, figure), who);
  return { path: source.path, ...spanOf(figure), message };
}
