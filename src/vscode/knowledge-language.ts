import * as vscode from 'vscode';
import { describeAt, type Suggestion, suggestionsAt } from '../core/knowledge-schema/place';
import { toRange } from './convert';
import { KNOWLEDGE_FILE } from './ids';

/** The YAML extension of Red Hat offers the same from the schema that we publish; two of each would be one too many. */
const YAML_EXTENSION = 'redhat.vscode-yaml';

/** Completion and hover in the knowledge file, from its schema. */
export function registerKnowledgeLanguage(): vscode.Disposable {
  const selector: vscode.DocumentSelector = { pattern: `**/${KNOWLEDGE_FILE}` };
  return vscode.Disposable.from(
    vscode.languages.registerHoverProvider(selector, {
      provideHover: (document, position) => {
        if (isServedElsewhere()) return undefined;
        const found = describeAt(document.getText(), document.offsetAt(position));
        return found === null
          ? undefined
          : new vscode.Hover(new vscode.MarkdownString(found.text), toRange(document, found));
      },
    }),
    vscode.languages.registerCompletionItemProvider(
      selector,
      {
        provideCompletionItems: (document, position) =>
          isServedElsewhere()
            ? []
            : suggestionsAt(document.getText(), document.offsetAt(position)).map((s, i) => toItem(s, i)),
      },
      ' ',
      '{',
    ),
  );
}

function isServedElsewhere(): boolean {
  return vscode.extensions.getExtension(YAML_EXTENSION) !== undefined;
}

function toItem({ label, kind, detail, description, insert }: Suggestion, index: number): vscode.CompletionItem {
  const { Property, EnumMember } = vscode.CompletionItemKind;
  const item = new vscode.CompletionItem({ label, description: detail }, kind === 'key' ? Property : EnumMember);
  item.insertText = insert;
  item.documentation = description;
  // A country is found by its name too; keys come in the order of the schema.
  item.filterText = detail === '' || kind === 'key' ? label : `${label} ${detail}`;
  if (kind === 'key') item.sortText = String(index).padStart(3, '0');
  return item;
}
