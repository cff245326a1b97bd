import type { Span } from '../text';
import { excerpt } from './wording';

/** How much of the text around words is shown, in characters. */
const ROOM = { short: 60, long: 180 };

/** Words with those around them on their line, a few before and more after, and where they stand in that. */
export function inContext(
  text: string,
  { start, end }: Span,
  length: keyof typeof ROOM = 'short',
): { readonly label: string; readonly highlight: readonly [number, number] } {
  const room = ROOM[length];
  const from = lineStart(text, start - room / 3, start);
  const space = from === 0 || text.charAt(from - 1) === '\n' ? from : text.indexOf(' ', from);
  const cut = space >= 0 && space < start ? space : start;
  const before = `${cut > lineStart(text, 0, start) ? '… ' : ''}${oneLine(text.slice(cut, start)).trimStart()}`;
  const words = oneLine(text.slice(start, end));
  const after = excerpt(text, { start: end, end: lineEnd(text, end, Math.min(text.length, end + 4 * room)) }, room);
  const gap = /^\s/u.test(text.charAt(end)) ? ' ' : '';
  return { label: `${before}${words}${gap}${after}`, highlight: [before.length, before.length + words.length] };
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

function lineEnd(text: string, from: number, to: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 || newline > to ? to : newline;
}

function lineStart(text: string, from: number, to: number): number {
  return Math.max(0, from, text.lastIndexOf('\n', to - 1) + 1);
}
