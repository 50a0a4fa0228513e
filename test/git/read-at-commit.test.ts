import assert from 'node:assert/strict';
import { readAtCommit } from '../../src/git/read-at-commit.js';
import { GitError } from '../../src/git/git-error.js';
import { temporaryRepository } from '../support/temporary-repository.js';

describe('readAtCommit', () => {
  it('gives the text of that commit, whatever the file is now', async () => {
    const repository = temporaryRepository();
    try {
      const { root, environment } = repository;
      repository.write('docs/ä b.md', 'before\n');
      const commit = repository.commit('one');
      repository.write('docs/ä b.md', 'after\n');
      assert.equal(await readAtCommit(root, commit, 'docs/ä b.md', { environment }), 'before\n');
    } finally {
      repository.remove();
    }
  });

  it('gives nothing for what is no file there, or too large', async () => {
    const repository = temporaryRepository();
    try {
      const { root, environment } = repository;
      repository.write('docs/a.md', 'a');
      repository.write('large.md', Buffer.alloc(6 * 2 ** 20, 'a'));
      const commit = repository.commit('one');
      for (const path of ['docs', 'docs/b.md', 'large.md', '']) {
        assert.equal(await readAtCommit(root, commit, path, { environment }), undefined, path);
      }
    } finally {
      repository.remove();
    }
  });

  it('rejects with what git says where there is no repository', async () => {
    const repository = temporaryRepository();
    repository.remove();
    await assert.rejects(readAtCommit(repository.root, 'a'.repeat(40), 'a.md'), GitError);
  });
});
