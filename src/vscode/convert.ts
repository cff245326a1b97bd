/** Between VS Code's shapes and core's: the only file that knows both for positions, places and problems. */
import * as vscode from 'vscode';
import type { Problem } from '../core/model';
import { LineTable, type Span } from '../core/text';

/** The range of a span in an open document whose text is that which the span counts in. */
export function toRange(document: vscode.TextDocument, span: Span): vscode.Range {
  return new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
}

/** The range of a span in a text that may not be open. Lines agree with VS Code's however lines end. */
export function toRangeIn(lines: LineTable, span: Span): vscode.Range {
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** The address of a path below a folder. */
export function toUri(root: vscode.Uri, path: string): vscode.Uri {
  return vscode.Uri.joinPath(root, ...path.split('/'));
}

/** The path of a file below a folder, with forward slashes, or undefined where it is not below it. */
export function toPath(root: vscode.Uri, uri: vscode.Uri): string | undefined {
  if (uri.scheme !== root.scheme || uri.authority !== root.authority) return undefined;
  const folder = root.path.endsWith('/') ? root.path : `${root.path}/`;
  return uri.path.startsWith(folder) && uri.path.length > folder.length ? uri.path.slice(folder.length) : undefined;
}

/** Whether an address is that of a folder or of what lies below it. */
export function isWithin(folder: vscode.Uri, uri: vscode.Uri): boolean {
  return folder.toString() === uri.toString() || toPath(folder, uri) !== undefined;
}

const SEVERITIES: Readonly<Record<Problem['severity'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

/** A problem as a diagnostic; one without a place stands at the start of its file. */
export function toDiagnostic(problem: Problem, lines: LineTable): vscode.Diagnostic {
  const span = { start: problem.start ?? 0, end: problem.end ?? problem.start ?? 0 };
  const diagnostic = new vscode.Diagnostic(toRangeIn(lines, span), problem.message, SEVERITIES[problem.severity]);
  diagnostic.source = 'dossier';
  diagnostic.code = problem.code;
  return diagnostic;
}
