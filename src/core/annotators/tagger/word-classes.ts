/** What the tables know of single words, as bits. The features of the tagger are trained on them. */
import { wordBits } from '../../lexicon/vocabulary';
import { CLASSES } from '../../lexicon/word-bits';
import { fold } from '../../text';

/** The classes of a word, given in lower case; 0 where no table has it. */
export function wordClasses(lower: string): number {
  const classes = wordBits(lower) >>> CLASSES;
  return classes !== 0 || isAscii(lower) ? classes : wordBits(fold(lower)) >>> CLASSES;
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}
