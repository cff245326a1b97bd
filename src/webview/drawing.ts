/** Observable Plot under a strict content-security policy, with elements that mouse, keyboard and screen reader can reach. */
import { plot, type PlotOptions } from '@observablehq/plot';

/** Draws; what Plot says in a style sheet of its own, which the policy forbids, stands in panels.css. */
export function draw(options: PlotOptions, label: string): SVGSVGElement {
  const figure = plot({ ...options, ariaLabel: label });
  const drawn = figure instanceof SVGSVGElement ? figure : figure.querySelector('svg');
  if (drawn === null) throw new Error('Plot has drawn nothing.');
  drawn.querySelector('style')?.remove();
  drawn.setAttribute('class', 'drawn');
  drawn.setAttribute('role', 'group');
  return drawn;
}

/** The elements of one of Plot's marks, which has this class name; in the order of its data. */
export function marksOf(drawn: SVGSVGElement, className: string): readonly SVGElement[] {
  return [...drawn.querySelectorAll<SVGElement>(`.${className} > *`)];
}

/**
 * Makes marks act like buttons in a list: one tab stop for all, arrow keys go from one to the next, Enter and click run `act`.
 * Keys with Shift, Ctrl, Alt or Cmd are left to others.
 * @param marks in the order that arrow keys go through
 */
export function actable(
  marks: readonly { readonly element: SVGElement; readonly label: string; readonly act: () => void }[],
): void {
  const stop = (at: number): void => {
    for (const [i, { element }] of marks.entries()) element.setAttribute('tabindex', i === at ? '0' : '-1');
  };
  stop(0);
  for (const [i, { element, label, act }] of marks.entries()) {
    element.setAttribute('role', 'button');
    element.setAttribute('aria-label', label);
    element.addEventListener('focus', () => {
      stop(i);
    });
    element.addEventListener('click', act);
    element.addEventListener('keydown', (event) => {
      if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
      const to = {
        ArrowRight: i + 1,
        ArrowDown: i + 1,
        ArrowLeft: i - 1,
        ArrowUp: i - 1,
        Home: 0,
        End: marks.length - 1,
      }[event.key];
      if (event.key === 'Enter' || event.key === ' ') act();
      else if (to === undefined) return;
      else {
        marks[Math.min(Math.max(to, 0), marks.length - 1)]?.element.focus();
      }
      event.preventDefault();
      event.stopPropagation();
    });
  }
}
