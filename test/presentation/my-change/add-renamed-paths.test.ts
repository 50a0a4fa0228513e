import assert from 'node:assert/strict';
import { addRenamedPaths } from '../../../src/presentation/my-change/add-renamed-paths.js';
import { createReviewContext } from '../../support/review-context.js';

describe('withMoves', () => {
  it('adds the other end of what was moved, from either side', () => {
    const { change } = createReviewContext({
      base: { 'src/home/flags.yaml': 'a\n', 'src/home/b.md': 'b\n' },
      head: { 'src/auth/flags.yaml': 'a\n', 'src/home/b.md': 'c\n', 'src/home/new.md': 'd\n' },
      renames: { 'src/home/flags.yaml': 'src/auth/flags.yaml' },
    });
    const both = ['src/auth/flags.yaml', 'src/home/flags.yaml'];
    assert.deepEqual(addRenamedPaths(change, ['src/auth/flags.yaml']), both);
    assert.deepEqual(addRenamedPaths(change, ['src/home/flags.yaml']), both.toReversed());
    assert.deepEqual(addRenamedPaths(change, both), both);
    assert.deepEqual(addRenamedPaths(change, ['src/home/b.md', 'src/home/new.md']), [
      'src/home/b.md',
      'src/home/new.md',
    ]);
    assert.deepEqual(addRenamedPaths(change, ['elsewhere.md']), ['elsewhere.md']);
  });
});
