/** A drawn picture as a file of its own: with the colors and fonts that it has on screen, on the background of the editor. */

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

/** The picture as a document of SVG 1.1 without style sheets or scripts. */
export function toSvg(drawn: SVGSVGElement): string {
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  const originals = [drawn, ...drawn.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  for (const [i, original] of originals.entries()) {
    const styles = getComputedStyle(original);
    for (const name of STYLES) copies[i]?.setAttribute(name, styles.getPropertyValue(name));
    for (const name of ['class', 'style', 'tabindex', 'role']) copies[i]?.removeAttribute(name);
  }
  const { width, height } = drawn.getBoundingClientRect();
  const background = document.createElementNS(SVG, 'rect');
  const attributes = { width: '100%', height: '100%', fill: getComputedStyle(document.body).backgroundColor };
  for (const [name, value] of Object.entries(attributes)) background.setAttribute(name, value);
  copy.prepend(background);
  copy.setAttribute('xmlns', SVG);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return new XMLSerializer().serializeToString(copy);
}

/** The picture at twice its size on screen, as base64. */
export async function toPng(drawn: SVGSVGElement): Promise<string> {
  const url = URL.createObjectURL(new Blob([toSvg(drawn)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const { width, height } = drawn.getBoundingClientRect();
    const canvas = document.createElement('canvas');
    canvas.width = width * PIXELS;
    canvas.height = height * PIXELS;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png').replace(/^[^,]*,/u, '');
  } finally {
    URL.revokeObjectURL(url);
  }
}
