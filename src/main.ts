/**
 * What Node's extension host loads first, a few kilobytes: the extension itself is loaded as soon as something asks for it. A
 * browser's host, which has no way to load a second file, begins with `extension.ts`.
 */
import type * as vscode from 'vscode';
import { StandIn } from './vscode/stand-in';

export function activate(context: vscode.ExtensionContext): void {
  const standIn = new StandIn(async () => {
    const extension = await import('./extension');
    return () => {
      extension.activate(context);
    };
  });
  context.subscriptions.push(standIn);
}
