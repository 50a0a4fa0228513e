import assert from 'node:assert/strict';
import { folderOf } from '../../src/text/folder-of.js';

describe('folderOf', () => {
  it('is all before the last slash, and nothing at the root', () => {
    assert.deepEqual(['a/b/c.md', 'a/b', 'c.md', '/c.md', ''].map(folderOf), ['a/b', 'a', '', '', '']);
  });
});
