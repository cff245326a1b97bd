import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import * as yauzl from 'yauzl';
import { ROOT, temporaryFolder } from '../host/project.js';

const LARGEST_BYTES = 1_000_000;

/** Everything that may ship; vsce writes the names of README, CHANGELOG and LICENSE its own way. */
const SHIPS: readonly RegExp[] = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/package(\.nls[\w.-]*)?\.json$/,
  /^extension\/(readme|changelog)\.md$/i,
  /^extension\/(LICENSE|NOTICE)(\.txt|\.md)?$/i,
  /^extension\/language-configuration\.json$/,
  /^extension\/dist\/(main|extension)\.js$/,
  /^extension\/dist\/webview\/[\w./-]+\.(js|css)$/,
  /^extension\/syntaxes\/[\w.-]+\.json$/,
  /^extension\/media\/[\w./-]+\.svg$/,
  /^extension\/schemas\/[\w.-]+\.json$/,
  /^extension\/l10n\/[\w.-]+\.json$/,
  /^extension\/media\/icon\.png$/,
];

describe('the package', () => {
  const packagePath = path.join(temporaryFolder('package'), 'dossier.vsix');
  let content: Map<string, string>;

  before(async () => {
    // Builds for production first (the script vscode:prepublish).
    await createVSIX({ cwd: ROOT, packagePath, dependencies: false, rewriteRelativeLinks: false });
    content = await unzip(packagePath);
  });

  it('holds nothing that need not ship', () => {
    const others = [...content.keys()].filter((name) => !SHIPS.some((pattern) => pattern.test(name)));
    assert.deepEqual(others, []);
  });

  it('holds the extension, its description and its licence', () => {
    const names = [...content.keys()].map((name) => name.toLowerCase());
    for (const name of [
      'package.json',
      'dist/main.js',
      'dist/extension.js',
      'readme.md',
      'changelog.md',
      'license.txt',
    ]) {
      assert.ok(names.includes(`extension/${name}`), `${name} is missing`);
    }
  });

  it('holds every file that package.json names', () => {
    const manifest = JSON.parse(content.get('extension/package.json') ?? '{}') as unknown;
    const missing = pathsIn(manifest).filter((file) => !content.has(path.posix.join('extension', file)));
    assert.deepEqual(missing, []);
  });

  it('is built for production', () => {
    const bundle = content.get('extension/dist/extension.js') ?? '';
    assert.doesNotMatch(bundle, /sourceMappingURL/);
    assert.ok(bundle.length > 0);
    assert.ok(bundle.split('\n').length < 1000, 'the bundle is not minified');
  });

  it('stays under 1 MB', () => {
    assert.ok(fs.statSync(packagePath).size < LARGEST_BYTES, `${fs.statSync(packagePath).size} bytes`);
  });
});

/** The files of a zip archive: name and content, as text. */
function unzip(file: string): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    const content = new Map<string, string>();
    yauzl.open(file, { lazyEntries: true }, (failure, zip) => {
      if (failure) {
        reject(failure);
        return;
      }
      zip.on('error', reject);
      zip.on('end', () => {
        resolve(content);
      });
      zip.on('entry', (entry: yauzl.Entry) => {
        zip.openReadStream(entry, (error, stream) => {
          if (error) {
            reject(error);
            return;
          }
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            content.set(entry.fileName, Buffer.concat(chunks).toString());
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
}

/** The relative paths (`./…`) that a manifest holds; what only serves the command line (`bin`) has none of them. */
function pathsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('./') ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(pathsIn);
}
