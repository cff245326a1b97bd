import assert from 'node:assert/strict';
import { type KnownPerson, NO_KNOWLEDGE } from '../../src/core/knowledge';
import { linkEntities } from '../../src/core/link/entities';
import type { Entity } from '../../src/core/model';
import { testCases } from './cases';
import { markedSources } from './marked-names';

testCases('link-entities', (text) => {
  const sources = markedSources(text, NO_KNOWLEDGE);
  const { entities, problems } = linkEntities(sources, NO_KNOWLEDGE);
  const backwards = linkEntities([...sources].reverse(), NO_KNOWLEDGE);
  assert.deepEqual(backwards.entities, entities, 'the order of the sources changes the result');
  return [...entities.map(line), ...problems.map((p) => `${p.code} ${p.path ?? ''}: ${p.message}`)];
});

/** `id person NO Ana Lund = Lund | foreign minister NO (2)`. */
function line({ id, kind, country, name, variants, offices }: Entity): string {
  const others = variants.filter((v) => v !== name).map((v) => ` = ${v}`);
  const held = offices.map(
    (o) => ` | ${[o.title, o.country, o.organization].filter((x) => x !== null).join(', ')} (${o.evidence.length})`,
  );
  return `${id}: ${kind} ${country ?? '-'} ${name}${others.join('')}${held.join('')}`;
}

describe('linkEntities with knowledge', () => {
  const lund: KnownPerson = {
    id: 'lund',
    name: 'Ana Kristine Lund',
    aliases: ['Ana Lund', 'Lund'],
    country: 'NO',
    gender: 'female',
    wikidata: 'Q1',
    at: { start: 0, end: 0 },
    offices: [
      { title: 'foreign minister', country: 'NO', organization: null, from: '2021-10-14', to: '2023-10-16' },
      { title: 'mayor', country: 'NO', organization: null, from: null, to: null },
    ],
  };
  const knowledge = { ...NO_KNOWLEDGE, people: [lund] };

  it('takes name, tenure and Wikidata from the knowledge file', () => {
    const sources = markedSources(
      '@ a.txt\nNorwegian Foreign Minister {P:Lund} spoke.\n@ b.txt\n{P:Ana Lund} left.\n',
      knowledge,
    );
    const { entities } = linkEntities(sources, knowledge);
    assert.deepEqual(entities.map(line), [
      'ana-kristine-lund: person NO Ana Kristine Lund = Ana Lund = Lund | foreign minister, NO (1) | mayor, NO (0)',
    ]);
    assert.equal(entities[0]?.wikidata, 'Q1');
    assert.deepEqual(
      entities[0].offices.map((o) => [o.from, o.to]),
      [
        ['2021-10-14', '2023-10-16'],
        [null, null],
      ],
    );
  });

  it('knows whom a description means that the source never names', () => {
    const sources = markedSources("@ a.txt\n{L:NO:Norway}'s foreign minister spoke.\n", knowledge);
    const { entities, ids } = linkEntities(sources, knowledge);
    const mention = sources[0]?.annotations.mentions.find((m) => m.form === 'description');
    assert.equal(ids[0]?.[mention?.entity ?? -1], 'ana-kristine-lund');
    assert.equal(entities.length, 2);
  });
});
