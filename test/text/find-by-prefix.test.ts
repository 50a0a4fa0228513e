import assert from 'node:assert/strict';
import fc from 'fast-check';

import { findByPrefix } from '../../src/text/find-by-prefix.js';

describe('findByPrefix', () => {
  it('gives what begins so, and all where nothing is asked for', () => {
    const paths = ['a', 'b/c', 'b/d', 'b0', 'c'];
    assert.deepEqual(findByPrefix(paths, 'b/'), ['b/c', 'b/d']);
    assert.deepEqual(findByPrefix(paths, 'd'), []);
    assert.deepEqual(findByPrefix(paths, ''), paths);
    assert.deepEqual(findByPrefix([], 'a'), []);
  });

  it('gives what going through all of them gives', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '/', '\u{1f600}', '\uffff'), maxLength: 5 });
    fc.assert(
      fc.property(fc.array(text), text, (texts, prefix) => {
        const sorted = texts.toSorted();
        assert.deepEqual(
          findByPrefix(sorted, prefix),
          sorted.filter((each) => each.startsWith(prefix)),
        );
      }),
    );
  });
});
