/** What the first source would else wait for. */
import { annotateInSteps } from './annotate';
import type { SourceAnnotations } from './annotations';
import { eventLexicon } from './annotators/events/lexicon';
import { nameTagger } from './annotators/tagger/names-model';
import { NO_KNOWLEDGE } from './knowledge';
import { gazetteer } from './lexicon/places';
import { linkInSteps } from './link/link';
import { cardAt } from './queries/hover';
import { hints } from './queries/hints';
import { figureLenses, sourceLenses } from './queries/lenses';
import { outline } from './queries/outline';
import { semanticTokens } from './queries/tokens';
import { DossierView } from './queries/view';
import type { Steps } from './steps';

/** Have a bit of everything that annotators and linking look for; nobody and nothing in them is real. */
const SAMPLES: ReadonlyMap<string, string> = new Map([
  [
    'monday.txt',
    `Ferry sinks off Tonga; ministers meet in Lima

OSLO, 3 May 2011 – "We will not wait any longer," Norwegian Foreign Minister Kari Holm told reporters in Lima on Tuesday.

At least 12 people were killed and 140 injured last month when a ferry sank off Tonga, the Red Cross said. President Luis Ayala, who met
her counterpart in Quito two days later, called for an inquiry. She said that it would take weeks.

Police arrested three men and two women on Monday after gunmen attacked a convoy near the port. Some 3,500 families, or 40 percent of the
town, have fled to neighbouring villages since early April. The government denied that its troops had shelled the market.

The Union of Dockers (UD) accused the ministry of negligence. Its leader, Piet Marr, 54, a former senator, phoned the prime minister and
demanded that she resign; thousands marched through the capital. The two sides signed a ceasefire on 28 April, but fighting resumed.

"Nobody warned us," Marr said. "They should have closed the harbour." According to officials, between 20 and 25 boats are still missing.

(Reporting by Ann Example; editing by Tom Example)
`,
  ],
  [
    'wednesday.txt',
    `LIMA, 5 May 2011 (Example) - The death toll of the ferry that sank off Tonga rose to 15, the Red Cross said on Wednesday.

Holm, the foreign minister of Norway, will visit Quito next week for talks with Mr Ayala, a spokesman for the president said. He added
that more than 150 people had been injured and that aid worth $2.5 million would be sent.

Parliament approved sanctions against the company and appointed Judge Ines Vala to head the inquiry. Vala said she would "leave no stone
unturned". Two suspects were released on bail yesterday evening.
`,
  ],
]);
/** Code runs several times faster once the engine has seen it run. */
const ROUNDS = 4;
/** Cards are asked for at so many places of a sample, some characters apart. */
const CARDS = 24;

/** Makes the largest tables, then reads a few sentences, for which all others are made, and asks what editors ask. */
export function* warmUp(): Steps<void> {
  for (const make of [() => eventLexicon([]), nameTagger, gazetteer]) {
    make();
    yield;
  }
  for (let round = 0; round < ROUNDS; round++) {
    const annotations = new Map<string, SourceAnnotations>();
    for (const [path, text] of SAMPLES) annotations.set(path, yield* annotateInSteps(text, NO_KNOWLEDGE));
    const sources = [...annotations].map(([path, own]) => ({ path, configured: null, annotations: own }));
    const extraction = yield* linkInSteps(sources, NO_KNOWLEDGE);
    yield* askAll(new DossierView(extraction, annotations, NO_KNOWLEDGE), annotations);
  }
}

function* askAll(view: DossierView, annotations: ReadonlyMap<string, SourceAnnotations>): Steps<void> {
  yield* view.prepareInSteps();
  for (const [path, own] of annotations) {
    const { length } = own.text;
    for (const ask of [
      () => semanticTokens(own),
      () => outline(view, path),
      () => sourceLenses(view, path),
      () => figureLenses(view, path),
      () => hints(view, path, { start: 0, end: length }, new Set(['date', 'referent', 'difference'])),
    ]) {
      yield;
      ask();
    }
    for (let i = 0; i < CARDS; i++) {
      yield;
      cardAt(view, path, Math.floor((i * length) / CARDS));
    }
  }
}
