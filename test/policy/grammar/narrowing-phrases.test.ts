import assert from 'node:assert/strict';
import { isNarrowing } from '../../../src/policy/grammar/words/narrowing-phrases.js';

describe('isNarrowing', () => {
  it('holds where words restrict together', () => {
    for (const words of ['on hold', 'subject to the works council.', 'theirs', "prices are finance's", 'e.g.', 'ideas'])
      assert.ok(isNarrowing(words), words);
  });

  it('does not where they describe', () => {
    for (const words of [
      'a place to hold on to',
      'bar charts',
      "the shop's texts",
      'parts of the engine',
      'idea board',
    ])
      assert.ok(!isNarrowing(words), words);
  });

  it('reads hostile words in time', () => {
    const start = performance.now();
    for (const words of [
      'on '.repeat(40_000),
      'hold '.repeat(25_000),
      "a's".repeat(35_000),
      'is the '.repeat(15_000),
      '.'.repeat(100_000),
    ])
      isNarrowing(`${words}x`);
    assert.ok(performance.now() - start < 500);
  });
});
