/** What a report is about: public affairs, or something in which the words of war are figures of speech. */
import type { Sentence, Token } from '../../annotations';
import domainsYaml from '../../lexicon/domains.yaml';
import { listOf } from '../../lexicon/lists';
import { WordSet, WordTable } from '../../lexicon/word-table';

type DomainsYaml = Readonly<
  Record<'affairs' | 'figures' | 'sport' | 'business' | 'arts' | 'science' | 'forces' | 'offices', string>
>;

interface Domains {
  /** Word → index of its domain in `OTHERS`, `AFFAIRS` or `FIGURES`. */
  readonly words: WordTable<number>;
  readonly forces: WordSet;
  readonly offices: WordSet;
}

const OTHERS = ['sport', 'business', 'arts', 'science'] as const;
const AFFAIRS = OTHERS.length;
const FIGURES = AFFAIRS + 1;

/** What a word of war weighs for public affairs: it may be a figure of speech. */
const FIGURE_WEIGHT = 0.5;

let built: Domains | undefined;

function domains(): Domains {
  return (built ??= build(domainsYaml as DomainsYaml));
}

function build(yaml: DomainsYaml): Domains {
  const words = new Map<string, number>();
  for (const w of listOf(yaml.affairs)) words.set(w, AFFAIRS);
  for (const w of listOf(yaml.figures)) words.set(w, FIGURES);
  for (const [index, name] of OTHERS.entries())
    for (const w of listOf(yaml[name])) if (!words.has(w)) words.set(w, index);
  return {
    words: new WordTable(words),
    forces: new WordSet(listOf(yaml.forces)),
    offices: new WordSet(listOf(yaml.offices)),
  };
}

/** A report of something else than public affairs: from this share of other words on. Measured on the development reports. */
const OTHER_SHARE = 0.62;

/** Fewer telling words than this say nothing. */
const LEAST_WORDS = 3;

/** Whether a report is about public affairs rather than sport, business, arts or science. One pass. */
export function isPublicAffairs(tokens: readonly Token[]): boolean {
  const { words } = domains();
  const counts = new Uint32Array(OTHERS.length + 2);
  for (const token of tokens) {
    const domain = words.of(token);
    if (domain !== undefined) counts[domain] = (counts[domain] ?? 0) + 1;
  }
  let other = 0;
  for (let n = 0; n < AFFAIRS; n++) other = Math.max(other, counts[n] ?? 0);
  const affairs = (counts[AFFAIRS] ?? 0) + FIGURE_WEIGHT * (counts[FIGURES] ?? 0);
  return other < LEAST_WORDS || other / (other + affairs) < OTHER_SHARE;
}

/** What gives figurative words of a sentence their plain sense: a force or loss of life, an office or group of people, or nothing. */
export function actorsIn(tokens: readonly Token[], sentence: Sentence): 'force' | 'office' | null {
  const { forces, offices } = domains();
  let office = false;
  for (let i = sentence.first; i < sentence.last; i++) {
    if (forces.holds(tokens[i])) return 'force';
    office ||= offices.holds(tokens[i]);
  }
  return office ? 'office' : null;
}
