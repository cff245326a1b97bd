import fs from 'node:fs';
import path from 'node:path';
import { Corpus } from './core/corpus';

const folder = process.argv[3] ?? '.';
const corpus = new Corpus();
for (const name of fs
  .readdirSync(folder)
  .filter((n) => n.endsWith('.txt'))
  .sort()) {
  corpus.set(`${folder.replace(/\/$/, '')}/${name}`, fs.readFileSync(path.join(folder, name), 'utf8'));
}
process.stdout.write(JSON.stringify(corpus.extraction, null, 2) + '\n');
