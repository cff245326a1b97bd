import assert from 'node:assert/strict';
import { Corpus } from '../../../src/core/corpus';
import { parseKnowledge } from '../../../src/core/knowledge-parse';
import { cardAt } from '../../../src/core/queries/hover';
import { DossierView } from '../../../src/core/queries/view';
import { cardLines } from './print';

const KNOWLEDGE = `events:
  - { name: Velmora helicopter crash, aliases: [helicopter crash], date: 2031-05-04 }
  - { name: Harvest Week, date: 2031-05-19 }
`;

describe('an event of the knowledge file', () => {
  const { knowledge } = parseKnowledge(KNOWLEDGE);
  /** The card of some words of a text. */
  const card = (text: string, words: string): string => {
    const corpus = new Corpus();
    corpus.setKnowledge(knowledge);
    corpus.set('a.txt', text);
    const annotations = corpus.annotations('a.txt');
    assert.ok(annotations !== undefined);
    const view = new DossierView(corpus.extraction, new Map([['a.txt', annotations]]), knowledge);
    const found = cardAt(view, 'a.txt', text.indexOf(words) + 2);
    return found === null ? 'no card' : cardLines(found).join('\n');
  };

  it('says where the day comes from, of words that only name it', () => {
    assert.equal(
      card('The shops of Velmora were closed during Harvest Week.\n', 'Harvest Week'),
      '– | Monday, 19 May 2031 | 2031-05-19\nThe day of “Harvest Week”, as [dossier.yaml](dossier.yaml:98) has it.',
    );
  });

  it('has its own card where it is told, with its name in the knowledge file', () => {
    const told = card('Foreign Minister Josefa Naqara died in a helicopter crash last month.\n', 'helicopter crash');
    assert.match(told, /^– \| Crash: Josefa Naqara \| Accident/u);
    assert.match(told, /^In \[dossier\.yaml\]\(dossier\.yaml:12\): Velmora helicopter crash, 4 May 2031$/mu);
  });
});
