import type { LocalEntity, LocalMention, SourceAnnotations } from '../../src/core/annotations';
import { NO_KNOWLEDGE } from '../../src/core/knowledge';
import { testCases } from './cases';
import { annotateMarked } from './marked-names';

testCases('coreference', (text) => {
  const annotations = annotateMarked(text, NO_KNOWLEDGE);
  return [
    ...annotations.entities.flatMap((e) => entityLine(e)),
    ...annotations.mentions.flatMap((m) => mentionLine(annotations, m)),
  ];
});

/** `Ana Lund, female, NO: foreign minister = Lund`. Places alone in their names are left out. */
function entityLine(entity: LocalEntity): string[] {
  const variants = entity.variants.filter((v) => v !== entity.name);
  if (entity.kind !== 'person' && variants.length === 0) return [];
  const offices = entity.offices.map((o) => `${o.status === 'current' ? '' : `${o.status} `}${o.title}`);
  const head = [entity.name, entity.gender, entity.country].filter((x) => x !== null).join(', ');
  return [
    `${head}${offices.length > 0 ? `: ${offices.join(', ')}` : ''}${variants.length > 0 ? ` = ${variants.join(' = ')}` : ''}`,
  ];
}

/** `12 She -> Ana Lund`, with the offset, for descriptions and pronouns. */
function mentionLine({ text, entities }: SourceAnnotations, mention: LocalMention): string[] {
  if (mention.form === 'name') return [];
  return [`${mention.start} ${text.slice(mention.start, mention.end)} -> ${entities[mention.entity]?.name ?? ''}`];
}
