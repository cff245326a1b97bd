import { annotate } from '../../src/core/annotate';
import { NO_KNOWLEDGE } from '../../src/core/knowledge';
import { link } from '../../src/core/link/link';
import { testCases } from './cases';

/**
 * Sources begin with a line `@ name date`. One line for each series, then one for each of its values, then the problems told of
 * figures.
 */
testCases('series', (text) => {
  const sources = text
    .split(/^@ /mu)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      const [path = '', configured = ''] = part.slice(0, end).split(' ');
      return { path, configured, annotations: annotate(part.slice(end + 1).trim(), NO_KNOWLEDGE) };
    });
  const { series, problems } = link(sources, NO_KNOWLEDGE);
  const texts = new Map(sources.map((s) => [s.path, s.annotations.text]));
  return [
    ...series.flatMap((s) => [
      `${s.label}${s.cumulative ? ' (cumulative)' : ''}`,
      ...s.values.map((v) => `  ${v.asOf} ${v.path}: ${texts.get(v.path)?.slice(v.start, v.end)}`),
    ]),
    ...problems
      .filter((p) => p.code.startsWith('figure-'))
      .map((p) => `${p.path}: ${p.severity} ${p.code} ${p.message}`),
  ];
});
