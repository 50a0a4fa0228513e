import assert from 'node:assert/strict';
import { createTreeSide } from '../../../src/change/snapshot/repository-snapshot.js';
import type { Git } from '../../../src/git/git.js';
import { openRepository, type Repository } from '../../../src/git/repository.js';
import { temporaryRepository } from '../../support/temporary-repository.js';

/** Each question to git by itself starts a program; a review asks hundreds. */
const unasked: Git['run'] = () => Promise.reject(new Error('git was asked'));

describe('treeSide', () => {
  const repo = temporaryRepository();
  let repository: Repository;
  let commit: string;

  before(async () => {
    for (const path of ['kept.md', 'docs/deep/kept é.md']) repo.write(path, path);
    commit = repo.commit('first');
    repo.write('later.md', 'later');
    repo.commit('second');
    repository = await openRepository(repo.root, repo);
  });
  after(() => {
    repository.close();
    repo.remove();
  });

  const askingNobody = (): Pick<Repository, 'git' | 'objects'> => ({
    git: { ...repository.git, run: unasked },
    objects: repository.objects,
  });

  it('finds a few paths of a commit without a program for each question', async () => {
    const side = createTreeSide(askingNobody(), commit);
    const found = await side.find(['kept.md', 'docs/deep/kept é.md', 'docs', 'docs/', '', 'later.md', 'no/such.md']);
    assert.deepEqual([...found.keys()], ['kept.md', 'docs/deep/kept é.md']);
    assert.deepEqual([...found], [...(await createTreeSide(repository, commit).find([...many, ...found.keys()]))]);
  });

  const many = Array.from({ length: 200 }, (_, at) => `no-${at}`);

  it('lists the commit for many', async () => {
    await assert.rejects(createTreeSide(askingNobody(), commit).find([...many, 'kept.md']), /git was asked/);
  });

  it('has nothing before the first commit', async () => {
    const side = createTreeSide(askingNobody(), undefined);
    assert.equal((await side.find(['kept.md'])).size, 0);
    assert.deepEqual([await side.paths(), await side.search(['kept'])], [[], []]);
  });
});
