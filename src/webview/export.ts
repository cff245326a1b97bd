/** What is drawn as a file of its own: with the colors and fonts that it has on screen, on the background of the editor. */

/** What a style sheet or a theme may decide about drawn elements. */
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'font-variant',
  'text-anchor',
  'paint-order',
  'visibility',
];
const SVG = 'http://www.w3.org/2000/svg';
const PIXELS = 2;
const MARGIN = 8;

interface Picture {
  readonly svg: SVGSVGElement;
  readonly width: number;
  readonly height: number;
}

/** Everything drawn inside an element, with headings and legends, as one document of SVG without style sheets or scripts. */
export function toSvg(container: HTMLElement): string {
  return new XMLSerializer().serializeToString(compose(container).svg);
}

/** The same at twice its size on screen, as base64. */
export async function toPng(container: HTMLElement): Promise<string> {
  const { svg, width, height } = compose(container);
  const url = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(svg)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * PIXELS;
    canvas.height = height * PIXELS;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png').replace(/^[^,]*,/u, '');
  } finally {
    URL.revokeObjectURL(url);
  }
}

function compose(container: HTMLElement): Picture {
  const origin = container.getBoundingClientRect();
  const parts = [...container.querySelectorAll('h2, .legend li, svg.drawn')];
  const place = (part: Element): DOMRect => {
    const box = part.getBoundingClientRect();
    return new DOMRect(box.x - origin.x, box.y - origin.y + container.scrollTop, box.width, box.height);
  };
  const width = Math.ceil(Math.max(...parts.map((p) => place(p).right))) + MARGIN;
  const height = Math.ceil(Math.max(...parts.map((p) => place(p).bottom))) + MARGIN;
  const svg = make('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
  svg.append(make('rect', { width, height, fill: getComputedStyle(document.body).backgroundColor }));
  for (const part of parts) {
    if (part instanceof SVGSVGElement) svg.append(inlined(part, place(part)));
    else {
      const swatch = part.querySelector('svg');
      if (swatch !== null) svg.append(inlined(swatch, place(swatch)));
      svg.append(words(part, place(part), swatch === null ? 0 : place(swatch).width + 5));
    }
  }
  return { svg, width, height };
}

/** A copy that looks the same without the page's style sheets. */
function inlined(drawn: SVGSVGElement, at: DOMRect): SVGSVGElement {
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  const copies = [copy, ...copy.querySelectorAll('*')];
  for (const [i, original] of [drawn, ...drawn.querySelectorAll('*')].entries()) {
    const styles = getComputedStyle(original);
    for (const name of STYLES) copies[i]?.setAttribute(name, styles.getPropertyValue(name));
    for (const name of ['class', 'style', 'tabindex', 'role']) copies[i]?.removeAttribute(name);
  }
  for (const [name, value] of Object.entries({ x: at.x, y: at.y, width: at.width, height: at.height }))
    copy.setAttribute(name, String(value));
  return copy;
}

function words(part: Element, at: DOMRect, indent: number): SVGElement {
  const styles = getComputedStyle(part);
  const text = make('text', {
    x: at.x + indent,
    y: at.y + at.height / 2,
    'dominant-baseline': 'central',
    fill: styles.color,
    'font-family': styles.fontFamily,
    'font-size': styles.fontSize,
    'font-weight': styles.fontWeight,
  });
  text.textContent = part.textContent;
  return text;
}

function make<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[K] {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}
