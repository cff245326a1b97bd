/** Build-time tables: YAML files of the lexicon, and reductions of data packages, as modules of plain data. */
import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parse } from 'yaml';

const require = createRequire(import.meta.url);

/** Module name → what it holds. The types stand in `src/core/lexicon/tables.d.ts`. */
const GENERATED = {
  '#countries': countries,
};

/** @returns {import('esbuild').Plugin} */
export function tables() {
  return {
    name: 'tables',
    setup(build) {
      build.onLoad({ filter: /\.yaml$/ }, async ({ path }) => ({
        contents: asModule(parse(await fs.readFile(path, 'utf8'))),
        loader: 'js',
        watchFiles: [path],
      }));
      build.onResolve({ filter: /^#/ }, ({ path }) => (path in GENERATED ? { path, namespace: 'table' } : undefined));
      build.onLoad({ filter: /.*/, namespace: 'table' }, async ({ path }) => ({
        contents: asModule(await GENERATED[path]()),
        loader: 'js',
      }));
    },
  };
}

/** `JSON.parse` of a string loads faster than an object literal of the same size. */
function asModule(data) {
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(data))});`;
}

function countries() {
  const latin = (name) => /^[\p{Script=Latin}\p{M}\s.,'’()-]+$/u.test(name);
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
