/**
 * Measures the extraction on the project's own gold: `npm run eval [-- --misses] [--verbose] [FOLDER…]`.
 * Without folders: all of test/gold/dev, and the mean alone of test/gold/held-out, whose rows are for `--verbose` and
 * whose misses are never listed, so that nobody tunes to them. A folder holds `.txt` and `.yaml` side by side.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Corpus } from '../../src/core/corpus';
import { decodeSource } from '../../src/core/decode';
import { GoldError, parseGold } from './gold';
import { type GoldSource, type Result, score } from './score';
import { missList, summary, table } from './table';

const DEV = 'test/gold/dev';
const HELD_OUT = 'test/gold/held-out';

/** Gold and texts of a folder, by name. */
function readGold(folder: string): readonly GoldSource[] {
  const files = fs.readdirSync(folder).filter((f) => f.endsWith('.yaml') && f !== 'dossier.yaml');
  return files.sort().map((file) => {
    const gold = parseGold(fs.readFileSync(path.join(folder, file), 'utf8'));
    const decoded = decodeSource(fs.readFileSync(path.join(folder, gold.source)));
    if (!decoded.ok) throw new GoldError(`${gold.source}: ${decoded.message}`);
    return { gold, text: decoded.text };
  });
}

/** Extracts from one folder as one corpus, without any knowledge file. */
function measure(folder: string): Result {
  const sources = readGold(folder);
  const corpus = new Corpus();
  for (const { gold, text } of sources) corpus.set(gold.source, text);
  return score(sources, corpus.extraction);
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { misses: { type: 'boolean' }, verbose: { type: 'boolean', short: 'v' } },
  });
  const folders = positionals.length > 0 ? positionals : [DEV, HELD_OUT];
  const results = folders.map((folder) => {
    const result = measure(folder);
    const heldOut = path.resolve(folder) === path.resolve(HELD_OUT);
    console.log(`${folder}\n`);
    if (values.misses === true && !heldOut) console.log(`${missList(result)}\n`);
    console.log(`${heldOut && values.verbose !== true ? summary(result) : table(result)}\n`);
    return result;
  });
  const mean = results.reduce((sum, r) => sum + r.macro, 0) / results.length;
  if (results.length > 1) console.log(`mean of the macro-F1 ${mean.toFixed(3)}`);
}

main();
