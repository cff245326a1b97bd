import type { ReadText } from '../../src/core/annotators/input';
import { findNames } from '../../src/core/annotators/names/names';
import { findRoles } from '../../src/core/annotators/roles/roles';
import { findStructure } from '../../src/core/annotators/sentences';
import { tokenize } from '../../src/core/annotators/tokens';
import { NO_KNOWLEDGE } from '../../src/core/knowledge';
import { abbreviationTable } from '../../src/core/lexicon/lexicon';
import { testCases } from './cases';

function readText(text: string): ReadText {
  const { words, stopless } = abbreviationTable();
  return { ...findStructure(text, tokenize(text, words), stopless), text, knowledge: NO_KNOWLEDGE };
}

const quoted = (text: string, span: { start: number; end: number }): string =>
  JSON.stringify(text.slice(span.start, span.end));

/** `person "Ana Silva" f [given name]`, `place "Lima" PE [gazetteer]`. */
testCases('names', (text) =>
  findNames(readText(text), []).map((n) =>
    [n.kind, quoted(text, n), n.country ?? '', n.gender?.[0] ?? '', `[${n.rule}]`].filter((s) => s !== '').join(' '),
  ),
);

/** `"the Danish prime minister" prime minister · DK · → "Mette Lund"`. */
testCases('roles', (text) => {
  const read = readText(text);
  const names = findNames(read, []);
  const name = (index: number): string => {
    const mention = names[index];
    return mention === undefined ? '?' : quoted(text, mention);
  };
  return findRoles(read, names).map((role) => {
    const of = [role.status === 'current' ? '' : role.status, role.country ?? ''];
    if (role.organization !== null) of.push(name(role.organization));
    if (role.plural) of.push('plural');
    if (role.relational) of.push('relational');
    if (role.people.length > 0) of.push(`→ ${role.people.map(name).join(' & ')}`);
    return [`${quoted(text, role)} ${role.title}`, ...of.filter((s) => s !== '')].join(' · ');
  });
});
