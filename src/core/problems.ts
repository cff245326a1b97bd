/** All codes of problems with their severities, and how a problem is made. README.md documents each code. */
import type { Problem } from './model';
import type { Span } from './text';

type Severity = Problem['severity'];

interface ProblemKind {
  readonly severity: Severity;
  /** For cases that are likely to be right as they are. */
  readonly lighter?: Severity;
}

const KINDS = {
  // What sources say.
  'figure-conflict': { severity: 'warning', lighter: 'information' },
  'figure-decrease': { severity: 'warning' },
  'figure-unattributed': { severity: 'information' },
  'office-contradicted': { severity: 'warning', lighter: 'information' },
  'quotation-differs': { severity: 'information' },
  'quotation-two-speakers': { severity: 'warning' },
  // Days.
  'source-undated': { severity: 'information' },
  'date-unresolved': { severity: 'information' },
  'date-mismatch': { severity: 'warning' },
  // Names.
  'name-ambiguous': { severity: 'information' },
  'name-spellings': { severity: 'information' },
  // Files.
  'no-sources': { severity: 'warning' },
  'not-utf8': { severity: 'error' },
  binary: { severity: 'error' },
  'source-empty': { severity: 'information' },
  'source-too-large': { severity: 'warning' },
  unreadable: { severity: 'error' },
  // The knowledge file.
  'knowledge-syntax': { severity: 'error' },
  'knowledge-invalid': { severity: 'error' },
  'knowledge-duplicate': { severity: 'error' },
  'knowledge-unknown-key': { severity: 'warning' },
  'knowledge-shared-name': { severity: 'warning' },
  'knowledge-no-such-source': { severity: 'warning' },
} as const satisfies Readonly<Record<string, ProblemKind>>;

export type ProblemCode = keyof typeof KINDS;

/** In the order of the README. */
export const PROBLEM_CODES = Object.keys(KINDS) as readonly ProblemCode[];

/** The severity of a code; `lighter` for a case that is likely to be right as it is. */
export function severityOf(code: ProblemCode, lighter = false): Severity {
  const kind: ProblemKind = KINDS[code];
  return lighter ? (kind.lighter ?? kind.severity) : kind.severity;
}

/** A place in a source, for problems. */
export interface ProblemPlace extends Span {
  readonly path: string;
}

export type RelatedPlace = NonNullable<Problem['related']>[number];

/** A problem at a place of a source. */
export function problemAt(
  code: ProblemCode,
  { path, start, end }: ProblemPlace,
  message: string,
  { related = [], lighter = false }: { readonly related?: readonly RelatedPlace[]; readonly lighter?: boolean } = {},
): Problem {
  const problem = { code, severity: severityOf(code, lighter), message, path, start, end };
  return related.length === 0 ? problem : { ...problem, related };
}
