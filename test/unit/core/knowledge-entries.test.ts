import assert from 'node:assert/strict';
import { addEntry, changeEntry } from '../../../src/core/knowledge-entries';
import type { TextEdit } from '../../../src/core/knowledge-layout';
import { parseKnowledge } from '../../../src/core/knowledge-parse';

type Case = readonly [name: string, before: string, after: string | null];

const FIELDS = { name: 'Ama Serwaa', aliases: ['A. Serwaa'], country: 'GH' };

/** A file, and what adding a person makes of it; `null`: no edit is safe. */
const ADDED: readonly Case[] = [
  ['an empty file', '', 'people:\n  - name: Ama Serwaa\n    aliases: [A. Serwaa]\n    country: GH\n'],
  [
    'no list yet',
    '# notes\nsources: {}',
    '# notes\nsources: {}\npeople:\n  - name: Ama Serwaa\n    aliases: [A. Serwaa]\n    country: GH\n',
  ],
  [
    'an empty list',
    'people: # who\nevents: []\n',
    'people: # who\n  - name: Ama Serwaa\n    aliases: [A. Serwaa]\n    country: GH\nevents: []\n',
  ],
  [
    'behind the last entry and its comment',
    'people:\n- name: B\n  country: TG # sure\n\nevents: []\n',
    'people:\n- name: B\n  country: TG # sure\n- name: Ama Serwaa\n  aliases: [A. Serwaa]\n  country: GH\n\nevents: []\n',
  ],
  [
    'behind an entry in braces',
    'people:\n    - { name: B }\n',
    'people:\n    - { name: B }\n    - name: Ama Serwaa\n      aliases: [A. Serwaa]\n      country: GH\n',
  ],
  ['brackets', 'people: []\n', 'people: [{ name: Ama Serwaa, aliases: [A. Serwaa], country: GH }]\n'],
  [
    'Windows line ends',
    'people:\r\n  - name: B\r\n',
    'people:\r\n  - name: B\r\n  - name: Ama Serwaa\r\n    aliases: [A. Serwaa]\r\n    country: GH\r\n',
  ],
  ['a broken file', 'people: [\n', null],
  ['people is a word', 'people: many\n', null],
];

/** A file, and what giving `ama-serwaa` the name `Ama S.`, with her old one as another spelling, makes of it. */
const RENAMED: readonly Case[] = [
  [
    'a block entry',
    'people:\n  - name: Ama Serwaa # since 2021\n    country: GH\n',
    'people:\n  - name: Ama S. # since 2021\n    aliases: [Ama Serwaa]\n    country: GH\n',
  ],
  ['an entry in braces', 'people: [{ name: Ama Serwaa }]\n', 'people: [{ name: Ama S., aliases: [Ama Serwaa] }]\n'],
  [
    'an entry with an id',
    'people:\n  - id: ama-serwaa\n    name: "Dr. Ama"\n',
    'people:\n  - id: ama-serwaa\n    name: Ama S.\n    aliases: [Ama Serwaa]\n',
  ],
  [
    'other spellings in brackets',
    'people:\n  - { name: Ama Serwaa, aliases: [A. Serwaa] }\n',
    'people:\n  - { name: Ama S., aliases: [A. Serwaa, Ama Serwaa] }\n',
  ],
  [
    'other spellings in lines',
    'people:\n  - name: Ama Serwaa\n    aliases:\n      - A. Serwaa # short\n    country: GH\n',
    'people:\n  - name: Ama S.\n    aliases:\n      - A. Serwaa # short\n      - Ama Serwaa\n    country: GH\n',
  ],
  [
    'one other spelling',
    'people:\n  - name: Ama Serwaa\n    aliases: A. Serwaa\n',
    'people:\n  - name: Ama S.\n    aliases: [A. Serwaa, Ama Serwaa]\n',
  ],
  [
    'a spelling that is there already',
    'people:\n  - name: Ama Serwaa\n    aliases: [Ama Serwaa]\n',
    'people:\n  - name: Ama S.\n    aliases: [Ama Serwaa]\n',
  ],
  [
    'no spellings behind the key',
    'people:\n  - name: Ama Serwaa\n    aliases:\n',
    'people:\n  - name: Ama S.\n    aliases: [Ama Serwaa]\n',
  ],
  ['nobody of that id', 'people:\n  - name: Kofi Mensah\n', null],
  ['a broken file', 'people: [\n', null],
];

function apply(text: string, edits: readonly TextEdit[] | null): string | null {
  if (edits === null) return null;
  const backward = [...edits].sort((a, b) => b.start - a.start);
  return backward.reduce((t, e) => t.slice(0, e.start) + e.newText + t.slice(e.end), text);
}

describe('knowledge-entries', () => {
  for (const [name, before, after] of ADDED) {
    it(`adds a person: ${name}`, () => {
      const edit = addEntry(before, 'people', FIELDS);
      const result = apply(before, edit === null ? null : [edit]);
      assert.equal(result, after);
      if (result === null) return;
      const last = parseKnowledge(result).knowledge.people.at(-1);
      assert.deepEqual([last?.name, last?.aliases, last?.country], ['Ama Serwaa', ['A. Serwaa'], 'GH']);
    });
  }

  for (const [name, before, after] of RENAMED) {
    it(`renames a person: ${name}`, () => {
      const change = { name: 'Ama S.', alias: 'Ama Serwaa' };
      const result = apply(before, changeEntry(before, 'people', 'ama-serwaa', change));
      assert.equal(result, after);
      if (result === null) return;
      const { knowledge, problems } = parseKnowledge(result);
      assert.deepEqual(problems, []);
      assert.equal(knowledge.people[0]?.name, 'Ama S.');
      assert.ok(knowledge.people[0].aliases.includes('Ama Serwaa'));
    });
  }

  it('quotes names that YAML would read otherwise', () => {
    const edit = addEntry('', 'organizations', { name: 'Yes: [the] #1', aliases: ['no', 'a, b', '12'] });
    const [entry] = parseKnowledge(edit?.newText ?? '').knowledge.organizations;
    assert.deepEqual([entry?.name, entry?.aliases], ['Yes: [the] #1', ['no', 'a, b', '12']]);
  });
});
