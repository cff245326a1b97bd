/**
 * Trains the tagger and writes its model: `npm run train -- OUT CORPUS.tsv… --dev DEV.tsv [--epochs N]`.
 * The corpora are named in NOTICE; they are no part of the repository.
 */
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { taggerDocument } from '../src/core/annotators/tagger/document';
import {
  CASES,
  mix,
  PLACE_FEATURES,
  placeFeatures,
  wordFeatures,
  wordHash,
} from '../src/core/annotators/tagger/features';
import { encodeModel } from './encode';
import { loadModel } from '../src/core/annotators/tagger/model';
import { Tagger } from '../src/core/annotators/tagger/tagger';
import { wordClasses } from '../src/core/annotators/tagger/word-classes';
import { readCorpus, type TaggedDocument } from './corpora';
import { Crf, type Example } from './crf';
import { score, table } from './score';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dev: { type: 'string' },
    epochs: { type: 'string', default: '12' },
    features: { type: 'string', default: '7000' },
    rate: { type: 'string', default: '0.05' },
    dropout: { type: 'string', default: '0.5' },
    l2: { type: 'string', default: '0.001' },
    seed: { type: 'string', default: '1' },
  },
});
const [out, ...files] = positionals;
if (out === undefined || files.length === 0 || values.dev === undefined)
  throw new Error('Usage: train OUT CORPUS.tsv… --dev DEV.tsv');

const MINIMUM_COUNT = 3;
const LEXICAL_DROPOUT = 0.3;
/** Templates that name a word itself: left out at random, so that the model learns from the rest. */
const LEXICAL_TEMPLATE = 1;

const training = files.flatMap(readCorpus);
const dev = readCorpus(values.dev);
const random = generator(Number(values.seed));

const counts = new Map<number, number>();
const raw = training.flatMap((document) => keysOf(document, counts));
const index = new Map<number, number>();
for (const [key, count] of counts) if (count >= MINIMUM_COUNT) index.set(key, index.size);
const examples: Example[] = raw.map(({ keys, labels }) => ({
  labels,
  features: keys.map((list) => Int32Array.from(list.flatMap((k) => index.get(k) ?? []))),
}));
console.log(`${examples.length} sentences, ${index.size} features`);

const crf = new Crf(index.size);
crf.train(
  examples,
  { rate: Number(values.rate), epochs: Number(values.epochs), dropout: Number(values.dropout), l2: Number(values.l2) },
  (epoch, loss) => {
    console.log(`epoch ${epoch}, loss ${loss.toFixed(0)}`);
  },
  random,
);

const bytes = encodeModel(index, crf, Number(values.features));
fs.writeFileSync(out, bytes);
console.log(`${out}: ${bytes.length} bytes`);
const tagger = new Tagger(loadModel(bytes), wordClasses);
console.log(table(score(dev, (document) => tagger.tag(document))));

function keysOf(document: TaggedDocument, tally: Map<number, number>): { keys: number[][]; labels: Uint8Array }[] {
  const { tokens, sentences, labels } = document;
  const hashes = Int32Array.from(tokens, (t) => wordHash(t.lower, t.kind));
  const classes = Int32Array.from(tokens, (t) => wordClasses(t.lower));
  const shapes = Uint8Array.from(tokens, (t) => CASES[t.case]);
  const window = { ...taggerDocument(tokens, sentences), hashes, classes, shapes };
  const places = new Int32Array(PLACE_FEATURES);
  return sentences.map((sentence) => {
    const { first, last } = sentence;
    const keys = tokens.slice(first, last).map((token, k) => {
      const list = wordFeatures(token, classes[first + k] ?? 0);
      if (random() < LEXICAL_DROPOUT) list.splice(list.indexOf(mix(LEXICAL_TEMPLATE, hashes[first + k] ?? 0)), 1);
      placeFeatures(window, sentence, first + k, places);
      list.push(...places);
      for (const key of list) tally.set(key, (tally.get(key) ?? 0) + 1);
      return list;
    });
    return { keys, labels: labels.slice(first, last) };
  });
}

/** Mulberry32: the same training from the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
