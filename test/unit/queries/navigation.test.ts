import assert from 'node:assert/strict';
import { type CallDirection, callsOf, partiesAt } from '../../../src/core/queries/calls';
import { definitionAt } from '../../../src/core/queries/definition';
import { type HintKind, hints } from '../../../src/core/queries/hints';
import { outline, type OutlineNode } from '../../../src/core/queries/outline';
import { highlightsAt, type MentionForms, referencesAt, reportsAt } from '../../../src/core/queries/references';
import { SymbolIndex } from '../../../src/core/queries/symbols';
import type { DossierView } from '../../../src/core/queries/view';
import type { SourceSpan } from '../../../src/core/model';
import type { Span } from '../../../src/core/text';
import { testCases } from '../cases';
import { ferryAffair } from './ferry';

type Answer = (view: DossierView, path: string, offset: number, option: string) => readonly string[];

/** A case is `question path: words`, after `|` an option: what the question answers at the first place where the words stand. */
const QUESTIONS: Readonly<Record<string, Answer>> = {
  define: (view, path, offset) => {
    const found = definitionAt(view, path, offset);
    const targets = (found?.targets ?? []).map((t) =>
      t.to === 'knowledge'
        ? `dossier.yaml:${t.span.start}`
        : `${shown(view, t.place)} in ${shown(view, { path: t.place.path, ...t.around })}`,
    );
    return found === null ? ['nothing'] : [`of ${shown(view, { path, ...found.origin })}`, ...targets];
  },
  refer: (view, path, offset, option) => {
    const found = referencesAt(view, path, offset, (option || 'all') as MentionForms);
    if (found === null) return ['nothing'];
    const entry = found.knowledge === null ? [] : [`dossier.yaml:${found.knowledge.start}`];
    return [...entry, ...found.places.map((p) => shown(view, p))];
  },
  highlight: (view, path, offset) =>
    highlightsAt(view, path, offset).map((h) => `${h.named ? 'named' : 'other'} ${shown(view, { path, ...h })}`),
  reports: (view, path, offset) => {
    const found = reportsAt(view, path, offset);
    if (found === null) return ['nothing'];
    return found.reports.map((r) => `${shown(view, r.place)} in ${shown(view, { path: r.place.path, ...r.around })}`);
  },
  calls: (view, path, offset, option) =>
    partiesAt(view, path, offset).flatMap((party) => [
      `${party.name} | ${party.detail}`,
      ...callsOf(view, party.entity, option as CallDirection).map((c) => {
        const sites = c.sites.map((s) => shown(view, { path: c.party.place.path, ...s }));
        return `  ${c.party.name} | ${c.party.detail} | ${sites.join(', ')}`;
      }),
    ]),
};

testCases('navigation', (text) => {
  const view = ferryAffair();
  const [, question = '', path = '', words = '', option = ''] =
    /^(\w+) ([^:]+): ([^|]*?)(?: \| (\w+))?$/u.exec(text) ?? [];
  const start = view.text(path).indexOf(words);
  assert.ok(start >= 0, `${path} does not hold ${words}`);
  return QUESTIONS[question]?.(view, path, start + 1, option) ?? [`no question ${question}`];
});

function shown(view: DossierView, { path, start, end }: SourceSpan): string {
  const words = view.text(path).slice(start, end);
  return `${path}:${start} “${words.length > 40 ? `${words.slice(0, 40)}…` : words}”`;
}

/** A case is the path of a source. */
testCases('outlines', (path) => {
  const lines = (nodes: readonly OutlineNode[], depth: number, within: Span): readonly string[] =>
    nodes.flatMap((n) => {
      assert.ok(within.start <= n.span.start && n.span.end <= within.end, `${n.name} lies outside its parent`);
      assert.ok(n.span.start <= n.selection.start && n.selection.end <= n.span.end);
      const own = `${'  '.repeat(depth)}${n.kind} ${n.name}${n.detail === '' ? '' : ` | ${n.detail}`}`;
      return [own, ...lines(n.children, depth + 1, n.span)];
    });
  const view = ferryAffair();
  return lines(outline(view, path), 0, { start: 0, end: view.text(path).length });
});

/** A case is what is typed. */
testCases('symbols', (query) => {
  const view = ferryAffair();
  return SymbolIndex.of(view)
    .find(query === '-' ? '' : query)
    .map((s) => `${s.kind} ${s.name} | ${s.detail} | ${shown(view, s.place)}`);
});

/** A case is the path of a source and kinds of hints: each hint in brackets at its place. */
testCases('hints', (text) => {
  const [path = '', ...kinds] = text.split(' ');
  const view = ferryAffair();
  const source = view.text(path);
  const found = hints(view, path, { start: 0, end: source.length }, new Set(kinds as HintKind[]));
  return [...found]
    .reverse()
    .reduce((t, h) => `${t.slice(0, h.at)} [${h.label}]${t.slice(h.at)}`, source)
    .split('\n');
});
