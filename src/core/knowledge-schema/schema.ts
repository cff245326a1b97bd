/** The JSON Schema of the knowledge file: the one that is published, and what we read of it. */
import published from '../../../schemas/dossier.schema.json';

export type JsonType = 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null';

/** The part of JSON Schema (draft 7) that the file uses, and `errorMessage`, which the YAML extension of Red Hat knows too. */
export interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: JsonType | readonly JsonType[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly enum?: readonly (string | null)[];
  readonly pattern?: string;
  readonly format?: string;
  /** What was expected, to be put behind `is not`. */
  readonly errorMessage?: string;
  readonly $ref?: string;
}

interface Root extends Schema {
  readonly definitions: Readonly<Record<string, Schema>>;
}

const ROOT = published as Root;
const PREFIX = '#/definitions/';

export function rootSchema(): Schema {
  return ROOT;
}

/** A schema with its `$ref` followed; the description beside a reference goes before that of what is referred to. */
export function resolved(schema: Schema): Schema {
  let current = schema;
  let description = schema.description;
  while (current.$ref !== undefined) {
    const next = ROOT.definitions[current.$ref.slice(PREFIX.length)];
    if (next === undefined) break;
    current = next;
    description ??= next.description;
  }
  return description === undefined ? current : { ...current, description };
}

/** The schema of a key's value or of a list's items; undefined where the schema says nothing of it. */
export function schemaBelow(schema: Schema, step: string | number): Schema | undefined {
  const here = resolved(schema);
  if (typeof step === 'number') return here.items === undefined ? undefined : resolved(here.items);
  const own = Object.hasOwn(here.properties ?? {}, step) ? here.properties?.[step] : undefined;
  const any = typeof here.additionalProperties === 'object' ? here.additionalProperties : undefined;
  const found = own ?? any;
  return found === undefined ? undefined : resolved(found);
}

export function allows(schema: Schema, type: JsonType): boolean {
  const { type: types } = schema;
  if (types === undefined) return true;
  return typeof types === 'string' ? types === type : types.includes(type);
}
