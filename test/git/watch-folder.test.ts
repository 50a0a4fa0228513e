import assert from 'node:assert/strict';
import { join } from 'node:path';
import { watchFolder } from '../../src/git/watch-folder.js';
import { temporaryRepository } from '../support/temporary-repository.js';

describe('watchFolder', () => {
  it('sees what git replaces in the folder, and nothing once it is ended', async () => {
    const repository = temporaryRepository();
    try {
      repository.commit('one');
      let seen = 0;
      const end = watchFolder(
        join(repository.root, '.git', 'refs', 'heads'),
        (name) => name === 'main',
        () => {
          seen += 1;
        },
      );
      const until = async (wanted: () => boolean): Promise<void> => {
        for (let waited = 0; !wanted() && waited < 5000; waited += 10) await new Promise((go) => setTimeout(go, 10));
      };
      repository.git('branch', 'other');
      repository.commit('two');
      await until(() => seen > 0);
      assert.ok(seen > 0);
      end();
      seen = 0;
      repository.commit('three');
      await new Promise((go) => setTimeout(go, 100));
      assert.equal(seen, 0);
    } finally {
      repository.remove();
    }
  });

  it('watches nothing where there is no such folder', () => {
    const end = watchFolder(
      join(__dirname, 'no-such-folder'),
      () => true,
      () => undefined,
    );
    end();
  });
});
