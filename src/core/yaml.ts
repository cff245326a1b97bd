/** Reading YAML that may be hostile. */
import * as l10n from './l10n';
import { type Document, parseDocument } from 'yaml';

/** Beyond these a file is a mistake or an attack, not a person's notes; the parser recurses and would exhaust the stack. */
const MAX_LENGTH = 2_000_000;
const MAX_NESTING = 64;
const MAX_INDENT = 200;

/**
 * Parses one document; what is wrong with the YAML stands in `errors` and `warnings` of the result.
 * @returns a sentence instead where the file is too large or too deeply nested to be read at all
 */
export function parseYaml(text: string): Document.Parsed | string {
  if (text.length > MAX_LENGTH) return l10n.t('The file is larger than {0} characters.', MAX_LENGTH);
  const line = firstTooDeep(text);
  if (line !== null) return l10n.t('Line {0} is nested too deeply.', line);
  return parseDocument(text, { merge: false, uniqueKeys: true, prettyErrors: false });
}

/** Counts what can nest: open brackets, indentation, and the indicators of one line. Quotes are not minded: the bound is wide. */
function firstTooDeep(text: string): number | null {
  let open = 0;
  let line = 1;
  let indicators = 0;
  let indent = 0;
  let inIndent = true;
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === '\n') {
      line++;
      indicators = indent = 0;
      inIndent = true;
    } else if (inIndent && (c === ' ' || c === '\t')) indent++;
    else {
      inIndent = false;
      if (c === '[' || c === '{') open++;
      else if ((c === ']' || c === '}') && open > 0) open--;
      else if (open === 0 && (c === ':' || c === '-' || c === '?'))
        indicators += /\s/u.test(text.charAt(i + 1)) ? 1 : 0;
    }
    if (open > MAX_NESTING || indent > MAX_INDENT || indicators > MAX_NESTING) return line;
  }
  return null;
}
