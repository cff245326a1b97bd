/** Cards as Markdown for hovers. All words are escaped: texts and knowledge files are other people's. */
import * as vscode from 'vscode';
import { type Block, type Card, type Inline, type Line, plainText, type Target } from '../core/queries/card';
import { PICTURE_COLORS, seriesPicture, svgAddress } from '../core/queries/series-picture';
import { INTERNAL_COMMANDS } from './ids';

const SHORT_CELL = 24;

/** Arguments of the command behind links: the dossier's folder and where the link leads. */
export type FollowLink = readonly [root: string, target: Target];

/** @param explain whether to say which rule found the words */
export function cardMarkdown(card: Card, root: vscode.Uri, explain: boolean): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  markdown.supportHtml = false;
  markdown.supportThemeIcons = false;
  // Links run this one command and nothing else.
  markdown.isTrusted = { enabledCommands: [INTERNAL_COMMANDS.followLink] };
  const flag = card.country === null ? '' : `${flagOf(card.country)} `;
  const subtitle = card.subtitle.length === 0 ? '' : `  \n${inlines(card.subtitle, root)}`;
  const parts = [`**${flag}${escape(card.title)}**${subtitle}`, ...card.blocks.map((b) => block(b, root))];
  if (explain && card.why !== null) parts.push(vscode.l10n.t('*Found by:* {0}', escape(card.why)));
  markdown.value = parts.filter((p) => p !== '').join('\n\n');
  return markdown;
}

function block(part: Block, root: vscode.Uri): string {
  switch (part.type) {
    case 'line':
      return inlines(part.line, root);
    case 'list':
      return [`${escape(part.heading)}:`, '', ...part.items.map((i) => `- ${inlines(i, root)}`)].join('\n');
    case 'table': {
      const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
      const rule = part.head.map((_, i) => (i === 1 || i === part.head.length - 1 ? '--:' : '---'));
      // Behind a column aligned to the right the words would begin at once.
      const gap = (i: number): string => (rule[i - 1] === '--:' ? '&nbsp;&nbsp;' : '');
      const rows = part.rows.map((cells) => row(cells.map((c, i) => gap(i) + inlines(c, root, isShort(c)))));
      return [row(part.head.map(escape)), row(rule), ...rows].join('\n');
    }
    case 'picture': {
      const svg = seriesPicture(part.values, part.own, PICTURE_COLORS[themeKind()]);
      return svg === '' ? '' : `![${escape(part.words)}](${svgAddress(svg)})`;
    }
  }
}

function themeKind(): keyof typeof PICTURE_COLORS {
  switch (vscode.window.activeColorTheme.kind) {
    case vscode.ColorThemeKind.Light:
      return 'light';
    case vscode.ColorThemeKind.Dark:
      return 'dark';
    case vscode.ColorThemeKind.HighContrast:
      return 'highContrastDark';
    case vscode.ColorThemeKind.HighContrastLight:
      return 'highContrastLight';
  }
}

/** Short cells of a table stay on one line; long ones may wrap. */
function isShort(cell: Line): boolean {
  return plainText(cell).length <= SHORT_CELL;
}

function inlines(items: Line, root: vscode.Uri, together = false): string {
  return items.map((item) => inline(item, root, together ? keptTogether : escape)).join('');
}

function keptTogether(text: string): string {
  return escape(text).replaceAll(' ', '&nbsp;');
}

function inline(item: Inline, root: vscode.Uri, words: (text: string) => string): string {
  if (typeof item === 'string') return words(item);
  if ('link' in item) {
    const title = item.tooltip === undefined ? '' : ` "${quoted(item.tooltip)}"`;
    return `[${words(item.text)}](${address(item.link, root)}${title})`;
  }
  const text = words(item.text);
  const core = text.trim();
  if (core === '') return text;
  const before = text.slice(0, text.length - text.trimStart().length);
  const after = text.slice(text.trimEnd().length);
  switch (item.style) {
    case 'strong':
      return `${before}**${core}**${after}`;
    case 'emphasis':
      return `${before}*${core}*${after}`;
    case 'code':
      return `${before}\`${core}\`${after}`;
  }
}

function address(target: Target, root: vscode.Uri): string {
  if (target.to === 'web') return encodeURI(target.url).replace(/[()]/gu, encodeURIComponent);
  const args: FollowLink = [root.toString(), target];
  return `command:${INTERNAL_COMMANDS.followLink}?${encodeURIComponent(JSON.stringify(args)).replace(/[()]/gu, (c) => (c === '(' ? '%28' : '%29'))}`;
}

/** Two regional indicator letters, which fonts with flags draw as one. */
export function flagOf(country: string): string {
  if (!/^[A-Z]{2}$/.test(country)) return '';
  const letter = (i: number): number => 0x1f1e6 + country.charCodeAt(i) - 65;
  return String.fromCodePoint(letter(0), letter(1));
}

/** Escapes whatever Markdown or a table could take for markup, bare addresses too; line breaks become spaces. */
export function escape(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\\`*_{}[\]()#+\-.!~|<>$:@]/gu, '\\$&')
    .replace(/&/gu, '&amp;');
}

function quoted(text: string): string {
  return escape(text).replace(/"/gu, '&quot;');
}
