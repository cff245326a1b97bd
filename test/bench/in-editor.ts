/**
 * Measures inside VS Code's extension host, the thread that the extension runs in: loaded by test/bench/editor.ts, to which it leaves
 * its numbers in a file. The opened folder is empty at first, so that nothing is activated before its time is taken.
 */
import fs from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { eventually, lensesOf, root, showSource } from '../vscode/support';

/** Values in ms by what they measure. */
export type Measures = Readonly<Record<string, readonly number[]>>;

const HOVERS = 200;
const LENSES = 60;
const KEYSTROKES = 60;
const TYPED = 'The crowd waited calmly while the mayor spoke of the matter at hand. ';

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
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const gaps = new Gaps();
  const firstHover = await timed(async () => {
    const document = await showSource(first);
    await eventually(async () => (await hoversAt(document, nameIn(document))).length > 0);
  });
  const reading = await timed(() => vscode.commands.executeCommand('vscode.executeWorkspaceSymbolProvider', 'x'));
  const slices = gaps.stop();
  const document = await showSource(other);
  await eventually(async () => (await lensesOf(document)).length > 0);
  return {
    Activation: [activation],
    'First card, from opening the source': [firstHover],
    'Whole folder read and linked': [firstHover + reading],
    'Longest time the host was blocked while reading': [Math.max(...slices)],
    'A question to VS Code that nobody answers': await plainQuestions(),
    'Card over a word': await hovers(document),
    'Lenses of a source': await repeated(LENSES, () => lensesOf(document)),
    ...(await keystrokes(document)),
  };
}

async function timed(work: () => PromiseLike<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function repeated(times: number, work: (i: number) => PromiseLike<unknown>): Promise<number[]> {
  const values: number[] = [];
  for (let i = 0; i < times; i++) values.push(await timed(() => work(i)));
  return values;
}

/** The way to VS Code's window and back, which is part of every other answer. */
async function plainQuestions(): Promise<number[]> {
  const document = await vscode.workspace.openTextDocument({ content: 'Nothing.', language: 'markdown' });
  return repeated(LENSES, () => lensesOf(document));
}

function hovers(document: vscode.TextDocument): Promise<number[]> {
  const { length } = document.getText();
  return repeated(HOVERS, (i) => hoversAt(document, document.positionAt(Math.floor((i * length) / HOVERS))));
}

function hoversAt(document: vscode.TextDocument, position: vscode.Position): Thenable<vscode.Hover[]> {
  return vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
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
  const busy: number[] = [];
  for (let i = 0; i < KEYSTROKES; i++) {
    const before = performance.eventLoopUtilization();
    await editor.edit((edit) => {
      edit.insert(document.positionAt(at + i), TYPED.charAt(i % TYPED.length));
    });
    await hoversAt(document, document.positionAt(at + i + 200));
    busy.push(performance.eventLoopUtilization(before).active);
  }
  const gaps = new Gaps();
  await vscode.commands.executeCommand('vscode.executeWorkspaceSymbolProvider', 'x');
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const slices = gaps.stop();
  return {
    'Host kept busy by a keystroke': busy,
    'Longest time the host was blocked after typing': [Math.max(...slices)],
  };
}

/** How long the host's thread was away from its event loop, again and again. */
class Gaps {
  readonly #gaps: number[] = [];
  #last = performance.now();
  readonly #timer = setInterval(() => {
    const now = performance.now();
    this.#gaps.push(now - this.#last);
    this.#last = now;
  }, 1);

  stop(): readonly number[] {
    clearInterval(this.#timer);
    return this.#gaps;
  }
}
