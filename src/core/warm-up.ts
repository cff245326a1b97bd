/** What the first source would else wait for. */
import { annotateInSteps } from './annotate';
import { eventLexicon } from './annotators/events/lexicon';
import { nameTagger } from './annotators/tagger/names-model';
import { NO_KNOWLEDGE } from './knowledge';
import { gazetteer } from './lexicon/places';
import { linkInSteps } from './link/link';
import type { Steps } from './steps';

/** Has a bit of everything that annotators look for. */
const SAMPLE = `OSLO, 3 May 2011 – "We will not wait any longer," Norwegian Foreign Minister Kari Holm told reporters in Lima on Tuesday.

At least 12 people were killed and 140 injured last month when a ferry sank off Tonga, the Red Cross said. President Luis Ayala, who met
her counterpart in Quito two days later, called for an inquiry. She said that it would take weeks.
`;
/** Code runs several times faster once the engine has seen it run. */
const ROUNDS = 3;

/** Makes the largest tables, then reads a few sentences, for which all others are made. */
export function* warmUp(): Steps<void> {
  for (const make of [() => eventLexicon([]), nameTagger, gazetteer]) {
    make();
    yield;
  }
  for (let round = 0; round < ROUNDS; round++) {
    const annotations = yield* annotateInSteps(SAMPLE, NO_KNOWLEDGE);
    yield* linkInSteps([{ path: 'sample.txt', configured: null, annotations }], NO_KNOWLEDGE);
  }
}
