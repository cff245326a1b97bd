/**
 * Words for readers, in the language of the editor. The editor names that language once, before anything is asked; where nobody
 * does, as on the command line, all is English.
 *
 * Whole phrases are translated, with placeholders (`{0}`), one for one of a thing and one for many. What stands in a source stays
 * as it is there.
 */
import { config, t } from '@vscode/l10n';

/** Gives a phrase with its placeholders filled in; without arguments, the phrase with its placeholders. */
export { t };

const ENGLISH = 'en-US';

let current = ENGLISH;
let numbers: Intl.NumberFormat | undefined;

/**
 * @param language of the editor, a BCP 47 tag in any case (`pt-br`)
 * @param phrases English phrases with their translations; undefined where there is no translation into that language: then days and
 * numbers are English too, as half a sentence in each language helps nobody
 */
export function useTranslation(language: string, phrases: Readonly<Record<string, string>> | undefined): void {
  config({ contents: phrases ?? {} });
  current = phrases === undefined ? ENGLISH : (supported(language) ?? ENGLISH);
  numbers = undefined;
}

/** What is known of the language here; undefined for an invented one, such as translators try things with. */
function supported(language: string): string | undefined {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language)[0];
  } catch {
    return undefined;
  }
}

/** The language that days, numbers and countries are to be worded in, as a BCP 47 tag. */
export function language(): string {
  return current;
}

export function isEnglish(): boolean {
  return current.startsWith('en');
}

/** A word of our tables (`killed`, `Phone call`) as readers see it. Translators find such words among the phrases. */
export function term(word: string): string {
  return t(word);
}

/** `12500` → `12,500`; decimals stay, three at most. */
export function formatNumber(value: number): string {
  // Making one takes longer than formatting a thousand numbers.
  return (numbers ??= new Intl.NumberFormat(current, { maximumFractionDigits: 3 })).format(value);
}
