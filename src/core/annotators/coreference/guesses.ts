/** The likeliest country of those of whom no words tell it. */
import type { RolePhrase } from '../../annotations';
import { soleOfficeTitles } from '../../lexicon/sole-offices';
import { countryClues } from './country-clues';
import { plainTitle } from './offices';
import { Scene } from './scene';
import type { Person, State } from './state';
import { itemAt } from '../../items';
import { descriptionWords } from './description-words';

const { two: TWO } = descriptionWords;

/** Below this nothing is guessed, nor where the next country comes this close. */
const LEAST = 0.5;
const CLEAR = 0.01;
/** Somebody else of that country holds the office of which a state has one. */
const TAKEN = 1.3;

/**
 * Guesses the country of those whose office is one of a state, by adding up what speaks for each country: the report as a whole,
 * the words before the name, and who holds the offices of which a state has one. A wrong country is worse than none.
 */
export class Guesses {
  readonly #taken = new Map<string, number>();
  readonly #whole: ReadonlyMap<string, number>;
  readonly #scene: Scene;

  constructor(private readonly state: State) {
    this.#scene = new Scene(state);
    this.#whole = this.#scene.whole();
    for (const [index, person] of state.people.entries()) this.take(index, person);
  }

  /** Notes the offices that somebody whose country is known holds. */
  take(index: number, person: Person): void {
    if (person.country === null) return;
    for (const title of seatsOf(person)) {
      const key = `${person.country} ${title}`;
      if (!this.#taken.has(key)) this.#taken.set(key, index);
    }
  }

  /** The countries of those who hold an office together with somebody in as many countries: `the ministers of the two countries, A and B`. */
  #coHolders(index: number): string[] {
    const { state } = this;
    const found: string[] = [];
    for (const number of state.people[index]?.roles ?? []) {
      const role = state.roles[number];
      if (role?.plural !== true || role.people.length !== 2 || !isOfTwo(state, role)) continue;
      for (const name of role.people) {
        const other = state.personOf[name] ?? -1;
        const country = other === index ? null : (state.people[other]?.country ?? null);
        if (country !== null) found.push(country);
      }
    }
    return found;
  }

  /** Where the party or group that somebody serves was first named, before the one who serves it; -1 for none. */
  #bodyBefore(person: Person, before: number): number {
    const { state } = this;
    for (const { organization } of person.offices) {
      const body = organization === null ? undefined : state.bodies[organization];
      const first = state.names[body?.mentions[0] ?? -1]?.first ?? Infinity;
      if (body?.kind === 'organization' && body.country === null && first < before) return first;
    }
    return -1;
  }

  /** The country for which most speaks, or null where none is clear. */
  guess(index: number, person: Person): string | null {
    const { state } = this;
    const weights = new Map(this.#whole);
    const name = itemAt(state.names, person.cluster.mentions[0]);
    if (name !== undefined) this.#scene.around(name.first, weights);
    const body = this.#bodyBefore(person, name?.first ?? 0);
    if (body >= 0) this.#scene.around(body, weights);
    // A counterpart is of another country.
    for (const { owner, entity } of state.counterparts) {
      const served = entity === index ? (state.people[owner]?.country ?? null) : null;
      if (served !== null) weights.delete(served);
    }
    for (const other of this.#coHolders(index)) weights.delete(other);
    const seats = seatsOf(person, true);
    let best: string | null = null;
    let most = -Infinity;
    let second = weights.size > 1 ? -Infinity : 0;
    for (const [country, weight] of weights) {
      const taken = seats.some((title) => (this.#taken.get(`${country} ${title}`) ?? index) !== index);
      const left = taken ? weight - TAKEN : weight;
      if (left > most) {
        if (best !== null) second = most;
        best = country;
        most = left;
      } else second = Math.max(second, left);
    }
    return most < LEAST || most - second < CLEAR ? null : best;
  }
}

/** `of the two countries`, `the two neighbours'`, `both sides'` beside an office. */
function isOfTwo({ read: { tokens } }: State, role: RolePhrase): boolean {
  const { sides } = countryClues();
  for (let k = role.first - SIDES_REACH; k < role.last + SIDES_REACH; k++)
    if (sides.holds(tokens[k]) && TWO.holds(tokens[k - 1])) return true;
  return false;
}

const SIDES_REACH = 4;

/** Offices at present of which a state has one. `rivals`: those of armed groups and acting ones, too (`the junta's foreign minister`). */
export function seatsOf(person: Person, rivals = false): string[] {
  const sole = soleOfficeTitles();
  const titles: string[] = [];
  for (const { title, status, organization } of person.offices)
    if ((rivals ? status !== 'former' : status === 'current' && organization === null) && sole.has(plainTitle(title)))
      titles.push(plainTitle(title));
  return titles;
}
