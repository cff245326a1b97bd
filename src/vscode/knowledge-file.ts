import * as vscode from 'vscode';
import { type Knowledge, NO_KNOWLEDGE } from '../core/knowledge';
import { parseKnowledge } from '../core/knowledge-parse';
import type { Problem } from '../core/model';
import { KNOWLEDGE_FILE } from './ids';
import { openDocument, readSource } from './source-files';
import { Debounced } from './time';

/** Typing pauses of this length bring the knowledge up to date. */
const QUIET_MS = 150;

/** The knowledge file of one folder, as it stands in its editor or else on disk. While it has errors, its last good state counts. */
export class KnowledgeFile implements vscode.Disposable {
  readonly uri: vscode.Uri;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #parseSoon = new Debounced(QUIET_MS, () => {
    this.#parse();
  });
  #text: string | undefined;
  #reading: Promise<void> = Promise.resolve();
  #knowledge: Knowledge = NO_KNOWLEDGE;
  #problems: readonly Problem[] = [];

  /** The knowledge or its problems changed. */
  readonly onDidChange = this.#changed.event;

  constructor(folder: vscode.Uri) {
    this.uri = vscode.Uri.joinPath(folder, KNOWLEDGE_FILE);
  }

  get knowledge(): Knowledge {
    return this.#knowledge;
  }

  /** Their path is null; they count in `text`. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  get text(): string {
    return this.#text ?? '';
  }

  /** Reads the file, from its editor where it is open. One read after the other: none ends with an older text than the last. */
  read(): Promise<void> {
    const read = (): Promise<void> => this.#read();
    return (this.#reading = this.#reading.then(read, read));
  }

  /** Takes a text; undefined where there is no file. The first one counts at once, later ones after a pause. */
  set(text: string | undefined): void {
    if (text === this.#text) return;
    const first = this.#text === undefined || text === undefined;
    this.#text = text;
    if (first) this.#parse();
    else this.#parseSoon.trigger();
  }

  dispose(): void {
    this.#parseSoon.dispose();
    this.#changed.dispose();
  }

  async #read(): Promise<void> {
    const content = await readSource(this.uri, KNOWLEDGE_FILE);
    const { problem } = content;
    const open = openDocument(this.uri);
    if (open !== undefined) this.set(open.getText());
    else if (problem === null) this.set(content.text);
    else if (content.missing) this.set(undefined);
    else {
      const message = vscode.l10n.t('{0} was left out. {1}', KNOWLEDGE_FILE, problem.message);
      this.#fail({ ...problem, path: null, message });
    }
  }

  #fail(problem: Problem): void {
    this.#problems = [problem];
    this.#changed.fire();
  }

  #parse(): void {
    const { knowledge, problems } = parseKnowledge(this.text);
    this.#problems = problems;
    const broken = problems.some((p) => p.severity === 'error');
    if (!broken || this.#knowledge === NO_KNOWLEDGE) this.#knowledge = knowledge;
    this.#changed.fire();
  }
}
