/**
 * Nothing that readers see may be English alone. With a translation that turns every letter of ours into a sign, and days in a
 * language of another script, what is left in Latin letters must stand in the sources, or be the name of somebody or something.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { Corpus } from '../../../src/core/corpus';
import { parseKnowledge } from '../../../src/core/knowledge-parse';
import { useTranslation } from '../../../src/core/l10n';
import type { Problem } from '../../../src/core/model';
import { callsOf } from '../../../src/core/queries/calls';
import { CHART_DEFAULTS, charts, chartsTable } from '../../../src/core/queries/charts';
import { citation } from '../../../src/core/queries/citation';
import { comparison, COMPARISON_DEFAULTS, comparisonTable } from '../../../src/core/queries/comparison';
import { eventsTree } from '../../../src/core/queries/events-tree';
import { figuresTree } from '../../../src/core/queries/figures-tree';
import { allInferredDatesFix, fixesOf, inferredDateFix } from '../../../src/core/queries/fixes';
import { hints } from '../../../src/core/queries/hints';
import { cardAt } from '../../../src/core/queries/hover';
import { figureLenses, sourceLenses } from '../../../src/core/queries/lenses';
import { missingSources } from '../../../src/core/queries/missing-sources';
import { network, networkTable } from '../../../src/core/queries/network';
import { officialsTree } from '../../../src/core/queries/officials-tree';
import { outline, type OutlineNode } from '../../../src/core/queries/outline';
import { dateOffers, dateSetMessage } from '../../../src/core/queries/source-date';
import { sourcesTree } from '../../../src/core/queries/sources-tree';
import { SymbolIndex } from '../../../src/core/queries/symbols';
import { finish } from '../../../src/core/steps';
import { timeline, TIMELINE_DEFAULTS, timelineTable } from '../../../src/core/queries/timeline';
import { filterTree, type TreeNode } from '../../../src/core/queries/tree';
import { DossierView } from '../../../src/core/queries/view';
import { cardLines } from './print';

const SIGN = '¤';
/** Around what stands for a phrase, so that words of two phrases, or of a phrase and a source, are never taken for one. */
const [FROM, TO] = ['⟦', '⟧'];
/** A language whose days, numbers and countries have no Latin letters. */
const LANGUAGE = 'ja';

function pseudo(): Readonly<Record<string, string>> {
  const phrases = Object.keys(JSON.parse(fs.readFileSync('l10n/bundle.l10n.json', 'utf8')) as object);
  const signs = (phrase: string): string =>
    phrase.replace(/\{\d\}|\p{L}+/gu, (part) => (part.startsWith('{') ? `${TO}${part}${FROM}` : SIGN));
  return Object.fromEntries(phrases.map((p) => [p, `${FROM}${signs(p)}${TO}`]));
}

/** The sample sources, and those of the tests of problems and of days of publication, each case a folder of its own. */
function folders(): readonly { readonly name: string; readonly files: ReadonlyMap<string, string> }[] {
  const seeds = fs.readdirSync('seeds').map((f) => [f, fs.readFileSync(`seeds/${f}`, 'utf8')] as const);
  return [{ name: 'seeds', files: new Map(seeds) }, ...foldersOf('problems'), ...foldersOf('document-dates')];
}

function foldersOf(cases: string): ReturnType<typeof folders> {
  const texts = fs.readFileSync(`test/unit/cases/${cases}.txt`, 'utf8').split(/^====$\n?/mu);
  return texts.map((text, i) => {
    const parts = (text.split(/^----$/mu)[0] ?? '').split(/^(?:@|>>>) /mu).slice(1);
    const files = parts.map((p) => [p.slice(0, p.indexOf('\n')).trim(), p.slice(p.indexOf('\n') + 1).trim()] as const);
    return { name: `${cases}, case ${i + 1}`, files: new Map(files) };
  });
}

describe('a translation', () => {
  before(() => {
    useTranslation(LANGUAGE, pseudo());
  });
  after(() => {
    useTranslation('en', undefined);
  });

  for (const { name, files } of folders()) {
    it(`leaves nothing of ours in English: ${name}`, () => {
      const { knowledge, problems } = parseKnowledge(files.get('dossier.yaml') ?? '');
      const corpus = new Corpus();
      corpus.setKnowledge(knowledge);
      for (const [path, text] of files) if (path !== 'dossier.yaml') corpus.set(path, text);
      const paths = corpus.paths.map((path) => [path, corpus.annotations(path)] as const);
      const annotations = new Map(paths.flatMap(([path, own]) => (own === undefined ? [] : [[path, own] as const])));
      const view = new DossierView(corpus.extraction, annotations, knowledge);
      const known = knownWords(view, files);
      for (const [where, text] of said(view, problems))
        for (const words of latinWords(text)) assert.ok(known(words), `${where}: “${words}” in “${text}”`);
    });
  }

  it('is not asked of the command line: without one, all is English', () => {
    useTranslation('de', undefined);
    try {
      assert.equal(dateSetMessage('a.txt', '2024-06-02'), 'a.txt is dated 2 June 2024 now.');
    } finally {
      useTranslation(LANGUAGE, pseudo());
    }
  });
});

type Said = readonly (readonly [where: string, text: string])[];

/** All that readers see of a folder. */
function said(view: DossierView, others: readonly Problem[]): Said {
  const { documents, entities, problems } = view.extraction;
  const missing = missingSources(view.knowledge, () => false);
  const table = ({
    columns,
    rows,
  }: {
    columns: readonly string[];
    rows: readonly { cells: readonly string[] }[];
  }): Said => [columns, ...rows.map((r) => r.cells)].flatMap((cells) => cells.map((c) => ['table', c] as const));
  return [
    ...[...problems, ...others, ...missing].flatMap((p): Said => [
      ['problem', p.message],
      ...(p.related ?? []).map((r) => ['related', r.message] as const),
      ...fixesOf(view, p).map((f) => ['fix', f.title] as const),
    ]),
    ['fix', allInferredDatesFix(view)?.title ?? ''],
    ...[officialsTree(view), eventsTree(view, true), figuresTree(view), sourcesTree(view)].flatMap(treeWords),
    ...treeWords(filterTree(officialsTree(view), 'a')),
    ...documents.flatMap(({ path }): Said => ofSource(view, path)),
    ...entities.flatMap((e) =>
      [...callsOf(view, e.id, 'incoming'), ...callsOf(view, e.id, 'outgoing')].map(
        (c) => ['call', c.party.detail] as const,
      ),
    ),
    ...SymbolIndex.of(view)
      .find('')
      .flatMap((s): Said => [
        ['symbol', s.name],
        ['symbol', s.detail],
      ]),
    ...table(finish(timelineTable(view, TIMELINE_DEFAULTS))),
    ...table(chartsTable(view, CHART_DEFAULTS)),
    ...table(networkTable(view, { by: 'country', planned: true })),
    ...table(comparisonTable(view, COMPARISON_DEFAULTS)),
    ...pictureWords(view),
  ];
}

function ofSource(view: DossierView, path: string): Said {
  const text = view.text(path);
  const date = view.document(path)?.date ?? null;
  const starts = [...text.matchAll(/\S+/gu)].map((m) => m.index);
  const cards = starts.flatMap((at) => cardAt(view, path, at + 1) ?? []);
  const top = sourceLenses(view, path);
  const nodes = (list: readonly OutlineNode[]): readonly OutlineNode[] =>
    list.flatMap((n) => [n, ...nodes(n.children)]);
  return [
    ...cards.flatMap((card) =>
      cardLines({ ...card, country: null }).map((line) => ['card', line.replace('(picture: ', '(')] as const),
    ),
    ...[top?.date.title ?? '', top?.date.tooltip ?? '', top?.counts ?? ''].map((t) => ['source lens', t] as const),
    ...figureLenses(view, path).flatMap((l): Said => [
      ['lens', l.title],
      ['lens', l.tooltip],
    ]),
    ...hints(view, path, { start: 0, end: text.length }, new Set(['date', 'referent', 'difference'])).map(
      (h) => ['hint', h.label] as const,
    ),
    ...nodes(outline(view, path)).flatMap((n): Said => [
      ['outline', n.name],
      ['outline', n.detail],
    ]),
    ...dateOffers(date).flatMap((o): Said => [
      ['offer', o.label],
      ['offer', o.detail],
    ]),
    ['fix', inferredDateFix(view, path)?.title ?? ''],
    ['message', dateSetMessage(path, '2024-06-02')],
    ['citation', citation(view, { path, start: 0, end: 20 })],
  ];
}

function pictureWords(view: DossierView): Said {
  const { marks, lanes, choices } = timeline(view, TIMELINE_DEFAULTS);
  const { charts: all } = charts(view, CHART_DEFAULTS);
  const { nodes, edges } = network(view, { by: 'country', planned: true });
  const { sections, sources } = comparison(view, COMPARISON_DEFAULTS);
  return [
    ...marks.flatMap((m) => [m.label, m.kind, m.when]),
    ...[...lanes, ...choices.countries, ...choices.types].map((c) => c.label),
    ...all.flatMap((c) => [
      c.label,
      c.unit,
      ...c.points.flatMap((p) => [p.words, p.when]),
      ...c.rates.map((r) => r.words),
    ]),
    ...nodes.map((n) => n.label),
    ...edges.flatMap((e) => e.talks.flatMap((t) => [t.kind, t.when])),
    ...sources.map((s) => s.label),
    ...sections.flatMap((s) => s.rows.flatMap((r) => [r.label, r.note, ...r.cells.flat().map((c) => c.note)])),
  ].map((text) => ['picture', text] as const);
}

function treeWords(nodes: readonly TreeNode[]): Said {
  return nodes.flatMap((n): Said => [
    ...[n.label, n.description, n.tooltip, n.spoken].map((text) => ['tree', text ?? ''] as const),
    ...treeWords(n.children?.() ?? []),
  ]);
}

/** What stands between our phrases, in its parts. */
function latinWords(text: string): readonly string[] {
  return text
    .split(/[⟦⟧]|\]\([^()\s]*(?: [^()\s]*)*\)|\n| · | \| | – | → |[“”"*,;:()[\]|]|(?:…|\.\.\.)|\.(?=\s|$)/u)
    .map((part) =>
      part
        .replace(/\s+/gu, ' ')
        .replace(/^[\d.,+−±≈× ]+/u, '')
        .trim(),
    )
    .filter((part) => /\p{Script=Latin}{2}/u.test(part));
}

/** Tells words that stand in a source or in the knowledge file as they are, or are names that the extraction gives. */
function knownWords(view: DossierView, files: ReadonlyMap<string, string>): (words: string) => boolean {
  const { entities, events, series, documents } = view.extraction;
  const texts = [...files].flatMap(([path, text]) => [path, text.replace(/\s+/gu, ' ')]);
  const names = [
    ...entities.flatMap((e) => [e.name, ...e.variants, ...e.offices.flatMap((o) => [o.title, o.organization ?? ''])]),
    ...events.flatMap((e) => [...e.names, ...e.participants]),
    ...series.flatMap((s) => [s.of ?? '', s.unit]),
    ...documents.flatMap((d) => d.figures.flatMap((f) => [f.of ?? '', f.unit])),
    // Names of files and formats.
    'dossier.yaml',
    'Wikidata',
    'ISO 8601',
  ];
  const all = [...texts, ...names].join('\n').toLowerCase();
  return (words) => all.includes(words.toLowerCase());
}
