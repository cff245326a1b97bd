/** Which place lies in which, as the sources themselves say: `Djibo, in Soum province`, `Indonesia's Sulawesi island`. */
import { countedTable } from '../../lexicon/counted';
import { WordClass } from '../../lexicon/grammar';
import { inSteps, type Steps } from '../../steps';
import type { LinkedEntities } from '../entities';
import type { LinkSource } from '../source';

/** `Entity.id` of a place → those of the places that it is said to lie in. */
export type Containment = ReadonlyMap<string, ReadonlySet<string>>;

/** So many sources are read in a step. */
const STEP = 16;

/** How many words may stand between the two names. */
const REACH = 7;

/** Reads the places of all sources once; linear in their mentions. */
export function* readContainment(sources: readonly LinkSource[], entities: LinkedEntities): Steps<Containment> {
  const outer = new Map<string, Set<string>>();
  yield* inSteps(sources, STEP, ({ annotations }, s) => {
    const ids = entities.ids[s] ?? [];
    const places = annotations.mentions.filter((m) => m.kind === 'place' && m.form === 'name');
    let t = 0;
    for (let i = 1; i < places.length; i++) {
      const [one, two] = [places[i - 1], places[i]];
      if (one === undefined || two === undefined) continue;
      while (t < annotations.tokens.length && (annotations.tokens[t]?.start ?? 0) < one.end) t++;
      const order = orderOf(annotations.tokens, t, two.start);
      const a = ids[one.entity];
      const b = ids[two.entity];
      if (order === 0 || a === undefined || b === undefined || a === b) continue;
      const [inner, around] = order > 0 ? [a, b] : [b, a];
      const known = outer.get(inner);
      if (known === undefined) outer.set(inner, new Set([around]));
      else known.add(around);
    }
  });
  return outer;
}

/** 1 where the words between two names say that the first lies in the second, -1 for the reverse, else 0. */
function orderOf(tokens: LinkSource['annotations']['tokens'], first: number, end: number): -1 | 0 | 1 {
  const { settlements } = countedTable();
  const opening = tokens[first]?.text;
  const possessive = opening === "'s" || opening === '’s';
  let inside = false;
  let k = possessive ? first + 1 : first;
  for (; k < first + REACH; k++) {
    const token = tokens[k];
    if (token === undefined) return 0;
    if (token.start >= end) break;
    const { lower } = token;
    if (lower === 'in') inside = true;
    const side = /^(?:north|south|east|west|central)/.test(lower);
    const link =
      lower === 'in' ||
      lower === 'on' ||
      lower === 'of' ||
      (token.form.classes & WordClass.determiner) !== 0 ||
      (token.text === ',' && (k === first || tokens[k + 1]?.start === end));
    if (!side && !link && token.text !== '-' && !settlements.has(lower)) return 0;
  }
  if (k >= first + REACH) return 0;
  return possessive ? -1 : inside ? 1 : 0;
}

/** Whether one of two places lies in the other, over one place between at most. */
export function isNested(outer: Containment, a: string, b: string): boolean {
  return liesIn(outer, a, b) || liesIn(outer, b, a);
}

/** Whether the sources say that one place lies in another, over one between at most. */
export function liesIn(outer: Containment, inner: string, around: string): boolean {
  const direct = outer.get(inner);
  if (direct === undefined) return false;
  if (direct.has(around)) return true;
  for (const between of direct) if (outer.get(between)?.has(around) === true) return true;
  return false;
}
