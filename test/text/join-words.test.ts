import assert from 'node:assert/strict';
import { joinSome, joinWords } from '../../src/text/join-words.js';

describe('joinWords', () => {
  for (const [words, sentence] of [
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ] as const)
    it(`lists ${words.length} as “${sentence}”`, () => {
      assert.equal(joinWords(words), sentence);
    });
});

describe('joinSome', () => {
  it('names so many, and counts the rest', () => {
    assert.deepEqual(
      [0, 1, 2, 3, 5].map((count) => joinSome(['a', 'b', 'c', 'd', 'e'].slice(0, count), 2)),
      ['', 'a', 'a, b', 'a, b and 1 more', 'a, b and 3 more'],
    );
  });
});
