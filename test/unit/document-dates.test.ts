import { annotate } from '../../src/core/annotate';
import { parseKnowledge } from '../../src/core/knowledge-parse';
import { linkDocumentDates } from '../../src/core/link/document-dates';
import { linkEntities } from '../../src/core/link/entities';
import { testCases } from './cases';

/** Sources (and `dossier.yaml`) behind lines of `>>> PATH`; one line for each source, the two most telling clues if inferred, one line for each problem. */
function documentDates(input: string): string[] {
  const files = input
    .split(/^>>> /mu)
    .slice(1)
    .map((f) => ({ path: f.slice(0, f.indexOf('\n')), text: f.slice(f.indexOf('\n') + 1) }));
  const { knowledge } = parseKnowledge(files.find((f) => f.path === 'dossier.yaml')?.text ?? '');
  const sources = files
    .filter((f) => f.path !== 'dossier.yaml')
    .map(({ path, text }) => ({
      path,
      configured: knowledge.sources.get(path)?.date ?? null,
      annotations: annotate(text, knowledge),
    }));
  const { dates, problems } = linkDocumentDates(sources, linkEntities(sources, knowledge), knowledge);
  return [
    ...sources.map(({ path }, i) => {
      const date = dates[i] ?? null;
      if (date === null) return `${path}: undated`;
      const why = date.basis === 'inferred' ? date.evidence.slice(0, 2).map((e) => `\n  ${e.text}: ${e.why}`) : [];
      return `${path}: ${date.value} ${date.basis}${why.join('')}`;
    }),
    ...problems.filter((p) => p.code !== 'source-undated').map((p) => `${p.path ?? ''}: ${p.code} ${p.message}`),
  ];
}

testCases('document-dates', documentDates);
