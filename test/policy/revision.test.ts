import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openGit } from '../../src/git/git.js';
import { openObjects, type Objects } from '../../src/git/objects.js';
import { commitRevision, workingCopy } from '../../src/policy/revision.js';
import { temporaryRepository, type TemporaryRepository } from '../support/temporary-repository.js';

for (const format of ['sha1', 'sha256'] as const) {
  describe(`a revision in a repository with ${format}`, () => {
    let repo: TemporaryRepository;
    let objects: Objects;
    let commit: string;
    before(() => {
      repo = temporaryRepository();
      rmSync(join(repo.root, '.git'), { recursive: true });
      repo.git('init', '--quiet', '--template=', `--object-format=${format}`, '--initial-branch=main');
      repo.git('config', 'user.email', 'maya@example.com');
      repo.git('config', 'user.name', 'Maya');
      repo.write('CLAUDE.md', '# Rules\n');
      repo.write('größe/x.md', '');
      repo.write('src/a/b.ts', '');
      commit = repo.commit('first');
      objects = openObjects(openGit(repo.root, { environment: repo.environment }));
    });
    after(() => {
      objects.close();
      repo.remove();
    });

    it('lists what lies at its root', async () => {
      const names = ['CLAUDE.md', 'größe', 'src'];
      assert.deepEqual(await commitRevision(objects, { ref: 'main', commit }).listRoot(), names);
      assert.deepEqual([...(await workingCopy(repo.root).listRoot())].sort(), ['.git', ...names]);
    });

    it('lists nothing where there is nothing', async () => {
      assert.deepEqual(await commitRevision(objects, { ref: 'main', commit: '0'.repeat(40) }).listRoot(), []);
      assert.deepEqual(await workingCopy(join(repo.root, 'nowhere')).listRoot(), []);
    });
  });
}
