/** Tasks `event` and `event mode`, `date`, `participants`. */
import type { EventMention } from '../../../src/core/model';
import { overlaps, type TextSpan } from '../../../src/core/text';
import type { GoldEvent } from '../gold';
import { locate, sentenceAt, sentenceEnds } from '../locate';
import { goldEntity, type ScoredSource, type Scoring } from '../source';

type LocatedEvent = GoldEvent & TextSpan;

/** The best candidate in the same sentence: of the same type first, then with an overlapping trigger. */
function match(expected: LocatedEvent, candidates: readonly EventMention[]): EventMention | undefined {
  let best: EventMention | undefined;
  let bestRank = 0;
  for (const e of candidates) {
    const rank = (overlaps(e.trigger, expected) ? 2 : 0) + (e.type === expected.type ? 3 : 0);
    if (rank > bestRank) {
      best = e;
      bestRank = rank;
    }
  }
  return best;
}

/** `event` is undefined where none of the right type was found. */
function scoreDetails(
  expected: LocatedEvent,
  event: EventMention | undefined,
  { gold }: ScoredSource,
  { tally, alignment }: Scoring,
): void {
  const check = (task: string, right: boolean, detail: string): void => {
    tally.count(task, right);
    if (!right && event !== undefined) tally.note(gold.source, task, `${expected.text} ${detail}`);
  };
  const { mode, date, who } = expected;
  if (mode !== undefined) check('event mode', event?.mode === mode, `${mode}, got ${event?.mode ?? 'none'}`);
  if (date !== undefined) check('event date', !!event?.date?.startsWith(date), `${date}, got ${event?.date ?? 'none'}`);
  const task = 'event participants';
  const participants = event === undefined ? [] : [...event.actors, ...event.recipients];
  const wanted = who.map((id) => ({ id, entity: goldEntity(gold, id) }));
  for (const { id, entity } of wanted) {
    const right = participants.some((p) => alignment.matches(p, entity));
    check(task, right, `${id}, got ${participants.join()}`);
  }
  for (const p of participants) {
    if (wanted.some(({ entity }) => alignment.matches(p, entity))) continue;
    tally.extra(task);
    tally.note(gold.source, task, `${expected.text}: extra ${p}`);
  }
}

/** Required events choose before optional ones. Statements that the gold leaves out are not counted as extra. */
export function scoreEvents(source: ScoredSource, scoring: Scoring): void {
  const { gold, text, document } = source;
  const { tally, events } = scoring;
  const ends = sentenceEnds(text);
  const expected = gold.events
    .map((e) => ({ ...e, ...locate(text, e.at) }))
    .sort((a, b) => Number(a.optional) - Number(b.optional));
  const found = document.events.map((event) => ({ event, sentence: sentenceAt(ends, event.trigger.start) }));
  const used = new Set<EventMention>();
  for (const x of expected) {
    const sentence = sentenceAt(ends, x.start);
    const candidates = found.filter((f) => !used.has(f.event) && f.sentence === sentence).map((f) => f.event);
    const event = match(x, candidates);
    if (event !== undefined) used.add(event);
    if (x.optional) continue;
    const right = event?.type === x.type;
    tally.count('event', right);
    if (event !== undefined && !right) tally.extra('event');
    if (!right) {
      const got = event?.type ?? `none of ${candidates.map((c) => `${c.type}:${c.trigger.text}`).join()}`;
      tally.note(gold.source, 'event', `${x.type} ${JSON.stringify(x.text)}, got ${got}`);
    }
    scoreDetails(x, right ? event : undefined, source, scoring);
    if (!right) continue;
    events.gold.set(`${gold.source}:${x.start}`, x.id);
    events.system.set(`${gold.source}:${x.start}`, event.event);
  }
  for (const e of document.events) {
    if (used.has(e) || e.type === 'STATEMENT') continue;
    tally.extra('event');
    tally.note(gold.source, 'event', `extra ${e.type} ${JSON.stringify(e.trigger.text)}`);
  }
}
