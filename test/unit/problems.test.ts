import assert from 'node:assert/strict';
import fs from 'node:fs';
import { annotate } from '../../src/core/annotate';
import type { SourceAnnotations } from '../../src/core/annotations';
import { parseKnowledge } from '../../src/core/knowledge-parse';
import { link } from '../../src/core/link/link';
import type { Problem } from '../../src/core/model';
import { PROBLEM_CODES } from '../../src/core/problems';
import { fixesOf } from '../../src/core/queries/fixes';
import { DossierView } from '../../src/core/queries/view';
import { testCases } from './cases';

/** Sources begin with a line `@ path`, the knowledge file with `@ dossier.yaml`. */
function read(text: string): { view: DossierView; yaml: string; again: (yaml: string) => readonly Problem[] } {
  const parts = text
    .split(/^@ /mu)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      return { path: part.slice(0, end).trim(), body: part.slice(end + 1) };
    });
  const yaml = parts.find((p) => p.path === 'dossier.yaml')?.body ?? '';
  const viewWith = (knowledgeText: string): DossierView => {
    const { knowledge, problems } = parseKnowledge(knowledgeText);
    assert.deepEqual(problems, [], knowledgeText);
    const annotations = new Map<string, SourceAnnotations>();
    for (const { path, body } of parts)
      if (path !== 'dossier.yaml') annotations.set(path, annotate(body.trim(), knowledge));
    const sources = [...annotations].map(([path, own]) => ({
      path,
      configured: knowledge.sources.get(path)?.date ?? null,
      annotations: own,
    }));
    return new DossierView(link(sources, knowledge), annotations, knowledge);
  };
  return { view: viewWith(yaml), yaml, again: (y) => viewWith(y).extraction.problems };
}

function told(view: DossierView, problem: Problem): string[] {
  const words = (p: { path: string | null; start: number | null; end: number | null }): string =>
    view
      .text(p.path ?? '')
      .slice(p.start ?? 0, p.end ?? 0)
      .replace(/\s+/gu, ' ');
  return [
    `${problem.path ?? '-'}: ${problem.severity} ${problem.code} [${words(problem)}] ${problem.message}`,
    ...(problem.related ?? []).map((r) => `  ${r.path} [${words(r)}] ${r.message}`),
  ];
}

testCases('problems', (text) => {
  const { view } = read(text);
  return view.extraction.problems.flatMap((p) => told(view, p));
});

/** For each problem its fixes: the title, what each adds to the knowledge file, and how many problems are left then. */
testCases('fixes', (text) => {
  const { view, yaml, again } = read(text);
  return view.extraction.problems.flatMap((problem) => [
    problem.code,
    ...fixesOf(view, problem).flatMap((fix) => {
      const edit = fix.apply(yaml);
      if (edit === null) return [`  ${fix.title}: nothing can be edited`];
      const after = yaml.slice(0, edit.start) + edit.newText + yaml.slice(edit.end);
      const before = new Set(yaml.split('\n'));
      const lines = after.split('\n').filter((l) => !before.has(l));
      const left = again(after).map((p) => p.code);
      return [`  ${fix.title}`, ...lines.map((l) => `  + ${l}`), `  leaves ${left.join(', ') || 'nothing'}`];
    }),
  ]);
});

describe('codes of problems', () => {
  it('are all documented in the README, and no other', () => {
    const headings = [...fs.readFileSync('README.md', 'utf8').matchAll(/^#### ([a-z0-9-]+)$/gmu)].map((m) => m[1]);
    assert.deepEqual(headings, PROBLEM_CODES);
  });

  it('can all be set in the setting of severities, and no other', () => {
    const manifest = JSON.parse(fs.readFileSync('package.json', 'utf8')) as {
      contributes: { configuration: readonly { properties: Record<string, { propertyNames?: { enum: string[] } }> }[] };
    };
    const setting = manifest.contributes.configuration.flatMap(
      (group) => group.properties['dossier.problems.severity'] ?? [],
    )[0];
    assert.deepEqual(setting?.propertyNames?.enum, PROBLEM_CODES);
  });
});
