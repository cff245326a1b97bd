/** `the former`, `the latter`: one of two people whom the sentence, or the one before, has named. */
import type { Referent } from './discourse';
import type { State } from './state';

/** Between two bodies or places that are named together. */
const TOGETHER = 3;

/** Whom `former` or `latter` at a token means, or undefined where two people do not stand out. */
export function oneOfTwo(state: State, token: number): number | undefined {
  const { tokens } = state.read;
  const sentence = tokens[token]?.sentence ?? 0;
  const referents = state.discourse.before(token - 1, 1, 16);
  for (const at of [sentence, sentence - 1]) {
    const people = inOrder(referents.filter((r) => r.sentence === at));
    if (people.length < 2) continue;
    const chosen = tokens[token]?.lower === 'latter' ? people.at(-1) : people.length === 2 ? people[0] : undefined;
    if (chosen === undefined || chosen.entity < 0 || namesOthersLast(state, chosen, token)) return undefined;
    return people.length > 2 && chosen.pronoun ? undefined : chosen.entity;
  }
  return undefined;
}

/** The first mention of each, in the order of the text. */
function inOrder(referents: readonly Referent[]): Referent[] {
  const first = new Map<number, Referent>();
  for (const referent of referents) {
    const known = first.get(referent.entity);
    if (known === undefined || referent.first < known.first) first.set(referent.entity, referent);
  }
  return [...first.values()].sort((a, b) => a.first - b.first);
}

/** `met the ministers of Mali and Niger; the latter`: two countries or bodies are named together behind the people. */
function namesOthersLast(state: State, chosen: Referent, token: number): boolean {
  let last = -1;
  for (let k = token - 1; k >= chosen.last; k--) {
    const index = state.nameAt[k] ?? -1;
    const name = state.names[index];
    if (name === undefined) continue;
    if (name.kind === 'person') return false;
    if (last >= 0 && last - name.last <= TOGETHER) return true;
    last = name.first;
    k = name.first;
  }
  return false;
}
