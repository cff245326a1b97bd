import * as vscode from 'vscode';
import type { Problem } from '../core/model';
import { SECTION, SETTINGS } from './ids';

const SEVERITIES = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
} as const;

/** How grave each problem is in a folder: its own severity, or what the setting says of its code; undefined where that is `off`. */
export function severitiesIn(folder: vscode.Uri): (problem: Problem) => vscode.DiagnosticSeverity | undefined {
  const setting: unknown = vscode.workspace.getConfiguration(SECTION, folder).get(SETTINGS.problemSeverity);
  const chosen = new Map(typeof setting === 'object' && setting !== null ? Object.entries(setting) : []);
  return ({ code, severity }) => {
    const wanted: unknown = chosen.get(code);
    if (wanted === 'off') return undefined;
    return SEVERITIES[isSeverity(wanted) ? wanted : severity];
  };
}

function isSeverity(value: unknown): value is keyof typeof SEVERITIES {
  return typeof value === 'string' && Object.hasOwn(SEVERITIES, value);
}
