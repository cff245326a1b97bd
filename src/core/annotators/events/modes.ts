/** The mode of an event: the trigger's own, or one that words near it give. */
import type { ClauseReader } from './clauses';
import type { TypeFrame } from './lexicon';
import type { Candidate } from './triggers';

/** Tokens looked at before and after the trigger. */
const BEFORE = 8;
const AFTER = 24;

/** Mode in lower case, or null. */
export function modeOf({ tokens }: ClauseReader, frame: TypeFrame, { entry, first, last }: Candidate): string | null {
  if (entry.mode !== null || frame.cues.size === 0) return entry.mode;
  const sentence = tokens[first]?.sentence;
  for (let i = last; i < last + AFTER && tokens[i]?.sentence === sentence; i++) {
    const mode = cueAt(tokens, frame, i);
    if (mode !== undefined) return mode;
  }
  // Requests and refusals are told by what follows them alone.
  if (entry.type === 'REQUEST' || entry.type === 'REJECT') return null;
  for (let i = first - 1; i >= first - BEFORE && tokens[i]?.sentence === sentence; i--) {
    const mode = cueAt(tokens, frame, i);
    if (mode !== undefined) return mode;
  }
  return null;
}

function cueAt(tokens: ClauseReader['tokens'], { cues }: TypeFrame, i: number): string | undefined {
  const token = tokens[i];
  const cue = token === undefined ? undefined : cues.get(token.lower);
  if (cue === undefined) return undefined;
  return cue.alone ?? cue.before.get(tokens[i + 1]?.lower ?? '');
}
