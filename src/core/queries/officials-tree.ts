import * as l10n from '../l10n';
import type { Entity, Mention } from '../model';
import { inContext } from './context';
import { inSources, mentionCount, personCount } from './counts';
import { groupBy } from './group';
import { officeOn } from './offices';
import { placeSubject, type TreeNode } from './tree';
import type { DossierView, Located } from './view';
import { capitalized, countryName, fileName, formatDate, formName, officeName } from './wording';

/**
 * People by country, those of no known country last; below each person the mentions by source, newest source first.
 * The office is the one held on the day of the newest source that mentions the person.
 */
export function officialsTree(view: DossierView): readonly TreeNode[] {
  const people = view.extraction.entities.filter((e) => e.kind === 'person');
  const byCountry = groupBy(people, (p) => p.country ?? '');
  const countries = [...byCountry].map(([code, list]): TreeNode & { readonly last: boolean } => {
    const name = code === '' ? l10n.t('Other') : countryName(code);
    const number = personCount(list.length);
    return {
      id: `country/${code}`,
      label: name,
      description: String(list.length),
      spoken: `${name}, ${number}`,
      icon: 'country',
      ...(code === '' ? {} : { country: code }),
      subject: `country:${code}`,
      last: code === '',
      children: () => list.map((p) => personNode(view, p)).sort(byLabel),
    };
  });
  return countries.sort((a, b) => Number(a.last) - Number(b.last) || byLabel(a, b));
}

function byLabel(a: TreeNode, b: TreeNode): number {
  return a.label.localeCompare(b.label, l10n.language());
}

function personNode(view: DossierView, person: Entity): TreeNode {
  const mentions = view.mentionsOf(person.id);
  const sources = groupBy(mentions, (m) => m.path);
  const days = [...sources.keys()].map((path) => view.published(path)).filter((d) => d !== null);
  const newest = days.sort().at(-1) ?? null;
  const office = officeOn(view, person, null, newest);
  const title = office === undefined ? undefined : capitalized(officeName(office.office));
  const where = inSources(mentionCount(mentions.length), sources.size);
  return {
    id: `person/${person.id}`,
    label: person.name,
    ...(title === undefined ? {} : { description: title }),
    tooltip: [person.name, title, where, person.variants.filter((v) => v !== person.name).join(', ')]
      .filter((part) => part !== undefined && part !== '')
      .join('\n'),
    spoken: [person.name, title, where].filter((part) => part !== undefined).join(', '),
    icon: 'person',
    subject: `entity:${person.id}`,
    children: () =>
      [...sources]
        .sort(([a], [b]) => (view.published(b) ?? '').localeCompare(view.published(a) ?? '') || a.localeCompare(b))
        .map(([path, list]) => sourceNode(view, person, path, list)),
  };
}

function sourceNode(view: DossierView, person: Entity, path: string, mentions: readonly Located<Mention>[]): TreeNode {
  const day = view.published(path);
  const when = day === null ? l10n.t('undated') : formatDate(day);
  const description = [when, String(mentions.length)].join(' · ');
  const id = `person/${person.id}/${path}`;
  return {
    id,
    label: fileName(path),
    description,
    tooltip: path,
    spoken: `${fileName(path)}, ${when}, ${mentionCount(mentions.length)}`,
    icon: 'source',
    source: path,
    children: () => mentions.map((m) => mentionNode(view, id, m)),
  };
}

function mentionNode(view: DossierView, parent: string, { path, item }: Located<Mention>): TreeNode {
  const { label, highlight } = inContext(view.text(path), item);
  const form = item.form === 'name' ? '' : ` (${formName(item.form)})`;
  return {
    id: `${parent}/${item.start}`,
    label,
    highlight,
    searched: item.text,
    tooltip: inContext(view.text(path), item, 'long').label,
    spoken: `${item.text}${form}: ${label}`,
    icon: 'mention',
    place: { path, start: item.start, end: item.end },
    subject: placeSubject('mention', { path, start: item.start }),
  };
}
