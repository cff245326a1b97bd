import { dot } from '@observablehq/plot';
import { element } from './dom';
import { draw } from './drawing';
import type { Look } from './families';

const SIZE = 14;

/** What the shapes and colors of a picture mean. */
export function legend(items: readonly (Look & { readonly name: string })[]): HTMLElement {
  return element(
    'ul',
    { class: 'legend' },
    ...items.map((item) => {
      const swatch = draw(
        {
          width: SIZE,
          height: SIZE,
          margin: 0,
          axis: null,
          x: { type: 'identity' },
          y: { type: 'identity' },
          symbol: { type: 'identity' },
          marks: [
            dot([SIZE / 2], {
              x: (x: number) => x,
              y: (y: number) => y,
              r: 5,
              symbol: () => item.symbol,
              fill: item.color,
            }),
          ],
        },
        '',
      );
      swatch.setAttribute('class', 'swatch');
      swatch.setAttribute('aria-hidden', 'true');
      return element('li', {}, swatch, item.name);
    }),
  );
}
