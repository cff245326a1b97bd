import cities from '#cities';
import regions from '#regions';
import assert from 'node:assert/strict';
import { phraseKey } from '../../src/core/lexicon/lists';
import { gazetteer } from '../../src/core/lexicon/places';

describe('gazetteer', () => {
  it('finds places under the keys that texts have', () => {
    const found = ['Gdańsk', 'Tromsø', 'Łódź', 'Cúcuta', 'São Paulo', 'Port-au-Prince', 'Türkiye', 'U.S.', 'Side'].map(
      (name) => gazetteer().places.get(phraseKey(name))?.country ?? null,
    );
    assert.deepEqual(found, ['PL', 'NO', 'PL', 'CO', 'BR', 'HT', 'TR', 'US', null]);
  });

  it('holds the keys made at build time as those made at run time', () => {
    const built = [...Object.values(cities).flat(), ...Object.values(regions)].flatMap((list) => list.split('|'));
    assert.ok(built.length > 20_000);
    assert.deepEqual(
      built.filter((key) => phraseKey(key) !== key),
      [],
    );
  });

  it('knows nationalities in the plural, and those of no one country', () => {
    const { demonyms } = gazetteer();
    assert.deepEqual(
      ['guatemalans', 'briton', 'south korean', 'burkinabe', 'arab', 'kurdish', 'table'].map((word) =>
        demonyms.get(word),
      ),
      ['GT', 'GB', 'KR', 'BF', null, null, undefined],
    );
  });
});
