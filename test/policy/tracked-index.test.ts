import assert from 'node:assert/strict';
import { indexQuery } from '../../src/git/git-queries.js';
import { openGit } from '../../src/git/git.js';
import { emptyTrackedIndex, indexTracked } from '../../src/policy/tracked-index.js';
import { temporaryRepository } from '../support/temporary-repository.js';

describe('indexTracked', () => {
  it('keeps what it knows where git says the same, and tells paths from contents', async () => {
    const repository = temporaryRepository();
    try {
      const { root, environment } = repository;
      const list = (): Promise<Buffer> => openGit(root, { environment }).run(indexQuery);
      repository.write('src/a.ts', 'one');
      repository.commit('one');
      const first = indexTracked(await list());
      assert.deepEqual(first.tracked.paths, ['src/a.ts']);
      assert.ok(first.isFolder('src'));
      assert.equal(first.findCollision('src/A.ts'), 'src/a.ts');
      assert.equal(indexTracked(await list(), first), first);

      repository.write('src/a.ts', 'two');
      repository.commit('two');
      const second = indexTracked(await list(), first);
      assert.notEqual(second, first);
      assert.equal(second.signature, first.signature);
      assert.equal(second.findCollision, first.findCollision);

      repository.write('src/b.ts', 'two');
      repository.commit('three');
      const third = indexTracked(await list(), second);
      assert.notEqual(third.signature, second.signature);
      assert.deepEqual(third.tracked.paths, ['src/a.ts', 'src/b.ts']);
    } finally {
      repository.remove();
    }
  });

  it('is empty where nothing is tracked', () => {
    assert.deepEqual(emptyTrackedIndex.tracked.paths, []);
    assert.equal(emptyTrackedIndex.findCollision('a'), undefined);
    assert.equal(indexTracked(Buffer.from('')).signature, emptyTrackedIndex.signature);
  });
});
