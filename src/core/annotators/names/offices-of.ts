/** Offices that name what they are of before their holder: `President of France Ana Lima`, `mayor of Lyon Paul Faye`. */
import type { Survey } from './survey';

const LINKS = new Set(['of', 'for', 'from', 'in']);
/** Words inside an owner: what follows one still belongs to it. */
const JOINTS = new Set(['of', 'the', 'and', 'for']);
const LONGEST_OWNER = 8;

/** The office phrase that `of`, and at most an article, join to what begins at token `i`; its index, or -1. */
export function officeOf(survey: Survey, i: number): number {
  const { tokens } = survey;
  const link = tokens[i - 1]?.lower === 'the' ? i - 2 : i - 1;
  if (!LINKS.has(tokens[link]?.lower ?? '') || tokens[link]?.sentence !== tokens[i]?.sentence) return -1;
  const index = survey.officeAt[link - 1] ?? -1;
  return survey.offices[index]?.last === link ? index : -1;
}

/**
 * The office whose owner ends where token `i` begins: `speaker of the national assembly Ana Lima`. Looks back over a few nouns
 * of bodies, names and articles; its index, or -1.
 */
export function officeBeforeOwner(survey: Survey, i: number): number {
  const { tokens, keys, tables } = survey;
  const sentence = tokens[i]?.sentence;
  if (JOINTS.has(tokens[i - 1]?.lower ?? '')) return -1;
  for (let k = i - 1; k > i - LONGEST_OWNER; k--) {
    const token = tokens[k];
    if (token?.kind !== 'word' || token.sentence !== sentence) return -1;
    if (JOINTS.has(token.lower)) continue;
    const key = keys[k] ?? '';
    const { organizationHeads, placeHeads } = tables.words;
    const head = organizationHeads.has(key) || placeHeads.has(key);
    // `leader of the opposition Green Path`, `of the Kenyan Star`: an adjective still belongs to what follows.
    if (k === i - 1 && (token.case === 'none' ? !head : tables.places.demonyms.has(key))) return -1;
    if (token.case === 'none' && !head && !tables.offices.modifiers.has(token.lower)) return -1;
    const office = officeOf(survey, k);
    if (office >= 0) return office;
  }
  return -1;
}
