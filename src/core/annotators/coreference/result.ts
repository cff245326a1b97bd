import type { LocalEntity, LocalMention, LocalOffice } from '../../annotations';
import { singleSpaced } from '../../text';
import { roleWords } from '../roles/role-words';
import type { State } from './state';

/** Turns what was gathered into entities and mentions: people first, then bodies and places. */
export function finish(state: State): { entities: LocalEntity[]; mentions: LocalMention[] } {
  const { people, bodies, names, read } = state;
  const textOf = (index: number): string => {
    const name = names[index];
    return name === undefined ? '' : singleSpaced(read.text.slice(name.start, name.end));
  };
  const variants = (mentions: readonly number[]): string[] => [...new Set(mentions.map(textOf))];
  const place = (office: LocalOffice): LocalOffice => ({
    ...office,
    title: plainSpokesman(office.title),
    organization: office.organization === null ? null : people.length + office.organization,
  });
  const entities: LocalEntity[] = people.map((p) => ({
    kind: 'person',
    name: p.cluster.name.text,
    country: p.country,
    gender: p.gender,
    known: p.cluster.known,
    roles: [...p.roles].sort((a, b) => a - b),
    offices: p.offices.map(place).sort((a, b) => a.role - b.role),
    variants: variants(p.cluster.mentions),
  }));
  for (const { kind, name, country, known, mentions } of bodies)
    entities.push({ kind, name, country, gender: null, known, roles: [], offices: [], variants: variants(mentions) });

  const mentions = state.mentions;
  for (const [index, { start, end, kind, rule }] of names.entries()) {
    const person = state.personOf[index] ?? -1;
    const body = state.bodyOf[index] ?? -1;
    if (person >= 0) mentions.push({ start, end, kind: 'person', form: 'name', entity: person, rule });
    else if (body >= 0)
      mentions.push({ start, end, kind: bodies[body]?.kind ?? kind, form: 'name', entity: people.length + body, rule });
  }
  return { entities, mentions: withoutOverlaps(mentions) };
}

/** `police spokesman`: whose spokesman it is belongs to no title. Until here it told two of them apart. */
function plainSpokesman(title: string): string {
  const space = title.indexOf(' ');
  const { services } = roleWords;
  return services.has(title.slice(0, space)) && title.startsWith('spokes', space + 1) ? title.slice(space + 1) : title;
}

/** Sorted by start; of two that overlap within a kind, names go before descriptions and descriptions before pronouns. */
function withoutOverlaps(mentions: readonly LocalMention[]): LocalMention[] {
  const order = { name: 0, description: 1, pronoun: 2 };
  const sorted = [...mentions].sort((a, b) => a.start - b.start || order[a.form] - order[b.form]);
  const kept: LocalMention[] = [];
  const lastOf = new Map<string, number>();
  for (const mention of sorted) {
    const at = lastOf.get(mention.kind);
    const last = at === undefined ? undefined : kept[at];
    if (at === undefined || last === undefined || last.end <= mention.start) {
      lastOf.set(mention.kind, kept.length);
      kept.push(mention);
    } else if (order[mention.form] < order[last.form]) kept[at] = mention;
  }
  return kept.sort((a, b) => a.start - b.start);
}
