import assert from 'node:assert/strict';

import { createFileMemory } from '../../../src/review/gates/file-memory.js';

describe('what is remembered of files', () => {
  it('computes once what is asked for again, by path, text and what it is', () => {
    const remember = createFileMemory();
    let computed = 0;
    const get = (path: string, text: string, what: string): number => remember(path, text, what, () => ++computed);
    assert.deepEqual([get('a', 'x', 'one'), get('a', 'x', 'one'), get('a', 'x', 'two')], [1, 1, 2]);
    assert.deepEqual([get('b', 'x', 'one'), get('a', 'y', 'one'), get('a', 'y', 'one')], [3, 4, 4]);
  });

  it('forgets what was not asked for the longest where it is too much, and never what was asked for last', () => {
    const remember = createFileMemory(10);
    let computed = 0;
    const get = (path: string, length = 4): number => remember(path, 'x'.repeat(length), 'it', () => ++computed);
    assert.deepEqual([get('a'), get('b'), get('a'), get('c'), get('a'), get('b')], [1, 2, 1, 3, 1, 4]);
    assert.deepEqual([get('long', 99), get('long', 99), get('a')], [5, 5, 6]);
  });
});
