/** Making elements. Texts of sources go in as text, never as markup. */

type Attributes = Readonly<Record<string, string | number | boolean | null | ((event: Event) => void)>>;

/** An element with attributes (`true`: present, `false` or null: absent; functions listen to the event of that name) and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string | null)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name, value);
    else if (value === true) made.setAttribute(name, '');
    else if (value !== false && value !== null) made.setAttribute(name, String(value));
  }
  made.append(...children.filter((c) => c !== null));
  return made;
}

export function button(label: string, click: () => void, attributes: Attributes = {}): HTMLButtonElement {
  return element('button', { type: 'button', click, ...attributes }, label);
}

/** A drop-down list; `change` gets the value that was chosen. */
export function select(
  label: string,
  choices: readonly { readonly value: string; readonly label: string }[],
  value: string,
  change: (value: string) => void,
): HTMLSelectElement {
  const made = element(
    'select',
    { 'aria-label': label, title: label },
    ...choices.map((c) => element('option', { value: c.value, selected: c.value === value }, c.label)),
  );
  made.addEventListener('change', () => {
    change(made.value);
  });
  return made;
}

/** A button that is pressed or not. */
export function toggle(label: string, pressed: boolean, change: (pressed: boolean) => void): HTMLButtonElement {
  return button(
    label,
    () => {
      change(!pressed);
    },
    { 'aria-pressed': String(pressed), class: 'toggle' },
  );
}

/** Cut with an ellipsis where longer than `limit` characters. */
export function shortened(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).trimEnd()}…`;
}

/** Words of a source in quotation marks, unless they begin with their own. */
export function quotation(words: string): HTMLElement {
  return element('q', /^["'“”‘’«»„‚]/u.test(words) ? { class: 'marked' } : {}, words);
}
