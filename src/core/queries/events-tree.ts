import * as l10n from '../l10n';
import type { EventRecord, EventType } from '../model';
import { contains } from '../text';
import { inContext } from './context';
import { eventCount, sourceCount } from './counts';
import { eventKind, eventLabel } from './event-words';
import { groupBy } from './group';
import { type IconKind, placeSubject, type TreeNode } from './tree';
import type { DossierView } from './view';
import { capitalized, excerpt, fileName, formatDate } from './wording';

const ICONS: Readonly<Record<EventType, IconKind>> = {
  AGREE: 'agree',
  CONSULT: 'consult',
  SUPPORT: 'agree',
  CONCEDE: 'agree',
  COOPERATE: 'agree',
  AID: 'aid',
  RETREAT: 'agree',
  REQUEST: 'request',
  ACCUSE: 'accuse',
  REJECT: 'reject',
  THREATEN: 'threaten',
  PROTEST: 'protest',
  SANCTION: 'sanction',
  MOBILIZE: 'military',
  COERCE: 'military',
  ASSAULT: 'assault',
  ACCIDENT: 'accident',
  CEREMONY: 'ceremony',
  APPOINTMENT: 'appointment',
  STATEMENT: 'statement',
};

export function eventIcon(type: EventType): IconKind {
  return ICONS[type];
}

/** Events by date, undated ones last; below each its participants and every report of it. */
export function eventsTree(view: DossierView, newestFirst: boolean): readonly TreeNode[] {
  const dated = view.extraction.events.filter((e) => e.date !== null);
  const undated = view.extraction.events.filter((e) => e.date === null);
  const groups = [...groupBy(dated, (e) => e.date ?? '')].sort(([a], [b]) => a.localeCompare(b));
  if (newestFirst) groups.reverse();
  const days = groups.map(([date, list]) => dayNode(view, `day/${date}`, capitalized(formatDate(date)), list));
  return undated.length === 0 ? days : [...days, dayNode(view, 'day/', l10n.t('Undated'), undated)];
}

function dayNode(view: DossierView, id: string, label: string, events: readonly EventRecord[]): TreeNode {
  return {
    id,
    label,
    description: String(events.length),
    spoken: `${label}, ${eventCount(events.length)}`,
    icon: 'date',
    subject: id.replace('/', ':'),
    children: () => events.map((e) => eventNode(view, e)),
  };
}

function eventNode(view: DossierView, event: EventRecord): TreeNode {
  const id = `event/${event.id}`;
  const label = eventLabel(event);
  const kind = eventKind(event);
  const sources = new Set(event.mentions.map((m) => m.path)).size;
  const when = event.date === null ? l10n.t('undated') : formatDate(event.date);
  const also = event.names.length === 0 ? '' : l10n.t('Also called: {0}', event.names.join(', '));
  return {
    id,
    label,
    description: sources > 1 ? sourceCount(sources) : '',
    tooltip: [label, `${capitalized(kind)}, ${when}`, also].filter(Boolean).join('\n'),
    spoken: `${label}, ${kind}, ${when}, ${sourceCount(sources)}`,
    icon: ICONS[event.type],
    subject: `event:${event.id}`,
    children: () => [...participantNodes(view, id, event), ...reportNodes(view, id, event)],
  };
}

function participantNodes(view: DossierView, parent: string, event: EventRecord): readonly TreeNode[] {
  return event.participants.map((participant): TreeNode => {
    const entity = view.entity(participant);
    const name = entity?.name ?? participant;
    const role = l10n.t('participant');
    const mention = nearestMention(view, participant, event);
    return {
      id: `${parent}/participant/${participant}`,
      label: name,
      description: role,
      spoken: `${name}, ${role}`,
      icon: entity?.kind ?? 'person',
      ...(mention === undefined ? {} : { place: mention }),
    };
  });
}

/** Where the participant is mentioned in a report of the event, else anywhere. */
function nearestMention(view: DossierView, participant: string, event: EventRecord): TreeNode['place'] {
  const mentions = view.mentionsOf(participant);
  const within = view
    .reportsOf(event.id)
    .flatMap((report) => mentions.filter((m) => m.path === report.path && contains(report.item, m.item)));
  const [first] = within.length > 0 ? within : mentions;
  return first === undefined ? undefined : { path: first.path, start: first.item.start, end: first.item.end };
}

function reportNodes(view: DossierView, parent: string, event: EventRecord): readonly TreeNode[] {
  return view.reportsOf(event.id).map(({ path, item }): TreeNode => {
    const { start, end } = item.trigger;
    const day = view.published(path);
    const source = `${fileName(path)}${day === null ? '' : `, ${formatDate(day)}`}`;
    const words = excerpt(view.text(path), item, 400);
    return {
      id: `${parent}/report/${start}/${path}`,
      ...inContext(view.text(path), item.trigger),
      description: source,
      tooltip: `${words}\n${source}`,
      spoken: l10n.t('Report in {0}: {1}', source, words),
      icon: 'mention',
      place: { path, start, end },
      subject: placeSubject('report', { path, start }),
    };
  });
}
