/** Capitalised words, and the particles before them, that names are made of. */
import type { Token } from '../../annotations';
import { FormAnswers } from '../../lexicon/word-table';
import { isJoiningHyphen } from '../roles/phrases';
import type { Survey } from './survey';

export function isCapitalised(survey: Survey, i: number): boolean {
  const token = survey.tokens[i];
  return token?.kind === 'word' && token.case !== 'none' && token.lower !== "'s";
}

/** From a particle at `i` over further particles to a capitalised word; its index, or -1. */
export function particlesEnd(survey: Survey, i: number, last: number): number {
  const { particles } = survey.tables.words;
  let k = i;
  for (let n = 0; n < 3 && k < last; n++) {
    if (!particles.holds(survey.tokens[k])) return -1;
    k++;
    if (isJoiningHyphen(survey.tokens, k)) k++;
    if (isCapitalised(survey, k) && k < last) return k;
  }
  return -1;
}

/** `d'Ávila`, `l'Hôpital` */
export function isElided(token: Token): boolean {
  return elided.of(token);
}

const elided = new FormAnswers(({ lower, text }) => /^[dl]'\p{L}/u.test(lower) && /\p{Lu}/u.test(text));
