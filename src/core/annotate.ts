import type { SourceAnnotations } from './annotations';
import { findBoilerplate } from './annotators/boilerplate';
import { resolveCoreference } from './annotators/coreference/coreference';
import { findDates } from './annotators/dates/dates';
import { findEvents } from './annotators/events/events';
import { findFigures } from './annotators/figures/figures';
import { findNames } from './annotators/names/names';
import { findQuotes } from './annotators/quotes';
import { findRoles } from './annotators/roles/roles';
import { findStructure } from './annotators/sentences';
import { findStatedDates } from './annotators/stated-dates';
import { tokenize } from './annotators/tokens';
import type { Knowledge } from './knowledge';
import { abbreviationTable } from './lexicon/lexicon';
import { finish, type Steps } from './steps';
import { withoutByteOrderMark } from './text';

/**
 * Reads one source on its own: the ordered pipeline. Each annotator is a function from what is known so far to new annotations.
 *
 * Never throws on any text; what is wrong with the text comes back in `problems`. Time is linear in the text's length.
 * @param source the decoded text; a leading byte-order mark is dropped, and offsets count from behind it
 * @param knowledge what is known beforehand, `NO_KNOWLEDGE` for nothing
 */
export function annotate(source: string, knowledge: Knowledge): SourceAnnotations {
  return finish(annotateInSteps(source, knowledge));
}

/** The same in steps, one for each annotator: a long source takes longer than an editor may be kept waiting. */
export function* annotateInSteps(source: string, knowledge: Knowledge): Steps<SourceAnnotations> {
  const text = withoutByteOrderMark(source);
  const { words, stopless } = abbreviationTable();
  const structure = findStructure(text, tokenize(text, words), stopless);
  const { paragraphs, boilerplate } = findBoilerplate(text, structure);
  const { tokens, sentences } = structure;
  const read = { text, tokens, sentences, paragraphs, knowledge };
  yield;

  const dates = findDates(read);
  const stated = findStatedDates(read, dates);
  yield;
  const names = findNames(read, dates);
  yield;
  const roles = findRoles(read, names);
  yield;
  const { entities, mentions } = resolveCoreference(read, names, roles);
  const said = { text, tokens, sentences, paragraphs, knowledge, dates, names, roles, entities, mentions };
  yield;
  const quotes = findQuotes(said);
  yield;
  const figures = findFigures(said, quotes);
  yield;
  const events = findEvents(said, quotes);

  return {
    text,
    tokens,
    sentences,
    paragraphs,
    boilerplate,
    stated,
    dates,
    names,
    roles,
    entities,
    mentions,
    quotes,
    figures,
    events,
    problems: [],
  };
}
