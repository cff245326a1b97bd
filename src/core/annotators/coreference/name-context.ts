/** What the words beside a name tell of whom it names. */
import type { Gender } from '../../annotations';
import { countryClues } from './country-clues';
import { descriptionWords } from './description-words';
import type { State } from './state';

/** `X, 34, said`, `X (34)`: the age behind a name, or null. */
export function ageBehind({ read: { tokens } }: State, after: number): number | null {
  const [open, age, close] = [tokens[after]?.text, tokens[after + 1], tokens[after + 2]?.text];
  if (age?.kind !== 'number' || !AGE.test(age.text)) return null;
  return (open === ',' && (close === ',' || close === '.')) || (open === '(' && close === ')')
    ? Number(age.text)
    : null;
}

const AGE = /^[1-9]\d$/u;

/** The gender of whoever has a wife or a husband: `X, 34, whose husband works there`; null for others. */
export function spousesGender({ read: { tokens } }: State, after: number): Gender | null {
  let k = tokens[after]?.text === ',' ? after + 1 : after;
  if (tokens[k]?.kind === 'number' && tokens[k + 1]?.text === ',') k += 2;
  if (tokens[k]?.lower !== 'whose') return null;
  const { wives, husbands } = descriptionWords;
  for (const noun of [tokens[k + 1], tokens[k + 2]]) {
    if (wives.holds(noun)) return 'male';
    if (husbands.holds(noun)) return 'female';
  }
  return null;
}

/** `X, who heads the mission`. */
export function leads({ read: { tokens } }: State, after: number): boolean {
  const who = tokens[after]?.text === ',' ? after + 1 : after;
  return tokens[who]?.lower === 'who' && countryClues().leading.holds(tokens[who + 1]);
}

/** `X, whose brother Y was hurt, fled`: said beside what the sentence says. */
export function isOfRelative({ read: { tokens } }: State, first: number): boolean {
  for (let k = first - 1; k > first - 4; k--) if (tokens[k]?.lower === 'whose') return true;
  return false;
}
