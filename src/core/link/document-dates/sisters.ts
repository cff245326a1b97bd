/** Sources about the same people and bodies, which tend to be of the same weeks. */
import * as l10n from '../../l10n';
import type { LinkedEntities } from '../entities';
import type { Span } from '../../text';
import type { LinkSource } from '../source';
import { inSteps, type Steps } from '../../steps';
import type { Clue } from './clue';

/** For a source: which others share people and bodies with it, and how much that counts. */
export type Sisters = readonly ReadonlyMap<number, number>[];

/** What stands in more sources than this links none of them. */
const MOST = 40;

/** For each source of `wanted` its sisters. A person counts 1, a body ½; less where many sources have them. */
export function* findSisters(
  sources: readonly LinkSource[],
  entities: LinkedEntities,
  wanted: ReadonlySet<number>,
): Steps<Sisters> {
  const holders = new Map<string, { weight: number; sources: number[] }>();
  yield* inSteps(sources, 16, (source, i) => {
    const ids = entities.ids[i] ?? [];
    const seen = new Set<string>();
    for (const [k, entity] of source.annotations.entities.entries()) {
      if (entity.kind === 'place') continue;
      const id = ids[k] ?? `${entity.kind} ${entity.name}`;
      if (seen.has(id)) continue;
      seen.add(id);
      const holder = holders.get(id);
      if (holder === undefined) holders.set(id, { weight: entity.kind === 'person' ? 1 : 0.5, sources: [i] });
      else holder.sources.push(i);
    }
  });
  const sisters = sources.map(() => new Map<number, number>());
  yield* inSteps(holders.values(), 16, ({ weight, sources: shared }) => {
    if (shared.length < 2 || shared.length > MOST) return;
    const share = weight / Math.log2(1 + shared.length);
    for (const i of shared) {
      if (!wanted.has(i)) continue;
      for (const j of shared) if (i !== j) sisters[i]?.set(j, (sisters[i].get(j) ?? 0) + share);
    }
  });
  return sisters;
}

/** How much must be shared for two sources to be of one affair. */
export const SAME_AFFAIR = 0.7;

/**
 * The days of the sisters draw: reports of one affair lie days or weeks apart, more rarely months.
 * @param span the first name in the source, to stand for all
 */
export function sisterClue(
  span: Span,
  dated: readonly { readonly day: number; readonly share: number; readonly path: string }[],
): Clue | null {
  const nearest = [...dated].sort((a, b) => b.share - a.share).slice(0, 5);
  const first = nearest[0];
  if (first === undefined) return null;
  const total = nearest.reduce((sum, s) => sum + s.share, 0);
  const strength = Math.min(1.6, 0.3 + total / 3);
  const score = (day: number): number => {
    let sum = 0;
    for (const { day: other, share } of nearest) sum += (share / total) * Math.log(1 + Math.abs(day - other) / 4);
    return -strength * sum;
  };
  return {
    start: span.start,
    end: span.end,
    score,
    why: l10n.t('It names the same people and bodies as {0}.', first.path),
    range: { first: Math.min(...nearest.map((n) => n.day)) - 365, last: Math.max(...nearest.map((n) => n.day)) + 365 },
  };
}
