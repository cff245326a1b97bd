/** Words around quotation marks, from `quotations.yaml`. */
import quotations from '../../lexicon/quotations.yaml';
import { WordSet } from '../../lexicon/word-table';

interface QuotationWords {
  readonly naming: ReadonlySet<string>;
  readonly works: ReadonlySet<string>;
  readonly ratings: ReadonlySet<string>;
  readonly anaphors: ReadonlySet<string>;
  readonly sides: ReadonlySet<string>;
  readonly sanctions: WordSet;
}

let built: QuotationWords | undefined;

/** The table of words around quotation marks; immutable, built when first used. */
export function quotationWords(): QuotationWords {
  return (built ??= build(quotations as Readonly<Record<keyof QuotationWords, readonly string[]>>));
}

function build(yaml: Readonly<Record<keyof QuotationWords, readonly string[]>>): QuotationWords {
  return {
    naming: new Set(yaml.naming),
    works: new Set(yaml.works),
    ratings: new Set(yaml.ratings),
    anaphors: new Set(yaml.anaphors),
    sides: new Set(yaml.sides),
    sanctions: new WordSet(yaml.sanctions),
  };
}
