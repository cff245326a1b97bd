import type { SourceDocument } from '../model';
import { textSpan } from '../text';
import type { LinkedEntities } from './entities';
import type { ResolvedDate } from './resolve-dates';
import type { LinkSource } from './source';

/** Converts one source to the contract's shape; day, series and records, which depend on other sources, are filled in by the caller. */
export function toDocument(
  source: LinkSource,
  ids: LinkedEntities['ids'][number],
  dates: readonly ResolvedDate[],
): SourceDocument {
  const { annotations } = source;
  const { text } = annotations;
  const id = (index: number | null): string | null => (index === null ? null : (ids[index] ?? null));
  const all = (indices: readonly number[]): string[] => [
    ...new Set(indices.map((i) => ids[i]).filter((x) => x !== undefined)),
  ];
  return {
    path: source.path,
    date: null,
    mentions: annotations.mentions.map((m) => ({
      ...textSpan(text, m),
      kind: m.kind,
      form: m.form,
      entity: ids[m.entity] ?? '',
      why: m.rule,
    })),
    dates: annotations.dates.flatMap((d, i) => {
      const resolved = dates[i];
      if (resolved === undefined || resolved.value === null) return [];
      return [{ ...textSpan(text, d), value: resolved.value, certain: resolved.certain, why: d.rule }];
    }),
    figures: annotations.figures.map((f) => ({
      ...textSpan(text, f),
      value: f.value,
      bound: f.bound,
      unit: f.unit,
      measure: f.measure,
      of: f.of,
      place: id(f.place),
      attribution: f.attribution === null ? null : textSpan(text, f.attribution),
      asOf: null,
      series: null,
      why: f.rule,
    })),
    quotes: annotations.quotes.map((q) => ({
      ...textSpan(text, q),
      form: q.form,
      speaker: id(q.speaker),
      why: q.rule,
    })),
    events: annotations.events.map((e) => ({
      ...textSpan(text, e),
      trigger: textSpan(text, e.trigger),
      type: e.type,
      mode: e.mode,
      actors: all(e.actors),
      recipients: all(e.recipients),
      date: null,
      place: id(e.place),
      status: e.status,
      event: '',
      why: e.rule,
    })),
    boilerplate: annotations.boilerplate.map(({ start, end }) => ({ start, end })),
  };
}
