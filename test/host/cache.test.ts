import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { cached, cacheFolder } from './cache.js';
import { temporaryFolder } from './project.js';

describe('the cache of downloads', () => {
  const root = temporaryFolder('cache');
  const recipe = (name: string, build: (folder: string) => Promise<void>) => ({ name, title: name, build });
  const write = (text: string) => (folder: string) => fs.promises.writeFile(path.join(folder, 'content'), text);

  it('lies where the user keeps caches, or where they say', () => {
    assert.equal(cacheFolder({ DOSSIER_CACHE: root }), root);
    if (process.platform !== 'linux') return;
    assert.equal(cacheFolder({ XDG_CACHE_HOME: root }), path.join(root, 'dossier'));
    assert.doesNotMatch(cacheFolder({ XDG_CACHE_HOME: 'relative' }), /relative/);
  });

  it('builds an entry once for all who ask', async () => {
    let built = 0;
    const slow = recipe('slow', async (folder) => {
      built++;
      await new Promise((resolve) => setTimeout(resolve, 300));
      await write('slow')(folder);
    });
    const folders = await Promise.all([cached(slow, root), cached(slow, root), cached(slow, root)]);
    assert.equal(built, 1);
    assert.deepEqual(new Set(folders), new Set([path.join(root, 'slow')]));
    assert.equal(fs.readFileSync(path.join(root, 'slow', 'content'), 'utf8'), 'slow');
  });

  it('keeps nothing of a build that failed, and tries again', async () => {
    const failing = recipe('failing', async (folder) => {
      await write('half')(folder);
      throw new Error('no registry');
    });
    await assert.rejects(cached(failing, root), /no registry/);
    assert.deepEqual(names('failing'), []);
    await cached(recipe('failing', write('whole')), root);
    assert.deepEqual(names('failing'), ['failing']);
  });

  it('takes over from a run that died', async () => {
    const lock = path.join(root, 'dead.lock');
    fs.mkdirSync(lock);
    fs.mkdirSync(path.join(root, 'dead.tmp-left'));
    const longAgo = new Date(Date.now() - 3_600_000);
    fs.utimesSync(lock, longAgo, longAgo);
    await cached(recipe('dead', write('new')), root);
    assert.deepEqual(names('dead'), ['dead']);
  });

  it('says what to do when its folder cannot be written', async () => {
    const file = path.join(root, 'file');
    fs.writeFileSync(file, '');
    await assert.rejects(cached(recipe('x', write('x')), path.join(file, 'cache')), /DOSSIER_CACHE/);
  });

  function names(prefix: string): string[] {
    return fs.readdirSync(root).filter((name) => name.startsWith(prefix));
  }
});
