import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { FOLDER, KNOWLEDGE, useAffair } from './affair';
import { cardOver, closeAll, eventually, positionOf, remove, show, showSource, until, uriOf, write } from './support';

type Place = vscode.Location | vscode.LocationLink;

/** `FILE: words` of a place. */
async function wordsAt(place: Place): Promise<string> {
  const [uri, range] =
    'targetUri' in place
      ? [place.targetUri, place.targetSelectionRange ?? place.targetRange]
      : [place.uri, place.range];
  const document = await vscode.workspace.openTextDocument(uri);
  return `${uri.path.slice(uri.path.lastIndexOf('/') + 1)}: ${document.getText(range)}`;
}

async function placesOf(kind: string, document: vscode.TextDocument, words: string): Promise<string[]> {
  const places = await vscode.commands.executeCommand<Place[]>(
    `vscode.execute${kind}Provider`,
    document.uri,
    positionOf(document, words),
  );
  return Promise.all(places.map(wordsAt));
}

/** Opens a source of the affair once its own knowledge file counts. */
async function monday(): Promise<vscode.TextDocument> {
  const document = await showSource(`${FOLDER}/monday.txt`);
  await eventually(async () => (await cardOver(document, 'Inês Duarte')).includes('Q4115189'));
  return document;
}

async function setting(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('dossier').update(name, value, vscode.ConfigurationTarget.Global);
}

const TALKS = {
  'call.txt': 'PORTO, May 9, 2031 - Labour Minister Inês Duarte telephoned Spanish President Lucía Ferrer on Friday.\n',
  'visit.txt': 'MADRID, May 12, 2031 - Inês Duarte spoke by phone with Lucía Ferrer on May 9, officials said.\n',
};

describe('navigation', () => {
  useAffair();
  before(async () => {
    for (const [name, text] of Object.entries(TALKS)) await write(`${FOLDER}/${name}`, text);
  });
  after(closeAll);

  it('goes to the entry in the knowledge file', async () => {
    const document = await monday();
    await until(async () => {
      const [link] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        positionOf(document, 'She visited'),
      );
      assert.ok(link !== undefined);
      assert.ok(link.targetUri.path.endsWith(`/${FOLDER}/dossier.yaml`));
      const knowledge = await vscode.workspace.openTextDocument(link.targetUri);
      assert.equal(knowledge.getText(link.targetSelectionRange), 'Inês Duarte');
      assert.match(knowledge.getText(link.targetRange), /^id: ines-duarte[^]*labour minister/u);
    });
  });

  it('goes to the fullest first mention where there is none', async () => {
    const document = await showSource(`${FOLDER}/wednesday.txt`);
    await until(async () => {
      assert.deepEqual(await placesOf('Definition', document, 'Porto rose'), ['monday.txt: Porto']);
    });
  });

  it('finds all mentions in the folder, and leaves out pronouns on request', async () => {
    const document = await monday();
    const found = async (): Promise<string[]> =>
      (await placesOf('Reference', document, 'Inês Duarte')).filter((p) => !p.startsWith('dossier.yaml')).sort();
    const names = [
      'call.txt: Inês Duarte',
      'visit.txt: Inês Duarte',
      'monday.txt: Inês Duarte',
      'monday.txt: Duarte',
      'wednesday.txt: Ines Duarte',
    ];
    await until(async () => {
      assert.deepEqual(await found(), [...names, 'monday.txt: She'].sort());
    });
    try {
      await setting('references.include', 'names');
      await until(async () => {
        assert.deepEqual(await found(), names.sort());
      });
    } finally {
      await setting('references.include', undefined);
    }
  });

  it('lights up what is the same in a source', async () => {
    const document = await monday();
    await until(async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
        'vscode.executeDocumentHighlights',
        document.uri,
        positionOf(document, 'She visited'),
      );
      const { Read, Write } = vscode.DocumentHighlightKind;
      assert.deepEqual(
        found.map((h) => [document.getText(h.range), h.kind]),
        [
          ['Inês Duarte', Write],
          ['Duarte', Write],
          ['She', Read],
        ],
      );
    });
  });

  it('goes from an event to its reports', async () => {
    await monday();
    const document = await showSource(`${FOLDER}/visit.txt`);
    await until(async () => {
      assert.deepEqual(await placesOf('Implementation', document, 'spoke'), [
        'call.txt: telephoned',
        'visit.txt: spoke by phone',
      ]);
    });
  });

  it('outlines a source', async () => {
    const document = await monday();
    await until(async () => {
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      assert.deepEqual(
        symbols.map((s) => vscode.SymbolKind[s.kind]),
        ['File', 'Module', 'Module', 'Module'],
      );
      assert.match(symbols[0]?.name ?? '', /^LISBON, May 5/);
      const parts = symbols.flatMap((s) => s.children.map((c) => `${vscode.SymbolKind[c.kind]} ${c.name}`));
      assert.ok(parts.includes('String “Nobody will be left behind,”'), parts.join('\n'));
      assert.ok(
        parts.some((p) => p.startsWith('Number at least 30')),
        parts.join('\n'),
      );
      assert.ok(
        parts.some((p) => p.startsWith('Event ')),
        parts.join('\n'),
      );
    });
  });

  it('finds people by any spelling, without their diacritics', async () => {
    await monday();
    await until(async () => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'ines duarte',
      );
      const person = found.find((s) => s.name.startsWith('Inês Duarte') && s.containerName !== '');
      assert.ok(person !== undefined, JSON.stringify(found));
      assert.equal(person.containerName, 'Portuguese labour minister');
      assert.equal(await wordsAt(person.location), 'monday.txt: Inês Duarte');
    });
  });

  it('shows who consulted whom, with the places', async () => {
    await monday();
    const document = await showSource(`${FOLDER}/call.txt`);
    await until(async () => {
      const [minister] = await vscode.commands.executeCommand<vscode.CallHierarchyItem[]>(
        'vscode.prepareCallHierarchy',
        document.uri,
        positionOf(document, 'Inês Duarte'),
      );
      assert.ok(minister !== undefined);
      assert.deepEqual([minister.name, minister.detail], ['Inês Duarte', 'Portuguese labour minister']);
      const outgoing = await vscode.commands.executeCommand<vscode.CallHierarchyOutgoingCall[]>(
        'vscode.provideOutgoingCalls',
        minister,
      );
      const shown = outgoing.map(({ to, fromRanges }) => [
        `${to.name}: ${to.detail ?? ''} in ${to.uri.path.slice(to.uri.path.lastIndexOf('/') + 1)}`,
        ...fromRanges.map((r) => document.getText(r)),
      ]);
      assert.deepEqual(shown.slice(-2), [
        ['Lucía Ferrer: Phone call, 9 May 2031 in call.txt', 'telephoned'],
        // The words stand in another document than the caller's; the item leads there.
        ['Lucía Ferrer: Phone call, 9 May 2031 in visit.txt'],
      ]);
      const president = outgoing.at(-1)?.to;
      const incoming = await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>(
        'vscode.provideIncomingCalls',
        president,
      );
      const callers = await Promise.all(
        incoming.map(async ({ from, fromRanges: [range = from.range] }) => [
          from.name,
          await wordsAt(new vscode.Location(from.uri, range)),
        ]),
      );
      assert.deepEqual(callers, [
        ['Inês Duarte', 'call.txt: telephoned'],
        ['Inês Duarte', 'visit.txt: spoke by phone'],
      ]);
    });
  });

  it('shows the day that a word means, and the rest on request', async () => {
    const document = await monday();
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const labels = async (): Promise<string[]> => {
      const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        all,
      );
      return found.map((h) => (typeof h.label === 'string' ? h.label : h.label.map((p) => p.value).join('')));
    };
    await until(async () => {
      const shown = await labels();
      assert.ok(shown.includes('4 May 2031') && !shown.includes('Inês Duarte'), shown.join());
    });
    await vscode.commands.executeCommand('dossier.toggleHints');
    await until(async () => {
      const shown = await labels();
      assert.ok(shown.includes('Inês Duarte'), shown.join());
    });
    await vscode.commands.executeCommand('dossier.toggleHints');
    try {
      await setting('inlayHints.dates', false);
      await until(async () => {
        assert.deepEqual(await labels(), []);
      });
    } finally {
      await setting('inlayHints.dates', undefined);
    }
  });

  it('expands the selection by quotation, sentence and paragraph', async () => {
    const document = await monday();
    await until(async () => {
      const [range] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
        'vscode.executeSelectionRangeProvider',
        document.uri,
        [positionOf(document, 'left behind')],
      );
      const texts: string[] = [];
      for (let at = range; at !== undefined; at = at.parent) texts.push(document.getText(at.range));
      for (const text of [
        'left',
        'Nobody will be left behind,',
        '“Nobody will be left behind,”',
        '“Nobody will be left behind,” Duarte said.',
        '“Nobody will be left behind,” Duarte said. She visited the harbour on Sunday.',
      ]) {
        assert.ok(texts.includes(text), `${text} is not among\n${texts.join('\n')}`);
      }
    });
  });

  it('folds paragraphs of several lines', async () => {
    await write(
      `${FOLDER}/wrapped.txt`,
      `Dockers in the port of Porto stopped work on Tuesday morning over\npay, unions said.\n`,
    );
    const document = await showSource(`${FOLDER}/wrapped.txt`);
    await until(async () => {
      const found = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
        'vscode.executeFoldingRangeProvider',
        document.uri,
      );
      assert.deepEqual(
        found.map((f) => [f.start, f.end]),
        [[0, 1]],
      );
    });
    await closeAll();
    await remove(`${FOLDER}/wrapped.txt`);
  });

  it('keeps out of files that are no sources', async () => {
    const knowledge = await vscode.workspace.openTextDocument(uriOf(`${FOLDER}/dossier.yaml`));
    const untitled = await vscode.workspace.openTextDocument({
      language: 'news-source',
      content: 'Ama Serwaa resigned.',
    });
    await until(async () => {
      for (const document of [knowledge, untitled]) {
        assert.deepEqual(await placesOf('Definition', document, 'a'), []);
        assert.deepEqual(await placesOf('Reference', document, 'a'), []);
      }
    });
  });
});

describe('renaming', () => {
  useAffair();
  afterEach(closeAll);

  async function rename(document: vscode.TextDocument, words: string, name: string): Promise<vscode.WorkspaceEdit> {
    return vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      positionOf(document, words),
      name,
    );
  }

  it('says in the input box where the name is written', async () => {
    const document = await monday();
    await until(async () => {
      const { range, placeholder } = await vscode.commands.executeCommand<{ range: vscode.Range; placeholder: string }>(
        'vscode.prepareRename',
        document.uri,
        positionOf(document, 'Duarte said'),
      );
      assert.equal(document.getText(range), 'Duarte');
      assert.equal(placeholder, 'dossier.yaml: Inês Duarte');
    });
  });

  it('changes the knowledge file and no source; undo works', async () => {
    const document = await monday();
    const before = document.getText();
    const edit = await rename(document, 'Duarte said', 'dossier.yaml: Inês M. Duarte');
    assert.deepEqual(
      edit.entries().map(([uri]) => uri.toString()),
      [uriOf(`${FOLDER}/dossier.yaml`).toString()],
    );
    const { document: knowledge } = await show(`${FOLDER}/dossier.yaml`);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until(() => {
      assert.match(knowledge.getText(), /^ {4}name: Inês M\. Duarte\n {4}aliases: \[Inês Duarte\]$/mu);
      assert.ok(knowledge.getText().includes('# since the election'));
    });
    assert.equal(document.getText(), before);
    await eventually(async () => (await cardOver(document, 'Duarte said')).includes('Inês M\\. Duarte'));
    await vscode.commands.executeCommand('undo');
    await until(() => {
      assert.equal(knowledge.getText(), KNOWLEDGE);
    });
  });

  it('makes an entry for somebody who has none', async () => {
    await write(`${FOLDER}/thursday.txt`, 'Union leader Rui Tavares Lopes met President Marta Quental on May 8, 2031.');
    const document = await showSource(`${FOLDER}/thursday.txt`);
    await until(async () => {
      const edit = await rename(document, 'Marta Quental', 'Marta de Quental');
      const [[, changes] = []] = edit.entries();
      const text = (changes ?? []).map((c) => c.newText).join('');
      assert.match(text, /- name: Marta de Quental\n {4}aliases: \[Marta Quental\]/u);
    });
    await remove(`${FOLDER}/thursday.txt`);
  });

  it('is refused for what is neither a person nor an organization', async () => {
    const document = await monday();
    await assert.rejects(rename(document, 'Sunday', 'Monday'));
  });
});
