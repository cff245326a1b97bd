/** Who serves a state, a party or an armed group without an office that the tables know. */
import type { NameMention } from '../../annotations';
import { WordClass } from '../../lexicon/grammar';
import { bodyKey } from './bodies';
import { countryClues } from './country-clues';
import type { Person, State } from './state';

/** Mentions of a person that are looked at. */
const MOST_LOOKED_AT = 3;
/** How far behind `who chairs` the body may stand, and before `led by`, in tokens. */
const BEHIND = 9;
const BEFORE = 3;

/** Whether the words around a name show that somebody serves: `X, who chairs the security committee`, `X of the ruling Justice Party`. */
export function serves(state: State, person: Person): boolean {
  const { serving } = countryClues();
  for (const noun of person.attributes) if (serving.has(noun)) return true;
  for (const index of person.cluster.mentions.slice(0, MOST_LOOKED_AT)) {
    const name = state.names[index];
    if (
      name !== undefined &&
      (hasRank(state, name) || leads(state, name) || isLed(state, name) || isOfParty(state, name))
    )
      return true;
  }
  return false;
}

/** `Corporal X` */
function hasRank({ read: { tokens } }: State, { first }: NameMention): boolean {
  return countryClues().ranks.holds(tokens[first - 1]);
}

/** `X, who heads the army's northern command` */
function leads({ read: { tokens } }: State, { last }: NameMention): boolean {
  const clues = countryClues();
  const who = tokens[last]?.text === ',' ? last + 1 : last;
  // `X runs the security committee`
  const verb = tokens[who]?.lower === 'who' ? who + 1 : last;
  if (!clues.leading.holds(tokens[verb])) return false;
  for (let k = verb + 1; k < verb + 1 + BEHIND && tokens[k]?.text !== ','; k++)
    if (clues.public.holds(tokens[k])) return true;
  return false;
}

/** `negotiators, headed by X`, `a delegation that was led by the lawyer X` */
function isLed(state: State, name: NameMention): boolean {
  const { tokens } = state.read;
  const clues = countryClues();
  const by = state.phrases.first(name.first) - 1;
  if (tokens[by]?.lower !== 'by' || !clues.led.holds(tokens[by - 1])) return false;
  for (let k = by - 2; k >= by - 2 - BEFORE; k--) if (clues.public.holds(tokens[k])) return true;
  return false;
}

/** `X of the ruling Justice Party`, `X of the opposition` */
function isOfParty(state: State, name: NameMention): boolean {
  const { tokens } = state.read;
  if (tokens[name.last]?.lower !== 'of' && tokens[name.last]?.lower !== 'from') return false;
  const clues = countryClues();
  const from = tokens[name.last + 1]?.lower === 'the' ? name.last + 2 : name.last + 1;
  for (let k = from; k < from + BEHIND; k++) {
    const token = tokens[k];
    if (token?.kind !== 'word' && token?.text !== "'s") return false;
    if ((token.form.classes & (WordClass.be | WordClass.have | WordClass.preposition)) !== 0) return false;
    if (token.lower === 'opposition') return true;
    if (token.case !== 'none' && clues.parties.holds(token) && !isStates(state, k)) return true;
  }
  return false;
}

/** `the European Union`: a bloc of states is no party. */
function isStates(state: State, token: number): boolean {
  const name = state.names[state.nameAt[token] ?? -1];
  const { international } = countryClues();
  return (
    name === undefined ||
    bodyKey(state.read.text.slice(name.start, name.end))
      .split(' ')
      .some((word) => international.has(word) && word !== 'union')
  );
}
