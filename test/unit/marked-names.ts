/** Sources for tests in which the names are marked by hand, so that what follows is tested apart from the finding of names. */
import type { Gender, NameMention, SourceAnnotations } from '../../src/core/annotations';
import { findBoilerplate } from '../../src/core/annotators/boilerplate';
import { resolveCoreference } from '../../src/core/annotators/coreference/coreference';
import { findRoles } from '../../src/core/annotators/roles/roles';
import { findStructure } from '../../src/core/annotators/sentences';
import { tokenize } from '../../src/core/annotators/tokens';
import type { Knowledge } from '../../src/core/knowledge';
import { abbreviationTable } from '../../src/core/lexicon/lexicon';
import type { LinkSource } from '../../src/core/link/source';

const KINDS = { P: 'person', O: 'organization', L: 'place' } as const;
const MARK = /\{([POL])(?::([^{}:]*))?:([^{}:]+)\}/gu;

/**
 * Annotates a text as far as coreference. Names are marked `{P:Ana Lund}`; `{P:f:Ana Lund}` with a gender, `{L:PE:Lima}` and
 * `{O:PE:…}` with a country.
 */
export function annotateMarked(marked: string, knowledge: Knowledge): SourceAnnotations {
  const spans: Pick<NameMention, 'start' | 'end' | 'kind' | 'country' | 'gender'>[] = [];
  let text = '';
  let at = 0;
  for (const match of marked.matchAll(MARK)) {
    const [whole, letter, detail = '', name = ''] = match;
    text += marked.slice(at, match.index);
    const kind = KINDS[letter as keyof typeof KINDS];
    const gender: Gender | null = detail === 'f' ? 'female' : detail === 'm' ? 'male' : null;
    const country = kind !== 'person' && detail !== '' ? detail : null;
    spans.push({ start: text.length, end: text.length + name.length, kind, country, gender });
    text += name;
    at = match.index + whole.length;
  }
  text += marked.slice(at);

  const { words, stopless } = abbreviationTable();
  const structure = findStructure(text, tokenize(text, words), stopless);
  const { paragraphs, boilerplate } = findBoilerplate(text, structure);
  const read = { ...structure, paragraphs, text, knowledge };
  const names = spans.map((span): NameMention => {
    const first = structure.tokens.findIndex((t) => t.start === span.start);
    const last = structure.tokens.findIndex((t) => t.end === span.end) + 1;
    if (first < 0 || last <= first)
      throw new Error(`a marked name does not end with a token: ${text.slice(span.start, span.end)}`);
    return { ...span, first, last, known: null, rule: 'marked' };
  });
  const roles = findRoles(read, names);
  const { entities, mentions } = resolveCoreference(read, names, roles);
  const empty = { stated: [], dates: [], quotes: [], figures: [], events: [], problems: [] };
  return { text, ...structure, paragraphs, boilerplate, names, roles, entities, mentions, ...empty };
}

/** Several marked sources in one text, each behind a line `@ path`. */
export function markedSources(marked: string, knowledge: Knowledge): LinkSource[] {
  return marked
    .split(/^@ /mu)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const end = part.indexOf('\n');
      const annotations = annotateMarked(part.slice(end + 1), knowledge);
      return { path: part.slice(0, end).trim(), configured: null, annotations };
    });
}
