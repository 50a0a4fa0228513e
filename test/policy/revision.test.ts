import assert from 'node:assert/strict';
import { rmSync, symlinkSync } from 'node:fs';
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
      repo.write('docs/a.md', 'text');
      symlinkSync('a.md', join(repo.root, 'docs/link.md'));
      symlinkSync('docs', join(repo.root, 'more'));
      commit = repo.commit('first');
      objects = openObjects(openGit(repo.root, { environment: repo.environment }));
    });
    after(() => {
      objects.close();
      repo.remove();
    });

    it('lists what lies at its root', async () => {
      const names = ['CLAUDE.md', 'docs', 'größe', 'more', 'src'];
      assert.deepEqual(await commitRevision(objects, { ref: 'main', commit }).listRoot(), names);
      assert.deepEqual([...(await workingCopy(repo.root).listRoot())].sort(), ['.git', ...names]);
    });

    it('reads plain files alone', async () => {
      const wanted = ['CLAUDE.md', 'docs/a.md', 'docs/link.md', 'more/a.md', 'docs', 'docs/none.md', 'no/a.md'];
      for (const revision of [commitRevision(objects, { ref: 'main', commit }), workingCopy(repo.root)]) {
        const found = [...(await revision.readPlain(wanted))].map(
          ([path, { content }]) => `${path} ${String(content)}`,
        );
        assert.deepEqual(found, ['CLAUDE.md # Rules\n', 'docs/a.md text']);
      }
    });

    it('says of a link that it is one, and where it leads', async () => {
      for (const revision of [commitRevision(objects, { ref: 'main', commit }), workingCopy(repo.root)]) {
        const found = await revision.read(['CLAUDE.md', 'docs/link.md', 'more', 'docs', 'none.md']);
        assert.deepEqual(
          [...found].map(([path, { content, isLink }]) => [path, isLink === true, String(content)]),
          [
            ['CLAUDE.md', false, '# Rules\n'],
            ['docs/link.md', true, 'a.md'],
            ['more', true, 'docs'],
          ],
        );
      }
    });

    it('lists nothing where there is nothing', async () => {
      assert.deepEqual(await commitRevision(objects, { ref: 'main', commit: '0'.repeat(40) }).listRoot(), []);
      assert.deepEqual(await workingCopy(join(repo.root, 'nowhere')).listRoot(), []);
    });
  });
}
