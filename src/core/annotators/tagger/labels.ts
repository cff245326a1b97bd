/** BILOU labels: outside, and for each kind the first, inner, last and only token of a name. */
export const KINDS = ['person', 'organization', 'place'] as const;

export const OUTSIDE = 0;
export const LABELS = 1 + 4 * KINDS.length;

const FIRST = 0;
const INNER = 1;
const LAST = 2;
const ONLY = 3;

export function label(kind: number, position: 'first' | 'inner' | 'last' | 'only'): number {
  return 1 + kind * 4 + { first: FIRST, inner: INNER, last: LAST, only: ONLY }[position];
}

export function kindOf(l: number): number {
  return (l - 1) >> 2;
}

export function opens(l: number): boolean {
  return l > 0 && ((l - 1) & 3) !== INNER && ((l - 1) & 3) !== LAST;
}

export function closes(l: number): boolean {
  return l > 0 && ((l - 1) & 3) >= LAST;
}

/** Whether label `b` may follow label `a`; pass -1 for the edge of a sentence. */
export function mayFollow(a: number, b: number): boolean {
  const inside = a > 0 && !closes(a);
  if (b === -1 || b === OUTSIDE) return !inside;
  if (inside) return !opens(b) && kindOf(a) === kindOf(b);
  return opens(b);
}
