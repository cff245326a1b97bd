import type { Look } from '../families';

const SYMBOLS: readonly Look['symbol'][] = ['circle', 'square', 'triangle', 'diamond2', 'star', 'wye', 'cross'];
const COLORS = ['blue', 'yellow', 'green', 'red', 'purple', 'foreground', 'orange'];

/** The color and shape of the n-th origin: 49 pairs before one comes again. */
export function groupLook(index: number): Look {
  const round = Math.floor(index / SYMBOLS.length);
  const symbol = SYMBOLS[index % SYMBOLS.length] ?? 'circle';
  return { symbol, color: `var(--vscode-charts-${COLORS[(index + round) % COLORS.length] ?? 'foreground'})` };
}
