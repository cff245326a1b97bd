/** Capitalised words, and the particles before them, that names are made of. */
import type { Token } from '../../annotations';
import { FormAnswers } from '../../lexicon/word-table';
import { evidenceSet, evidenceWords } from '../../lexicon/name-evidence';
import { isJoiningHyphen } from '../roles/phrases';
import type { Survey } from './survey';

export function isCapitalised(survey: Survey, i: number): boolean {
  const token = survey.tokens[i];
  return token?.kind === 'word' && token.case !== 'none' && token.lower !== "'s";
}

/** From a particle at `i` over further particles to a capitalised word; its index, or -1. */
export function particlesEnd(survey: Survey, i: number, last: number): number {
  let k = i;
  for (let n = 0; n < 3 && k < last; n++) {
    const end = particleEnd(survey, k);
    if (end === k) return -1;
    k = end;
    if (isJoiningHyphen(survey.tokens, k)) k++;
    if (isCapitalised(survey, k) && k < last) return k;
  }
  return -1;
}

/** Behind the particle that stands at `i`, else `i`. */
function particleEnd(survey: Survey, i: number): number {
  if (survey.tables.words.particles.holds(survey.tokens[i])) return i + 1;
  return brokenParticleEnd(survey, i);
}

/** Behind a particle at `i` that a mark breaks, `'t` or `a/l`; else `i`. */
export function brokenParticleEnd({ tokens }: Survey, i: number): number {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (token === undefined || next === undefined || next.spaced) return i;
  if (/^['’‘]$/u.test(token.text)) return token.spaced && CLIPPED.holds(next) && next.case === 'none' ? i + 2 : i;
  const third = tokens[i + 2];
  if (next.text !== '/' || token.end - token.start !== 1 || third === undefined || third.spaced) return i;
  return DIVIDED.has(`${token.text}/${third.text}`) ? i + 3 : i;
}

const CLIPPED = evidenceWords('clipped particles');
const DIVIDED = evidenceSet('divided particles');

/** `d'Ávila`, `l'Hôpital` */
export function isElided(token: Token): boolean {
  return elided.of(token);
}

const elided = new FormAnswers(({ lower, text }) => /^[dl]'\p{L}/u.test(lower) && /\p{Lu}/u.test(text));
