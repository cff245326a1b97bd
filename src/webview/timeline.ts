/** The page of the timeline. */
import * as l10n from '../core/l10n';
import { EVENT_FAMILIES } from '../core/queries/event-family';
import type { Choice, Timeline, TimelineMark, TimelineOptions } from '../core/queries/timeline';
import type { Days } from '../core/queries/timeline-range';
import { eventCount, sourceCount } from '../core/queries/counts';
import { button, element, select, shortened } from './dom';
import { FAMILY_LOOKS, familyName } from './families';
import { legend } from './legend';
import { type Painter, Shell } from './shell';
import { timelinePicture } from './timeline/picture';
import { moved, zoomed } from './timeline/zoom';

type FilterName = 'people' | 'countries' | 'types';

const STEP = 0.5;
const ASK_AFTER_MS = 120;

class TimelinePainter implements Painter<'timeline'> {
  readonly savesPicture = true;
  /** Shown while the data for it is on its way. */
  #range: Days | undefined;
  #asking: ReturnType<typeof setTimeout> | undefined;

  status({ dated, outside, undated }: Timeline): string {
    const parts = [eventCount(dated - outside)];
    if (outside > 0) parts.push(l10n.t('{0} before or after', outside));
    if (undated > 0) parts.push(l10n.t('{0} without a date, in the table', undated));
    return parts.join(' · ');
  }

  empty({ dated, undated, options }: Timeline): string | null {
    if (dated > 0) return null;
    if (undated > 0) return l10n.t('None of these events has a date. The table lists them.');
    const filtered = options.people.length + options.countries.length + options.types.length > 0;
    return filtered ? l10n.t('No event passes the filters.') : l10n.t('No events were found in the sources.');
  }

  controls(shell: Shell<'timeline'>, data: Timeline): readonly Node[] {
    this.#range = undefined;
    const { options } = data;
    const zoom = (label: string, title: string, change: (range: Days) => Days): HTMLElement =>
      button(
        label,
        () => {
          const range = this.#range ?? data.range;
          if (range !== null) this.#show(shell, data, change(range));
        },
        { title, 'aria-label': title, class: 'icon' },
      );
    return [
      select(
        l10n.t('Lanes'),
        [
          { value: 'country', label: l10n.t('By country') },
          { value: 'person', label: l10n.t('By person') },
        ],
        options.lanes,
        (value) => {
          shell.ask({ ...options, lanes: value === 'person' ? 'person' : 'country' });
        },
      ),
      ...filter(shell, options, 'countries', l10n.t('All countries'), data.choices.countries),
      ...filter(shell, options, 'people', l10n.t('All people'), data.choices.people),
      ...filter(shell, options, 'types', l10n.t('All kinds'), data.choices.types),
      element(
        'span',
        { class: 'group', role: 'group', 'aria-label': l10n.t('Zoom') },
        zoom('◀', l10n.t('Earlier'), (r) => moved(r, -STEP)),
        zoom('−', l10n.t('Zoom out'), (r) => zoomed(r, 1 / STEP)),
        zoom('+', l10n.t('Zoom in'), (r) => zoomed(r, STEP)),
        zoom('▶', l10n.t('Later'), (r) => moved(r, STEP)),
        button(
          l10n.t('All'),
          () => {
            this.#range = undefined;
            clearTimeout(this.#asking);
            shell.ask({ ...options, range: 'all' });
          },
          { title: l10n.t('Show all days'), 'aria-label': l10n.t('Show all days') },
        ),
      ),
    ];
  }

  draw(shell: Shell<'timeline'>, data: Timeline, width: number): void {
    const range = this.#range ?? data.range;
    if (range === null) return;
    const drawn = timelinePicture(data, range, width, {
      select: (marks) => {
        showMarks(shell, marks);
      },
      zoomTo: (to) => {
        this.#show(shell, data, to);
      },
    });
    this.#listen(drawn, shell, data, range);
    shell.picture.append(legend(EVENT_FAMILIES.map((f) => ({ name: familyName(f), ...FAMILY_LOOKS[f] }))), drawn);
  }

  /** Shows other days at once, with the data that there is, and asks for theirs when the reader pauses. */
  #show(shell: Shell<'timeline'>, data: Timeline, range: Days): void {
    this.#range = range;
    shell.redraw();
    clearTimeout(this.#asking);
    this.#asking = setTimeout(() => {
      shell.ask({ ...data.options, range });
    }, ASK_AFTER_MS);
  }

  #listen(drawn: SVGSVGElement, shell: Shell<'timeline'>, data: Timeline, range: Days): void {
    const part = (event: MouseEvent): number => {
      const box = drawn.getBoundingClientRect();
      return Math.min(Math.max((event.clientX - box.left) / box.width, 0), 1);
    };
    drawn.addEventListener(
      'wheel',
      (event) => {
        if (event.ctrlKey || event.metaKey)
          this.#show(shell, data, zoomed(range, event.deltaY > 0 ? 1.25 : 0.8, part(event)));
        else if (event.shiftKey) this.#show(shell, data, moved(range, Math.sign(event.deltaY || event.deltaX) * 0.1));
        else return;
        event.preventDefault();
      },
      { passive: false },
    );
    drawn.addEventListener('keydown', (event) => {
      const change = {
        '+': zoomed(range, STEP),
        '-': zoomed(range, 1 / STEP),
        PageUp: moved(range, -STEP),
        PageDown: moved(range, STEP),
      }[event.key];
      if (change === undefined) return;
      event.preventDefault();
      this.#show(shell, data, change);
    });
  }
}

/** One event opens in its text at once; its reports, or several events, are listed. */
function showMarks(shell: Shell<'timeline'>, marks: readonly TimelineMark[]): void {
  const [mark] = marks;
  if (mark === undefined) return;
  if (marks.length > 1) {
    shell.showDetails({
      title: eventCount(marks.length),
      facts: [`${mark.when} – ${marks.at(-1)?.when ?? ''}`],
      references: marks.flatMap((m) => m.reports.slice(0, 1)),
    });
    return;
  }
  const status = {
    actual: '',
    planned: l10n.t('planned'),
    hypothetical: l10n.t('possible'),
    negated: l10n.t('denied'),
  };
  shell.showDetails({
    title: mark.label,
    facts: [mark.when, mark.kind, status[mark.status], sourceCount(mark.sources)],
    references: mark.reports,
  });
  const [first] = mark.reports;
  if (first !== undefined) shell.open(first.place);
}

/** A list to choose from, and what was chosen as buttons that take it away again. */
function filter(
  shell: Shell<'timeline'>,
  options: TimelineOptions,
  name: FilterName,
  all: string,
  choices: readonly Choice[],
): readonly Node[] {
  const chosen: readonly string[] = options[name];
  const ask = (ids: readonly string[]): void => {
    shell.ask({ ...options, [name]: ids });
  };
  const rest = choices.filter((c) => !chosen.includes(c.id));
  const items = rest.map((c) => ({ value: c.id, label: `${shortened(c.label, 40)} (${c.count})` }));
  const list = select(all, [{ value: '', label: chosen.length === 0 ? all : l10n.t('And …') }, ...items], '', (id) => {
    if (id !== '') ask([...chosen, id]);
  });
  const chips = chosen.map((id) => {
    const label = choices.find((c) => c.id === id)?.label ?? id;
    return button(
      `${shortened(label, 24)} ×`,
      () => {
        ask(chosen.filter((c) => c !== id));
      },
      { class: 'chip', title: l10n.t('Take the filter away: {0}', label) },
    );
  });
  return [list, ...chips];
}

new Shell<'timeline'>(new TimelinePainter());
