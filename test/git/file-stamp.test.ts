import assert from 'node:assert/strict';
import { join } from 'node:path';
import { readFileStamp } from '../../src/git/file-stamp.js';
import { temporaryRepository } from '../support/temporary-repository.js';

describe('fileStamp', () => {
  it('is another after each step that changes git’s index, and the same until then', async () => {
    const repository = temporaryRepository();
    try {
      const index = join(repository.root, '.git', 'index');
      assert.equal(await readFileStamp(index), undefined);
      const stamps = new Set<string | undefined>();
      for (const text of ['one', 'two', 'six']) {
        repository.write('a.ts', text);
        repository.git('add', 'a.ts');
        stamps.add(await readFileStamp(index));
        assert.equal(await readFileStamp(index), [...stamps].at(-1));
      }
      assert.equal(stamps.size, 3);
    } finally {
      repository.remove();
    }
  });
});
