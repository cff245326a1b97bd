import * as vscode from 'vscode';
import { answer, type AskedFolder, type Answered, QUESTIONS, type Question } from '../core/queries/answers';
import { toPath } from './convert';
import type { Dossier } from './dossier';
import type { Dossiers } from './dossiers';
import { TOOLS } from './ids';

/** Chats may ask for what was found, with the places that say so. Descriptions and inputs stand in package.json. */
export function registerLanguageModelTools(dossiers: Dossiers): vscode.Disposable {
  return vscode.Disposable.from(...QUESTIONS.map((q) => vscode.lm.registerTool(TOOLS[q], new AnswerTool(dossiers, q))));
}

class AnswerTool implements vscode.LanguageModelTool<object> {
  readonly #dossiers: Dossiers;
  readonly #question: Question;

  constructor(dossiers: Dossiers, question: Question) {
    this.#dossiers = dossiers;
    this.#question = question;
  }

  prepareInvocation(): vscode.PreparedToolInvocation {
    return { invocationMessage: messages()[this.#question] };
  }

  async invoke(
    { input, tokenizationOptions }: vscode.LanguageModelToolInvocationOptions<object>,
    token: vscode.CancellationToken,
  ): Promise<vscode.LanguageModelToolResult> {
    await this.#dossiers.searched();
    const { list } = this.#dossiers;
    const folders = await Promise.all(list.map(async (d) => ({ view: await d.view(), prefix: prefixOf(d) })));
    if (token.isCancellationRequested) throw new vscode.CancellationError();
    const note = list.some((d) => d.stopped) ? 'Reading was stopped before its end: some sources are missing.' : null;
    const text = await fitting(folders, this.#question, input, note, tokenizationOptions);
    return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
  }
}

/** The answer as text, with as many results as the model has room for. */
async function fitting(
  folders: readonly AskedFolder[],
  question: Question,
  input: object,
  note: string | null,
  room: vscode.LanguageModelToolTokenizationOptions | undefined,
): Promise<string> {
  let asked = input;
  for (;;) {
    const answered = answer(folders, question, asked, note);
    const text = JSON.stringify(answerOf(answered));
    const given = 'answer' in answered ? answered.answer.results.length : 0;
    if (room === undefined || given <= 1 || (await room.countTokens(text)) <= room.tokenBudget) return text;
    asked = { ...input, limit: Math.floor(given / 2) };
  }
}

/** A model reads what is thrown, and may ask again. */
function answerOf(answered: Answered): object {
  if ('error' in answered) throw new Error(answered.error);
  return answered.answer;
}

/** Paths in answers count from the workspace folder, whose name goes first where there are several. */
function prefixOf({ root }: Dossier): string {
  const folder = vscode.workspace.getWorkspaceFolder(root);
  if (folder === undefined) return '';
  const several = (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
  const parts = [several ? folder.name : '', toPath(folder.uri, root) ?? ''];
  return parts.map((part) => (part === '' ? '' : `${part}/`)).join('');
}

function messages(): Readonly<Record<Question, string>> {
  return {
    officials: vscode.l10n.t('Looking for officials in the sources'),
    events: vscode.l10n.t('Looking for events in the sources'),
    figures: vscode.l10n.t('Looking for figures in the sources'),
    quotations: vscode.l10n.t('Looking for quotations in the sources'),
  };
}
