import assert from 'node:assert/strict';
import { joinWords } from '../../src/text/join-words.js';

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
