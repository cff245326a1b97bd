import { citation } from '../../../src/core/queries/citation';
import { figureLenses, sourceLenses } from '../../../src/core/queries/lenses';
import { testCases } from '../cases';
import { ferryAffair } from './ferry';

/** A case is the path of a source: the lenses at its top, then those of its figures with the start of their paragraph. */
testCases('lenses', (path) => {
  const view = ferryAffair();
  const top = sourceLenses(view, path);
  const figures = figureLenses(view, path).map((l) => `${l.at.start} ${l.standing}: ${l.title}`);
  return [`${top?.date.title ?? '–'} | ${top?.counts ?? '–'}`, ...(top?.date.tooltip ?? '').split('\n'), ...figures];
});

/** A case is `path:start-end`. */
testCases('citations', (text) => {
  const [, path = '', start, end] = /^(.*):(\d+)-(\d+)$/u.exec(text) ?? [];
  return [citation(ferryAffair(), { path, start: Number(start), end: Number(end) })];
});
