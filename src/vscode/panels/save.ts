import * as vscode from 'vscode';

const NAMES = { svg: 'SVG', png: 'PNG', csv: 'CSV' } as const;

/** Asks where to, writes, and offers to open what was written. */
export async function saveAs(
  suggested: vscode.Uri | undefined,
  format: keyof typeof NAMES,
  content: Uint8Array,
): Promise<void> {
  const uri = await vscode.window.showSaveDialog({
    ...(suggested === undefined ? {} : { defaultUri: suggested }),
    filters: { [NAMES[format]]: [format] },
  });
  if (uri === undefined) return;
  try {
    await vscode.workspace.fs.writeFile(uri, content);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} cannot be written: {1}', uri.path, reason));
    return;
  }
  const open = vscode.l10n.t('Open');
  const message = vscode.l10n.t('Saved as {0}.', vscode.workspace.asRelativePath(uri));
  if ((await vscode.window.showInformationMessage(message, open)) === open)
    await vscode.commands.executeCommand('vscode.open', uri);
}
