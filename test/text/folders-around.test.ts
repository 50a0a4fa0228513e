import assert from 'node:assert/strict';
import { foldersAround } from '../../src/text/folders-around.js';

describe('foldersAround', () => {
  it('gives each folder around a path, the highest first', () => {
    assert.deepEqual(foldersAround('a/b/c.md'), ['a', 'a/b']);
    assert.deepEqual(foldersAround('c.md'), []);
  });
});
