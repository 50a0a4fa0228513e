import assert from 'node:assert/strict';
import { wrapLine } from '../../../src/commands/init/wrap-line.js';

describe('wrapLine', () => {
  it('cuts between words, and goes on two deeper', () => {
    assert.deepEqual(wrapLine('  one two three four', 12), ['  one two', '    three', '    four']);
    assert.deepEqual(wrapLine('short', 80), ['short']);
    assert.deepEqual(wrapLine('', 80), ['']);
  });

  it('cuts no word', () => {
    assert.deepEqual(wrapLine('a-long-path/of/a/file is long', 10), ['a-long-path/of/a/file', '  is long']);
  });
});
