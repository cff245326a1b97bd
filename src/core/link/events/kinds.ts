/** What an event is called: the words of its trigger, or its type and mode. */
import labelsYaml from '../../lexicon/event-labels.yaml';
import { listOf } from '../../lexicon/lists';
import type { EventType } from '../../model';

interface LabelsYaml {
  readonly kinds: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly ongoing: string;
  readonly types: Readonly<Record<string, string>>;
}

interface Kinds {
  /** Type → lower-case word → label of its kind. */
  readonly byType: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly ongoing: ReadonlySet<string>;
  readonly types: Readonly<Record<string, string>>;
}

let built: Kinds | undefined;

function kinds(): Kinds {
  return (built ??= build(labelsYaml as LabelsYaml));
}

function build(yaml: LabelsYaml): Kinds {
  const byType = new Map<string, Map<string, string>>();
  for (const [type, labels] of Object.entries(yaml.kinds)) {
    const byWord = new Map<string, string>();
    for (const [label, words] of Object.entries(labels)) for (const w of listOf(words)) byWord.set(w, label);
    byType.set(type, byWord);
  }
  return { byType, ongoing: new Set(listOf(yaml.ongoing)), types: yaml.types };
}

/** The kind that a trigger names (`Earthquake` for `tremor`), or null for one that says no more than its type. */
export function kindOf(type: EventType, trigger: string): string | null {
  const byWord = kinds().byType.get(type);
  if (byWord === undefined) return null;
  const lower = trigger.toLowerCase();
  const whole = byWord.get(lower);
  if (whole !== undefined) return whole;
  const words = lower.split(/[^\p{L}]+/u);
  for (let k = words.length - 1; k >= 0; k--) {
    const kind = byWord.get(words[k] ?? '');
    if (kind !== undefined) return kind;
  }
  return null;
}

/** Kinds of which many reports over days or years speak as one. */
export function isOngoing(kind: string | null): boolean {
  return kind !== null && kinds().ongoing.has(kind);
}

/** `Phone call`, `Attack`. */
export function typeLabel(type: EventType, mode: string | null): string {
  const { types } = kinds();
  return (mode === null ? undefined : types[`${type}/${mode}`]) ?? types[type] ?? type;
}
