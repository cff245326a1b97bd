/**
 * Throughput of `annotate` beside wink-nlp's full pipeline and compromise, in the same run, as ratios: `npm run bench`.
 * The libraries take turns over the same texts, so that a machine whose speed drifts drifts for all of them.
 */
import fs from 'node:fs';
import path from 'node:path';
import compromise from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { annotate } from '../../src/core/annotate';
import { Corpus } from '../../src/core/corpus';
import { NO_KNOWLEDGE } from '../../src/core/knowledge';
import { generateSources } from './generate';

const ROUNDS = 9;
const wink = winkNLP(model);

/** Each does all that it can in one pass over a text, and returns something that depends on the result. */
const CONTENDERS: Readonly<Record<string, (text: string) => number>> = {
  dossier: (text) => annotate(text, NO_KNOWLEDGE).mentions.length,
  'wink-nlp': (text) => wink.readDoc(text).tokens().length(),
  compromise: (text) => compromise(text).wordCount(),
};

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

function measure(name: string, texts: readonly string[], repeat: number): void {
  const megabytes = (texts.reduce((sum, t) => sum + Buffer.byteLength(t), 0) * repeat) / 1e6;
  const speeds = new Map(Object.keys(CONTENDERS).map((c) => [c, [] as number[]]));
  let sink = 0;
  for (let round = -1; round < ROUNDS; round++) {
    for (const [contender, run] of Object.entries(CONTENDERS)) {
      const start = performance.now();
      for (let i = 0; i < repeat; i++) for (const text of texts) sink += run(text);
      const speed = megabytes / ((performance.now() - start) / 1000);
      if (round >= 0) speeds.get(contender)?.push(speed); // The first round warms up.
    }
  }
  console.log(
    `\n${name}: ${texts.length} sources, ${megabytes.toFixed(2)} MB a round, ${ROUNDS} rounds (${sink > 0 ? 'all read' : 'nothing found'})`,
  );
  const own = speeds.get('dossier') ?? [];
  for (const [contender, values] of speeds) {
    const ratios = values.map((v, i) => (own[i] ?? NaN) / v);
    console.log(
      `  ${contender.padEnd(12)} ${median(values).toFixed(2).padStart(7)} MB/s  (${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)})` +
        (contender === 'dossier' ? '' : `  dossier is ${median(ratios).toFixed(2)} times as fast`),
    );
  }
}

function measureGrowth(texts: readonly string[]): void {
  console.log('\nOne source of growing length:');
  const whole = texts.join('\n\n');
  for (const size of [1e3, 1e4, 1e5, 1e6, 1e7]) {
    const text = whole.repeat(Math.ceil(size / whole.length)).slice(0, size);
    const times = Array.from({ length: size > 1e6 ? 3 : 7 }, () => {
      const start = performance.now();
      annotate(text, NO_KNOWLEDGE);
      return performance.now() - start;
    });
    console.log(
      `  ${(size / 1000).toFixed(0).padStart(6)} KB  ${median(times).toFixed(1).padStart(9)} ms  ${(size / 1000 / median(times)).toFixed(2)} MB/s`,
    );
  }
}

function measureCorpus(texts: readonly string[]): void {
  const corpus = new Corpus();
  texts.forEach((text, i) => {
    corpus.set(`source-${i}.txt`, text);
  });
  const start = performance.now();
  for (const p of corpus.paths) corpus.annotations(p);
  const annotated = performance.now();
  const { entities, events, series } = corpus.extraction;
  console.log(
    `\nA folder of ${texts.length} sources: annotated in ${(annotated - start).toFixed(0)} ms, linked in ${(performance.now() - annotated).toFixed(0)} ms ` +
      `(${entities.length} entities, ${events.length} events, ${series.length} series)`,
  );
}

const seeds = fs
  .readdirSync('seeds')
  .filter((f) => f.endsWith('.txt'))
  .map((f) => fs.readFileSync(path.join('seeds', f), 'utf8'));
const generated = generateSources(1000);
console.log(`Node ${process.version}, ${process.platform} ${process.arch}, one core`);
measure('Seeds', seeds, 20);
measure('Generated', generated.slice(0, 100), 1);
measureGrowth(seeds);
measureCorpus(generated);
