/** The HTML of a panel: a script, a style sheet, nothing inline and nothing from elsewhere. */
import * as vscode from 'vscode';
import type { PanelName } from '../../webview/protocol';

const FOLDER = ['dist', 'webview'];

/** Where the pages' scripts and styles are. */
export function pagesFolder(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, ...FOLDER);
}

/** Only scripts with the nonce of this page run; only style sheets of this extension apply; pictures are those the page makes. */
export function pageHtml(webview: vscode.Webview, extension: vscode.Uri, panel: PanelName, title: string): string {
  const nonce = randomNonce();
  const file = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(pagesFolder(extension), name)).toString();
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `img-src blob:`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  const strings = vscode.l10n.bundle === undefined ? '' : JSON.stringify(vscode.l10n.bundle);
  return `<!DOCTYPE html>
<html lang="${escapeHtml(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file('panels.css')}">
<title>${escapeHtml(title)}</title>
</head>
<body>
<div id="page" data-panel="${panel}" data-strings="${escapeHtml(strings)}"></div>
<script type="module" nonce="${nonce}" src="${file(`${panel}.js`)}"></script>
</body>
</html>`;
}

function randomNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(18))].map((n) => n.toString(16).padStart(2, '0')).join('');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (c) => `&#${c.charCodeAt(0)};`);
}
