import type { DossierView } from './view';

/** Events and series of more sources than this say little about any two of them. */
const MOST_SOURCES = 30;

/**
 * The two sources that report most events and series in common, one of them given or not; where none have any, most people; else the
 * first two.
 * @returns fewer than two paths where there are not as many sources
 */
export function commonSources(view: DossierView, given: string | null): readonly string[] {
  const { events, series, entities } = view.extraction;
  const people = entities.filter((e) => e.kind === 'person');
  const best =
    mostCommon([...events.map((e) => e.mentions), ...series.map((one) => one.values)], given) ??
    mostCommon(
      people.map((p) => view.mentionsOf(p.id)),
      given,
    );
  const pair = best ?? view.extraction.documents.map((d) => d.path).filter((p) => p !== given);
  const ordered = given === null ? pair : [given, ...pair.filter((p) => p !== given)];
  return ordered.slice(0, 2);
}

/** The two sources that most subjects are in, each given by its places; undefined where no two share any. */
function mostCommon(
  subjects: readonly (readonly { readonly path: string }[])[],
  given: string | null,
): readonly [string, string] | undefined {
  const counts = new Map<string, { readonly pair: readonly [string, string]; count: number }>();
  for (const places of subjects) {
    const paths = [...new Set(places.map((p) => p.path))].sort();
    if (paths.length > MOST_SOURCES) continue;
    for (const [i, a] of paths.entries()) {
      for (const b of paths.slice(i + 1)) {
        if (given !== null && a !== given && b !== given) continue;
        const found = counts.get(`${a}\n${b}`);
        if (found === undefined) counts.set(`${a}\n${b}`, { pair: [a, b], count: 1 });
        else found.count++;
      }
    }
  }
  let best: { readonly pair: readonly [string, string]; readonly count: number } | undefined;
  for (const one of counts.values()) if (one.count > (best?.count ?? 0)) best = one;
  return best?.pair;
}
