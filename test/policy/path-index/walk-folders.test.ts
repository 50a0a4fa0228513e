import assert from 'node:assert/strict';
import fc from 'fast-check';

import { startWalk, walkToFolder } from '../../../src/policy/path-index/walk-folders.js';

const begin = () => {
  const entered: string[] = [];
  const walk = startWalk('');
  const go = (folder: string): string =>
    walkToFolder(walk, `${folder}/file`, folder.length, (above, name) => {
      const here = `${above}>${name}`;
      entered.push(here);
      return here;
    });
  return { entered, go };
};

describe('walkTo', () => {
  it('goes up no further than it must, then down', () => {
    const { entered, go } = begin();
    assert.equal(go('a/b/c'), '>a>b>c');
    assert.equal(go('a/b/c'), '>a>b>c');
    go('a/b/c/d');
    go('a/b');
    go('a/bc');
    go('');
    go('a');
    assert.deepEqual(entered, ['>a', '>a>b', '>a>b>c', '>a>b>c>d', '>a>bc', '>a']);
  });

  it('comes to the same folder from everywhere', () => {
    const folder = fc.array(fc.constantFrom('a', 'b', 'ab', ''), { maxLength: 5 }).map((names) => names.join('/'));
    fc.assert(
      fc.property(fc.array(folder, { maxLength: 12 }), (folders) => {
        const { go } = begin();
        for (const each of folders) assert.equal(go(each), each === '' ? '' : `>${each.split('/').join('>')}`);
      }),
      { numRuns: 1000 },
    );
  });

  it('ends with a path that has no more names', () => {
    const walk = startWalk('');
    assert.equal(
      walkToFolder(walk, 'a/b', 3, (above, name) => `${above}>${name}`),
      '>a>b',
    );
  });
});
