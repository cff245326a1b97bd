/** Sources for benchmarks: sentences of our own gold reports in new order, with names and numbers exchanged. Always the same. */
import fs from 'node:fs';
import path from 'node:path';

const FOLDER = 'test/gold/dev';
const PARAGRAPHS = 9;

export function generateSources(count: number): string[] {
  const random = generator(20);
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const reports = fs
    .readdirSync(FOLDER)
    .filter((f) => f.endsWith('.txt'))
    .map((f) => fs.readFileSync(path.join(FOLDER, f), 'utf8'));
  const paragraphs = reports.flatMap((r) => r.split(/\n\s*\n/u).map((p) => p.trim())).filter((p) => p.length > 80);
  return Array.from({ length: count }, () => {
    const chosen = Array.from({ length: PARAGRAPHS }, () => pick(paragraphs) ?? '');
    return (
      chosen.map((p) => p.replace(/\b\d{2,3}\b/gu, () => String(10 + Math.floor(random() * 900)))).join('\n\n') + '\n'
    );
  });
}

/** A linear congruential generator (Numerical Recipes): the same sources on every machine. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
