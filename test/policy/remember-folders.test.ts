import assert from 'node:assert/strict';

import { rememberFolders } from '../../src/policy/remember-folders.js';

describe('rememberFolders', () => {
  const counted = () => {
    const entered: string[] = [];
    const folderOf = rememberFolders({ path: '' }, (above, name) => {
      const path = above.path === '' ? name : `${above.path}/${name}`;
      entered.push(path);
      return { path };
    });
    return { entered, find: (folder: string) => folderOf(`${folder}/file`, folder.length) };
  };

  it('finds each folder once, from the nearest one that is known', () => {
    const { entered, find } = counted();
    assert.deepEqual(find(''), { path: '' });
    assert.deepEqual(find('a/b/c'), { path: 'a/b/c' });
    assert.equal(find('a/b/c'), find('a/b/c'));
    find('a/d');
    find('a');
    assert.deepEqual(entered, ['a', 'a/b', 'a/b/c', 'a/d']);
  });

  it('is not confused by empty names', () => {
    const { entered, find } = counted();
    find('/a');
    find('b//c');
    assert.deepEqual(entered, ['', 'a', 'b', 'b/', 'b//c']);
  });

  it('does not remember a folder with an endless name', () => {
    const { entered, find } = counted();
    find('a/'.repeat(3000));
    find('a/'.repeat(3000));
    assert.equal(entered.length, 6002);
  });

  it('forgets what it knows rather than grow without end', () => {
    const { entered, find } = counted();
    for (let number = 0; number < 140_000; number += 1) find(`f${number}`);
    find('f139999');
    assert.equal(entered.length, 140_000);
    find('f0');
    assert.equal(entered.length, 140_001);
  });
});
