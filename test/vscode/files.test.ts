import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { FOLDER, KNOWLEDGE, useAffair } from './affair';
import {
  cardOver,
  closeAll,
  edit,
  eventually,
  lensesOf,
  positionOf,
  problemsOf,
  remove,
  show,
  showSource,
  until,
  uriOf,
  write,
} from './support';

async function topLens(path: string): Promise<string> {
  return (await lensesOf(await showSource(path)))[0]?.command?.title ?? '';
}

describe('files of a dossier', () => {
  useAffair();
  afterEach(closeAll);

  it('that are not UTF-8 are a problem and are left out', async () => {
    await write(`${FOLDER}/latin.txt`, Uint8Array.from([0x49, 0x6e, 0xea, 0x73]));
    await showSource(`${FOLDER}/monday.txt`);
    assert.deepEqual(
      await eventually(() => problemsOf(`${FOLDER}/latin.txt`).length > 0 && problemsOf(`${FOLDER}/latin.txt`)),
      ['1 not-utf8'],
    );
    const document = await showSource(`${FOLDER}/latin.txt`);
    await eventually(async () => /The file is not UTF\\-8/.test(await cardOver(document, 'In')));
    await write(`${FOLDER}/latin.txt`, 'Inês');
    await eventually(() => !problemsOf(`${FOLDER}/latin.txt`).some((p) => p.endsWith('not-utf8')));
    await closeAll();
    await remove(`${FOLDER}/latin.txt`);
  });

  it('that are binary say so', async () => {
    await write(`${FOLDER}/picture.txt`, Uint8Array.from([0x41, 0, 0, 0x42]));
    await showSource(`${FOLDER}/monday.txt`);
    await eventually(() => problemsOf(`${FOLDER}/picture.txt`).some((p) => p.endsWith('binary')));
    await remove(`${FOLDER}/picture.txt`);
    await eventually(() => problemsOf(`${FOLDER}/picture.txt`).length === 0);
  });

  it('that are too large say so', async () => {
    await write(`${FOLDER}/large.txt`, 'Many words. '.repeat(200_000));
    const document = await showSource(`${FOLDER}/large.txt`);
    await eventually(async () => /too large/.test(await cardOver(document, 'Many')));
    await closeAll();
    await remove(`${FOLDER}/large.txt`);
  });

  it('with one huge line do not hang', async () => {
    await write(`${FOLDER}/line.txt`, `Inês Duarte met them. ${'word '.repeat(60_000)}`);
    const document = await showSource(`${FOLDER}/line.txt`);
    await eventually(async () => (await cardOver(document, 'Inês Duarte')).includes('Duarte'));
    await closeAll();
    await remove(`${FOLDER}/line.txt`);
  });

  it('are followed when they come, go and are renamed', async () => {
    const document = await showSource(`${FOLDER}/monday.txt`);
    const sources = async (): Promise<number> => {
      const card = await cardOver(document, 'Inês Duarte');
      return Number(/in (\d+) source/.exec(card)?.[1] ?? 0);
    };
    await eventually(async () => (await sources()) === 2);
    await write(`${FOLDER}/friday.txt`, 'Labour Minister Inês Duarte resigned on Friday.');
    await eventually(async () => (await sources()) === 3);
    await vscode.workspace.fs.rename(uriOf(`${FOLDER}/friday.txt`), uriOf(`${FOLDER}/friday.bak`));
    await eventually(async () => (await sources()) === 2);
    await remove(`${FOLDER}/friday.bak`);
  });

  it('are followed as they are typed', async () => {
    const document = await showSource(`${FOLDER}/monday.txt`);
    const editor = await vscode.window.showTextDocument(document);
    await until(async () => {
      assert.match(await cardOver(document, 'Duarte said'), /Duarte/);
      assert.equal(await cardOver(document, 'union leaders'), '');
    });
    await edit(editor, (e) => {
      e.insert(new vscode.Position(0, 0), 'Inês Duarte resigned.\n\n');
    });
    await until(async () => {
      assert.match(await cardOver(document, 'Inês Duarte resigned'), /Inês Duarte/);
      assert.match(await cardOver(document, 'Duarte said'), /Duarte/);
    });
    assert.ok(document.isDirty);
  });

  it('have a date from the knowledge file, also before it is saved', async () => {
    await eventually(async () => /5 May 2031 · set in dossier\.yaml/.test(await topLens(`${FOLDER}/monday.txt`)));
    const editor = await show(`${FOLDER}/dossier.yaml`);
    const position = positionOf(editor.document, '2031-05-05').translate(0, 8);
    await edit(editor, (e) => {
      e.replace(new vscode.Range(position, position.translate(0, 1)), '6');
    });
    assert.ok(editor.document.isDirty);
    await eventually(async () => /6 May 2031 · set in dossier\.yaml/.test(await topLens(`${FOLDER}/monday.txt`)));
  });

  it('keep the last good knowledge while the knowledge file is broken, and say where', async () => {
    await eventually(async () => /5 May 2031 · set/.test(await topLens(`${FOLDER}/monday.txt`)));
    await write(`${FOLDER}/dossier.yaml`, `${KNOWLEDGE}  tuesday.txt: { date: `);
    await until(() => {
      const problems = problemsOf(`${FOLDER}/dossier.yaml`);
      assert.ok(problems.length > 0 && problems.every((p) => /^1[012] knowledge-syntax$/.test(p)), problems.join());
    });
    await until(async () => {
      assert.match(await topLens(`${FOLDER}/monday.txt`), /5 May 2031 · set/);
    });
    await write(`${FOLDER}/dossier.yaml`, KNOWLEDGE);
    await eventually(() => problemsOf(`${FOLDER}/dossier.yaml`).length === 0);
  });
});
