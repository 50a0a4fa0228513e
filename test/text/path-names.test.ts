import assert from 'node:assert/strict';
import { folderOf, foldersAround, lastNameOf } from '../../src/text/path-names.js';

describe('lastNameOf', () => {
  it('is all behind the last slash', () => {
    assert.deepEqual(['a/b/c.md', 'a/', 'c.md', ''].map(lastNameOf), ['c.md', '', 'c.md', '']);
  });
});

describe('folderOf', () => {
  it('is all before the last slash, and nothing at the root', () => {
    assert.deepEqual(['a/b/c.md', 'a/b', 'c.md', '/c.md', ''].map(folderOf), ['a/b', 'a', '', '', '']);
  });
});

describe('foldersAround', () => {
  it('gives each folder around a path, the highest first', () => {
    assert.deepEqual(foldersAround('a/b/c.md'), ['a', 'a/b']);
    assert.deepEqual(foldersAround('c.md'), []);
  });
});
