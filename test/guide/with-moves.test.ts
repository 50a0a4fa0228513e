import assert from 'node:assert/strict';
import { withMoves } from '../../src/guide/with-moves.js';
import { reviewContext } from '../support/review-context.js';

describe('withMoves', () => {
  it('adds the other end of what was moved, from either side', () => {
    const { change } = reviewContext({
      base: { 'src/home/flags.yaml': 'a\n', 'src/home/b.md': 'b\n' },
      head: { 'src/auth/flags.yaml': 'a\n', 'src/home/b.md': 'c\n', 'src/home/new.md': 'd\n' },
      renames: { 'src/home/flags.yaml': 'src/auth/flags.yaml' },
    });
    const both = ['src/auth/flags.yaml', 'src/home/flags.yaml'];
    assert.deepEqual(withMoves(change, ['src/auth/flags.yaml']), both);
    assert.deepEqual(withMoves(change, ['src/home/flags.yaml']), both.toReversed());
    assert.deepEqual(withMoves(change, both), both);
    assert.deepEqual(withMoves(change, ['src/home/b.md', 'src/home/new.md']), ['src/home/b.md', 'src/home/new.md']);
    assert.deepEqual(withMoves(change, ['elsewhere.md']), ['elsewhere.md']);
  });
});
