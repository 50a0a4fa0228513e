import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linesOnlyIn } from '../../../src/review/unsafe/changed-lines.js';

describe('linesOnlyIn', () => {
  it('has the lines that the other text does not have, with their numbers', () => {
    assert.deepEqual(linesOnlyIn('a\nb\nc\n', 'a\nx\nc\n'), [{ text: 'b', number: 2 }]);
    assert.deepEqual(linesOnlyIn('c\na\nb\n', 'a\nb\nc\n'), []);
    assert.deepEqual(linesOnlyIn('a', ''), [{ text: 'a', number: 1 }]);
    assert.deepEqual(linesOnlyIn('', 'a'), [{ text: '', number: 1 }]);
  });

  it('is the same for few lines and for many', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'ab', 'c', ''), { maxLength: 120 })
      .map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const known = new Set(other.split('\n'));
        const expected = one
          .split('\n')
          .flatMap((line, index) => (known.has(line) ? [] : [{ text: line, number: index + 1 }]));
        assert.deepEqual(linesOnlyIn(one, other), expected);
      }),
    );
  });
});
