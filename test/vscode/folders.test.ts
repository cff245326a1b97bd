import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Answer } from '../../src/core/queries/answers';
import { KNOWLEDGE, MONDAY, WEDNESDAY } from './affair';
import { cardOver, closeAll, remove, showSource, until, uriOf, write } from './support';

/** Beside the opened folder, where the editor does not watch. */
const ELSEWHERE = '../dossier-elsewhere';

function move(from: string, to: string): Thenable<void> {
  return vscode.workspace.fs.rename(uriOf(from), uriOf(to));
}

async function isKnown(document: vscode.TextDocument, sources: number): Promise<void> {
  await until(async () => {
    const card = await cardOver(document, 'Inês Duarte');
    assert.match(card, /Q4115189/);
    assert.ok(card.includes(`in ${sources} source`), card);
  });
}

/** A folder that is moved as a whole is all that the editor tells of: not of the files in it. */
describe('folders that come and go as a whole', () => {
  before(async () => {
    await write(`${ELSEWHERE}/whole/dossier.yaml`, KNOWLEDGE);
    await write(`${ELSEWHERE}/whole/monday.txt`, MONDAY);
    await write(`${ELSEWHERE}/part/wednesday.txt`, WEDNESDAY);
    await write(`${ELSEWHERE}/nested/deep/down/monday.txt`, MONDAY);
  });
  after(async () => {
    await closeAll();
    await remove(ELSEWHERE);
  });

  it('are dossiers where they hold a knowledge file', async () => {
    await move(`${ELSEWHERE}/whole`, 'arrived');
    const document = await showSource('arrived/monday.txt');
    await isKnown(document, 1);
  });

  it('bring sources to a dossier, and take them away', async () => {
    const document = await showSource('arrived/monday.txt');
    await isKnown(document, 1);
    await move(`${ELSEWHERE}/part`, 'arrived/part');
    await isKnown(document, 2);
    await move('arrived/part', `${ELSEWHERE}/part`);
    await isKnown(document, 1);
  });

  it('are replaced by others of their name', async () => {
    const document = await showSource('arrived/monday.txt');
    await move(`${ELSEWHERE}/part`, 'arrived/part');
    await isKnown(document, 2);
    await write(`${ELSEWHERE}/other/wednesday.txt`, 'Nobody spoke.\n');
    await move('arrived/part', `${ELSEWHERE}/part`);
    await move(`${ELSEWHERE}/other`, 'arrived/part');
    await isKnown(document, 1);
  });

  it('are dossiers no more once they went', async () => {
    await closeAll();
    await until(async () => {
      assert.equal((await officials('ines duarte')).found, 1);
    });
    await move('arrived', `${ELSEWHERE}/whole`);
    await until(async () => {
      assert.equal((await officials('ines duarte')).found, 0);
    });
  });
});

async function officials(name: string): Promise<Answer> {
  const { content } = await vscode.lm.invokeTool('dossier_officials', {
    input: { name, source: 'arrived/' },
    toolInvocationToken: undefined,
  });
  const [part] = content;
  assert.ok(part instanceof vscode.LanguageModelTextPart);
  return JSON.parse(part.value) as Answer;
}
