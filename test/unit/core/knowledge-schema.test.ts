import assert from 'node:assert/strict';
import fs from 'node:fs';
import { stringify } from 'yaml';
import { parseKnowledge } from '../../../src/core/knowledge-parse';
import { hasFormat } from '../../../src/core/knowledge-schema/formats';
import { describeAt, suggestionsAt } from '../../../src/core/knowledge-schema/place';
import { EVENT_TYPES } from '../../../src/core/model';

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean;
  readonly enum?: readonly (string | null)[];
  readonly format?: string;
  readonly pattern?: string;
}

const SCHEMA = JSON.parse(fs.readFileSync('schemas/dossier.schema.json', 'utf8')) as JsonSchema & {
  readonly definitions: Readonly<Record<string, JsonSchema>>;
};

const OFFICE = { title: 'mayor', country: 'NO', organization: 'Bergen', from: '2019-10-21', to: '2023-10-30' };
const THING = { id: 'x', name: 'X Y', aliases: ['Z'], acronym: 'XY', country: 'NO', wikidata: 'Q42' };
/** One entry with every key of the schema, for each of its mappings. */
const FULL = {
  sources: { 'a.txt': { date: '2024-06-02', publisher: 'P' } },
  people: [{ ...THING, gender: 'female', offices: [OFFICE] }],
  organizations: [THING],
  places: [THING],
  events: [{ id: 'e1', name: 'E', date: '2024-06/2024-07', aliases: ['F'], type: 'AGREE' }],
  triggers: [{ words: 'torched', type: 'ASSAULT', mode: 'arson' }],
  different: [['A B', 'A C']],
  accepted: [{ code: 'figure-conflict', source: 'a.txt', text: 't', other: 'b.txt', note: 'n' }],
};
const EXAMPLES: Readonly<Record<string, readonly [object, string]>> = {
  source: [FULL.sources['a.txt'], ''],
  thing: [FULL.organizations[0] ?? {}, ''],
  person: [FULL.people[0] ?? {}, ''],
  office: [OFFICE, ''],
  event: [FULL.events[0] ?? {}, ''],
  trigger: [FULL.triggers[0] ?? {}, ''],
  // A note is for people.
  accepted: [FULL.accepted[0] ?? {}, 'note'],
};

function knowledgeOf(file: object): string {
  const { knowledge } = parseKnowledge(stringify(file));
  return (
    JSON.stringify([...knowledge.sources], null, 1) + JSON.stringify(knowledge, (k, v: unknown) => (k === 'at' ? 0 : v))
  );
}

describe('the schema of the knowledge file', () => {
  it('allows a file with every key, and the parser reads each of them', () => {
    assert.deepEqual(parseKnowledge(stringify(FULL)).problems, []);
    assert.deepEqual(Object.keys(FULL).sort(), Object.keys(SCHEMA.properties ?? {}).sort());
    for (const [name, [example, unread]] of Object.entries(EXAMPLES)) {
      const keys = Object.keys(SCHEMA.definitions[name]?.properties ?? {});
      assert.deepEqual(Object.keys(example).sort(), [...keys].sort(), name);
      for (const key of keys.filter((k) => k !== unread)) {
        const without = JSON.parse(JSON.stringify(FULL), (_, value: unknown) =>
          JSON.stringify(value) === JSON.stringify(example)
            ? Object.fromEntries(Object.entries(value as object).filter(([k]) => k !== key))
            : value,
        ) as object;
        assert.notEqual(knowledgeOf(without), knowledgeOf(FULL), `${name}.${key} is not read`);
      }
    }
  });

  it('has the types of events of the contract', () => {
    assert.deepEqual(SCHEMA.definitions['eventType']?.enum, EVENT_TYPES);
  });

  it('publishes a pattern for each format that allows all that the format does', () => {
    const texts = ['2024', '2024-06', '2024-06-02', '2024/2025-01', '2024-06-02/2024-06-03', 'NO', 'PT', 'no', 'x', ''];
    const formatted = Object.values(SCHEMA.definitions).filter((d) => d.format !== undefined);
    assert.ok(formatted.length > 3);
    for (const { format = '', pattern = '' } of formatted) {
      const right = texts.filter((t) => hasFormat(format, t));
      assert.ok(right.length > 0, format);
      for (const text of right) assert.match(text, new RegExp(pattern, 'u'));
    }
  });

  it('refuses every unknown key of every mapping', () => {
    for (const [name, schema] of Object.entries(SCHEMA.definitions))
      if (schema.properties !== undefined) assert.equal(schema.additionalProperties, false, name);
  });
});

/** A file with the cursor at `|`, and what is offered there, or the first of it. */
const OFFERS: readonly (readonly [file: string, offered: readonly string[]])[] = [
  ['|', ['sources', 'people', 'organizations']],
  ['people: []\n|', ['sources', 'organizations', 'places']],
  ['people:\n  - name: A\n    |', ['id', 'aliases', 'acronym']],
  ['people:\n  - name: A\n    gen|\n    country: NO\n', ['id', 'aliases', 'acronym', 'wikidata', 'gender', 'offices']],
  ['people:\n  - |', ['id', 'name', 'aliases']],
  ['people:\n  - { name: A, |}', ['id', 'aliases', 'acronym']],
  ['people:\n  - name: A\n    offices:\n      - { title: mayor, | }\n', ['country', 'organization', 'from', 'to']],
  ['people:\n  - name: A\n    gender: |', ['female', 'male']],
  ['sources:\n  a.txt: { | }\n', ['date', 'publisher']],
  ['triggers:\n  - { words: x, type: AC| }\n', ['AGREE', 'CONSULT']],
  ['people:\n  - name: |', []],
];

describe('completion in the knowledge file', () => {
  for (const [file, offered] of OFFERS) {
    it(JSON.stringify(file), () => {
      const at = file.indexOf('|');
      const labels = suggestionsAt(file.replace('|', ''), at).map((s) => s.label);
      assert.deepEqual(labels.slice(0, offered.length), offered);
      if (offered.length === 0) assert.deepEqual(labels, []);
    });
  }

  it('offers countries by code, with their names', () => {
    const file = 'people:\n  - { name: A, country:  }\n';
    const offered = suggestionsAt(file, file.indexOf(' }'));
    assert.equal(offered.find((s) => s.label === 'NO')?.detail, 'Norway');
  });
});

describe('hover in the knowledge file', () => {
  const file = 'people:\n  - name: A\n    offices: [{ title: mayor, from: 2020 }]\n    gender: male\n';
  const CASES = [
    ['people', 'Who people are'],
    ['from', 'The first day'],
    ['2020', 'The first day'],
    ['gender', '`female`, `male`'],
  ] as const;
  for (const [word, expected] of CASES)
    it(word, () => {
      assert.ok(describeAt(file, file.indexOf(word) + 1)?.text.includes(expected));
    });
});
