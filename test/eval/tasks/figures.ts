/** Tasks `figure` and `figure bound`, `measure`, `attribution`, `place`. */
import type { Figure } from '../../../src/core/model';
import { overlaps } from '../../../src/core/text';
import type { GoldFigure } from '../gold';
import { locate } from '../locate';
import { goldEntity, type ScoredSource, type Scoring } from '../source';

/** One holds the other, ignoring case; the extraction's must not be shorter than four letters then. */
function sameAttribution(expected: string, got: string): boolean {
  const a = expected.toLowerCase();
  const b = got.toLowerCase();
  return b.includes(a) || (b.length > 3 && a.includes(b));
}

function scoreDetails(expected: GoldFigure, figure: Figure, { gold }: ScoredSource, scoring: Scoring): void {
  const check = (task: string, right: boolean, wanted: string, got: string | null): void => {
    scoring.tally.count(task, right);
    if (!right) scoring.tally.note(gold.source, task, `${expected.at}: ${wanted}, got ${got ?? 'none'}`);
  };
  const { bound, measure, attribution, place } = expected;
  check('figure bound', figure.bound === bound, bound, figure.bound);
  check('figure measure', figure.measure === measure, measure ?? 'none', figure.measure);
  if (attribution !== undefined) {
    const got = figure.attribution?.text ?? '';
    check('figure attribution', sameAttribution(attribution, got), attribution, got);
  }
  if (place !== undefined) {
    const right = figure.place !== null && scoring.alignment.matches(figure.place, goldEntity(gold, place));
    check('figure place', right, place, figure.place);
  }
}

function missDetails(expected: GoldFigure, { tally }: Scoring): void {
  tally.count('figure bound', false);
  tally.count('figure measure', false);
  if (expected.attribution !== undefined) tally.count('figure attribution', false);
  if (expected.place !== undefined) tally.count('figure place', false);
}

/** Extra figures count only where they have a measure: a price or an age harms nobody. */
export function scoreFigures(source: ScoredSource, scoring: Scoring): void {
  const { gold, text, document } = source;
  const { tally } = scoring;
  const used = new Set<Figure>();
  for (const expected of gold.figures) {
    const span = locate(text, expected.at);
    const figure = document.figures.find(
      (f) => !used.has(f) && overlaps(f, span) && Math.abs(f.value - expected.value) < 1e-9,
    );
    if (figure !== undefined) used.add(figure);
    if (expected.optional) continue;
    tally.count('figure', figure !== undefined);
    if (figure !== undefined) {
      scoreDetails(expected, figure, source, scoring);
    } else {
      tally.note(gold.source, 'figure', `missed ${span.text}`);
      missDetails(expected, scoring);
    }
  }
  for (const f of document.figures) {
    if (used.has(f) || !f.measure) continue;
    tally.extra('figure');
    tally.note(gold.source, 'figure', `extra ${JSON.stringify(f.text)} ${f.measure}`);
  }
}
