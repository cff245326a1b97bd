/** The words of our tables that readers see, and which `l10n.term` translates. */
import labels from '../../src/core/lexicon/event-labels.yaml';
import events from '../../src/core/lexicon/events.yaml';
import measures from '../../src/core/lexicon/measures.yaml';
import units from '../../src/core/lexicon/units.yaml';
import schema from '../../schemas/dossier.schema.json';

type Table = Readonly<Record<string, unknown>>;

/** Measures, units that are words, what events are called, their modes, and what the schema of the knowledge file says. */
export function tableWords(): readonly string[] {
  const { kinds, types } = labels as { readonly kinds: Record<string, Table>; readonly types: Record<string, string> };
  const modes = Object.values((events as { readonly types: Record<string, Record<string, Table>> }).types).flatMap(
    ({ triggers, cues }) => [...Object.keys(triggers ?? {}), ...Object.keys(cues ?? {})],
  );
  return [
    ...Object.keys((measures as { readonly measures: Table }).measures),
    'people',
    ...Object.keys(units as Table).filter((unit) => /^[a-z]{4,}$/u.test(unit)),
    ...Object.values(kinds).flatMap((words) => Object.keys(words)),
    ...Object.values(types),
    ...modes.filter((mode) => mode !== 'plain').map((mode) => mode.replaceAll('-', ' ')),
    ...schemaWords(schema),
  ];
}

function schemaWords(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => {
    if (typeof value !== 'string') return schemaWords(value);
    const title = key === 'title' && value.startsWith('a');
    return title || key === 'description' || key === 'errorMessage' ? [value] : [];
  });
}
