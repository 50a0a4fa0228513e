import assert from 'node:assert/strict';

import { locateCatalog } from '../../../src/catalogs/locate-catalog.js';
import { createKeyIndex, type KeyIndex } from '../../../src/review/uses/key-index.js';
import { createTextKey } from '../../../src/review/uses/text-key.js';

/** An index of the texts of a catalog that have these paths. */
function indexOf(...paths: readonly string[][]): KeyIndex {
  const location = locateCatalog('locales/en.json') ?? assert.fail();
  return createKeyIndex(paths.map((path) => createTextKey(location, path)));
}

describe('keys by what code may write for them', () => {
  const index = indexOf(['home', 'hero', 'title'], ['home', 'hero', 'lead'], ['home', 'title'], ['house']);
  const fitting = (parts: readonly string[], open: boolean): readonly string[] =>
    index.fitting(parts, open).map(({ path }) => path.join('.'));

  it('are found by their parts, with one segment between two', () => {
    assert.deepEqual(fitting(['home.', '.title'], false), ['home.hero.title']);
    assert.deepEqual(fitting(['home.', '.gone'], false), []);
    assert.deepEqual(fitting(['home.', 'er', '.title'], false), ['home.hero.title']);
    assert.deepEqual(fitting(['home.', 'x', '.title'], false), []);
    assert.deepEqual(fitting(['ho', 'title'], false), []);
    assert.deepEqual(fitting(['h', '.hero', '.title'], false), []);
  });

  it('are found with any number of segments in the last place where it is open', () => {
    assert.deepEqual(fitting(['home.', ''], true), ['home.hero.lead', 'home.hero.title', 'home.title']);
    assert.deepEqual(fitting(['home.', ''], false), ['home.title']);
  });

  it('are found by the words at their ends, all that share them', () => {
    const sentences = indexOf(['Open the door now'], ['Open the door later'], ['Close it']);
    assert.deepEqual(
      sentences.worded('Open the door').map(({ key, isStart }) => [key.path[0], isStart]),
      [
        ['Open the door now', true],
        ['Open the door later', true],
      ],
    );
    assert.deepEqual(sentences.worded('Open a door'), []);
    assert.ok(sentences.hasSentences && !index.hasSentences);
  });

  it('are known to be groups by what is below them', () => {
    assert.deepEqual(
      ['home', 'home.hero', 'home.title', 'ho'].map((group) => index.below(group)),
      [true, true, false, false],
    );
  });
});
