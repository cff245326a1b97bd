/** Reads `cases` in reports of an epidemic: elsewhere they are tried, closed or lost. */
import { affairWords } from '../../lexicon/affairs';
import { measureTable } from '../../lexicon/measures';
import { WordSet } from '../../lexicon/word-table';
import type { Reading } from '../reading';
import type { Reason } from './measures';
import type { Counted } from './phrases';

export class CaseReader {
  readonly #r: Reading;
  #epidemic: boolean | undefined;

  constructor(r: Reading) {
    this.#r = r;
  }

  /** `14,012 cases`, `cases at 10,413`; null where nothing of the kind stands there or the text tells of no epidemic. */
  reasonFor(figure: Counted): Reason | null {
    const measure = measureTable().byName.get('infected');
    if (measure === undefined || !(this.#counts(figure) || this.#given(figure)) || !this.#tellsOfEpidemic())
      return null;
    return { measure, rule: 'cases' };
  }

  #counts({ noun, last }: Counted): boolean {
    return noun !== 'quantity' && CASES.holds(this.#r.tokens[last - 1]);
  }

  /** `the number of cases rose to 10,413`: at most two words stand between. */
  #given({ noun, first, numeral }: Counted): boolean {
    // `cases nearing 10,000`
    if (noun === 'none' && first < numeral.at && CASES.holds(this.#r.tokens[first - 1])) return true;
    if (noun !== 'none' || !LINKS.holds(this.#r.tokens[first - 1])) return false;
    for (let k = first - 2; k >= Math.max(0, first - 4); k--) {
      if (CASES.holds(this.#r.tokens[k])) return true;
      if (this.#r.tokens[k]?.kind !== 'word') return false;
    }
    return false;
  }

  #tellsOfEpidemic(): boolean {
    if (this.#epidemic !== undefined) return this.#epidemic;
    const words = affairWords();
    return (this.#epidemic = this.#r.tokens.some(
      ({ lower }) => words.get(lower)?.name === 'epidemic' && lower !== 'cases' && lower !== 'infections',
    ));
  }
}

const CASES = new WordSet(['case', 'cases']);
const LINKS = new WordSet(['to', 'at', 'is', 'was', 'reached', 'reaching', 'stands', 'stood', 'passed', 'topped']);
