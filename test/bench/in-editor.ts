/**
 * Measures inside VS Code's extension host, the thread that the extension runs in: loaded by test/bench/editor.ts, to which it leaves
 * its numbers in a file. The opened folder is empty at first, so that nothing is activated before its time is taken.
 */
import fs from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { eventually, lensesOf, root, showSource } from '../vscode/support';
import { Blocks, Stopwatch, type Taken } from './stopwatch';

/** By what they measure. */
export type Measures = Readonly<Record<string, readonly Taken[]>>;

const HOVERS = 200;
const QUESTIONS = 100;
const KEYSTROKES = 60;
const LONGEST = 10;
const TYPED = 'The crowd waited calmly while the mayor spoke of the matter at hand. ';
/** Until everything that an opened source sets off has been asked and answered. */
const SETTLED_MS = 1500;

export async function run(): Promise<void> {
  const { DOSSIER_BENCH_SOURCES: sources, DOSSIER_BENCH_REPORT: report } = process.env;
  if (sources === undefined || report === undefined) throw new Error('Start this with npm run bench:editor.');
  try {
    const measures = await measure(sources);
    fs.writeFileSync(`${report}.part`, JSON.stringify(measures));
  } catch (error) {
    fs.writeFileSync(`${report}.part`, JSON.stringify({ error: error instanceof Error ? error.stack : String(error) }));
  }
  fs.renameSync(`${report}.part`, report);
}

async function measure(sources: string): Promise<Measures> {
  const extension = vscode.extensions.all.find((e) => path.basename(e.id).endsWith('dossier'));
  if (extension === undefined || extension.isActive) throw new Error('The extension is missing, or active too early.');
  const activation = await timed(() => extension.activate());
  fs.cpSync(sources, root().fsPath, { recursive: true });
  const names = fs.readdirSync(sources).filter((f) => f.endsWith('.txt'));
  const [first = '', other = ''] = [names[0], names[Math.floor(names.length / 2)]];
  // Nothing is read before the first source is opened, but the dossier must have been found.
  const preparing = new Blocks();
  await settle(3000);
  const whilePreparing = preparing.stop();
  const plain = await vscode.workspace.openTextDocument({ content: 'Nothing.', language: 'plaintext' });
  const openingNone = await timed(() => vscode.window.showTextDocument(plain));
  const firstOfNone = await timed(() => hoversAt(plain, new vscode.Position(0, 1)));
  const blocks = new Blocks();
  const reading = new Stopwatch();
  const opening = await timed(() => showSource(first));
  const firstCard = await timed(async () => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(root(), first));
    await eventually(async () => (await hoversAt(document, nameIn(document))).length > 0);
  });
  await vscode.commands.executeCommand('vscode.executeWorkspaceSymbolProvider', 'x');
  const read = reading.taken();
  const whileReading = blocks.stop();
  const document = await showSource(other);
  await eventually(async () => (await lensesOf(document)).length > 0);
  await settle(SETTLED_MS);
  return {
    Activation: [activation],
    'The host blocked once a dossier came: longest stretches': longest(whilePreparing),
    'Opening a text that is no source': [openingNone],
    'First question about that, which nobody answers': [firstOfNone],
    'Opening the first source': [opening],
    'First card, once that source is shown': [firstCard],
    'Whole folder read and linked': [read],
    'The host blocked while reading: longest stretches': longest(whileReading),
    'A question that nobody answers': await plainQuestions(),
    'Card over a word': await everywhere(document, HOVERS, (at) => hoversAt(document, at)),
    'Lenses of a source': await repeated(QUESTIONS, () => lensesOf(document)),
    Definition: await everywhere(document, QUESTIONS, (at) => ask('Definition', document, at)),
    References: await everywhere(document, QUESTIONS, (at) => ask('Reference', document, at)),
    ...(await keystrokes(document)),
  };
}

function settle(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function timed(work: () => PromiseLike<unknown>): Promise<Taken> {
  const stopwatch = new Stopwatch();
  await work();
  return stopwatch.taken();
}

async function repeated(times: number, work: (i: number) => PromiseLike<unknown>): Promise<Taken[]> {
  const values: Taken[] = [];
  for (let i = 0; i < times; i++) values.push(await timed(() => work(i)));
  return values;
}

/** The way to VS Code's window and back, which is part of every other answer. */
async function plainQuestions(): Promise<Taken[]> {
  const document = await vscode.workspace.openTextDocument({ content: 'Nothing.', language: 'plaintext' });
  return repeated(QUESTIONS, () => hoversAt(document, new vscode.Position(0, 1)));
}

function everywhere(
  document: vscode.TextDocument,
  times: number,
  work: (at: vscode.Position) => PromiseLike<unknown>,
): Promise<Taken[]> {
  const { length } = document.getText();
  return repeated(times, (i) => work(document.positionAt(Math.floor((i * length) / times))));
}

function hoversAt(document: vscode.TextDocument, position: vscode.Position): Thenable<vscode.Hover[]> {
  return vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
}

function ask(what: string, document: vscode.TextDocument, position: vscode.Position): Thenable<unknown> {
  return vscode.commands.executeCommand(`vscode.execute${what}Provider`, document.uri, position);
}

/** Inside the first two capitalised words that no sentence begins with: as a rule a name. */
function nameIn(document: vscode.TextDocument): vscode.Position {
  const words = /(?:President|Minister) \p{Lu}|\p{Ll} (\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)/u.exec(document.getText());
  return document.positionAt((words?.index ?? 0) + (words?.[0].length ?? 1) - 1);
}

/** What a keystroke takes of the host's one thread until card and lenses are right again, and what follows after a pause. */
async function keystrokes(document: vscode.TextDocument): Promise<Measures> {
  const editor = await vscode.window.showTextDocument(document);
  const at = document.getText().indexOf('. ') + 2;
  const busy: Taken[] = [];
  for (let i = 0; i < KEYSTROKES; i++) {
    const before = performance.eventLoopUtilization();
    const { processor } = await timed(async () => {
      await editor.edit((edit) => {
        edit.insert(document.positionAt(at + i), TYPED.charAt(i % TYPED.length));
      });
      await hoversAt(document, document.positionAt(at + i + 200));
    });
    busy.push({ clock: performance.eventLoopUtilization(before).active, processor });
  }
  const blocks = new Blocks();
  await vscode.commands.executeCommand('vscode.executeWorkspaceSymbolProvider', 'x');
  await settle(1000);
  return {
    'Host kept busy by a keystroke': busy,
    'The host blocked after typing: longest stretches': longest(blocks.stop()),
  };
}

/** The few that took longest, each by processor time where that is known. */
function longest(blocks: readonly Taken[]): readonly Taken[] {
  const time = ({ clock, processor }: Taken): number => processor ?? clock;
  return [...blocks].sort((a, b) => time(b) - time(a)).slice(0, LONGEST);
}
