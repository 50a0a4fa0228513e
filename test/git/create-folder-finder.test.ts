import assert from 'node:assert/strict';

import { createFolderFinder } from '../../src/git/list-tracked.js';

describe('createFolderFinder', () => {
  it('knows every folder above a path, the root too, and no file', () => {
    const isFolder = createFolderFinder(['a.md', 'src/one/x.ts', 'src/one/y.ts', 'src/two/z.ts']);
    assert.deepEqual(['', 'src', 'src/one', 'src/two'].map(isFolder), [true, true, true, true]);
    assert.deepEqual(['a.md', 'src/one/x.ts', 'sr', 'one'].map(isFolder), [false, false, false, false]);
  });
});
