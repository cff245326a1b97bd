import assert from 'node:assert/strict';
import { NO_KNOWLEDGE } from '../../src/core/knowledge';
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
