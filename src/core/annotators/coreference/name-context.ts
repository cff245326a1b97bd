/** What the words beside a name tell of whom it names. */
import { countryClues } from './country-clues';
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
