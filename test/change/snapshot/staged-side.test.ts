import assert from 'node:assert/strict';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { toPathDifference, parseRawEntries } from '../../../src/change/files/raw-entries.js';
import { createStagedSide } from '../../../src/change/snapshot/staged-side.js';
import { createIndexSide } from '../../../src/change/snapshot/repository-snapshot.js';
import type { Git } from '../../../src/git/git.js';
import { readEmptyTreeId, stagedQuery } from '../../../src/git/git-queries.js';
import { openRepository, type Repository } from '../../../src/git/repository.js';
import { temporaryRepository, type TemporaryRepository } from '../../support/temporary-repository.js';

/** For finding few paths the index is never asked. */
const unasked: Git['run'] = () => Promise.reject(new Error('git was asked'));

describe('stagedSide', () => {
  let repo: TemporaryRepository;
  const asked = [
    ...['kept.md', 'docs/kept.md', 'docs/deep/kept é.md', 'changed.md', 'docs/changed.md', 'new/folder/new.md', 'link'],
    ...[
      'run.sh',
      'inner',
      'gone.md',
      'docs/gone.md',
      'folder',
      'folder/file',
      'file',
      'file/below',
      'docs',
      'docs/deep',
    ],
    ...['nope', 'docs/nope', 'no/such/folder', 'kept.md/below', '', 'docs/', 'a\0b'],
  ];

  beforeEach(() => {
    repo = temporaryRepository();
    for (const path of ['kept.md', 'docs/kept.md', 'docs/deep/kept é.md', 'changed.md', 'docs/changed.md', 'gone.md'])
      repo.write(path, path);
    for (const path of ['docs/gone.md', 'folder/was', 'file']) repo.write(path, path);
    repo.write('run.sh', 'true\n', true);
    symlinkSync('kept.md', join(repo.root, 'link'));
    repo.git('add', '--all');
    repo.git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},inner`);
    repo.git('commit', '--quiet', '--message', 'first');
    repo.git('rm', '--quiet', '-r', 'gone.md', 'docs/gone.md', 'folder', 'file');
    for (const path of ['changed.md', 'docs/changed.md', 'new/folder/new.md', 'folder', 'file/below'])
      repo.write(path, 'other');
    repo.git('add', 'changed.md', 'docs/changed.md', 'new', 'folder', 'file');
  });
  afterEach(() => repo.remove());

  async function withSides<T>(
    use: (
      sides: { readonly staged: typeof createIndexSide; readonly index: typeof createIndexSide },
      at: Repository,
    ) => Promise<T>,
    commit?: string,
  ): Promise<T> {
    const repository = await openRepository(repo.root, repo);
    try {
      const tree = commit ?? (await readEmptyTreeId(repository.git));
      const entries = parseRawEntries(await repository.git.run([...stagedQuery, tree, '--']));
      const { objects } = repository;
      const differences = entries.map(toPathDifference);
      const staged: typeof createIndexSide = (git, ahead) =>
        createStagedSide({ git, objects, against: commit, differences, prefetchedPaths: ahead });
      return await use({ staged, index: createIndexSide }, repository);
    } finally {
      repository.close();
    }
  }

  for (const [name, commit] of [
    ['a commit', 'HEAD'],
    ['no commit', undefined],
  ] as const) {
    it(`finds what the index has without asking it, by what differs from ${name}`, async () => {
      await withSides(
        async ({ staged, index }, { git }) => {
          const found = await staged({ ...git, run: unasked }, undefined).find(asked);
          assert.deepEqual([...found], [...(await index(git, undefined).find(asked))]);
          assert.equal(found.size, 11);
        },
        commit && repo.git('rev-parse', commit),
      );
    });
  }

  it('leaves out what is only intended to be added, which no commit would hold', async () => {
    repo.write('later.md', 'later');
    repo.git('add', '--intent-to-add', 'later.md');
    await withSides(
      async ({ staged }, { git }) => {
        assert.equal((await staged(git, undefined).find(['later.md'])).size, 0);
      },
      repo.git('rev-parse', 'HEAD'),
    );
  });

  it('lists the paths that the index has', async () => {
    await withSides(async ({ staged, index }, { git }) => {
      assert.deepEqual(await staged(git, undefined).paths(), await index(git, undefined).paths());
      assert.deepEqual(await staged(git, undefined).paths(['KEPT']), await index(git, undefined).paths(['kept']));
    });
  });

  for (const [name, paths] of [
    ['many paths', [...Array.from({ length: 200 }, (_, at) => `no-${at}`), 'kept.md']],
    ['a name that is not UTF-8', ['n\ufffd', 'kept.md']],
  ] as const) {
    it(`asks the index for ${name}`, async () => {
      const commit = repo.git('rev-parse', 'HEAD');
      await withSides(async ({ staged }, { git }) => {
        assert.deepEqual([...(await staged(git, undefined).find(paths)).keys()], ['kept.md']);
        await assert.rejects(staged({ ...git, run: unasked }, undefined).find(paths), /git was asked/);
      }, commit);
    });
  }

  for (const folder of ['', 'docs']) {
    it(`asks the index where git does not hold ${folder === '' ? 'the root' : 'a folder'}`, async () => {
      const commit = repo.git('rev-parse', 'HEAD');
      const path = folder === '' ? 'kept.md' : `${folder}/kept.md`;
      const tree = repo.git('rev-parse', `${commit}:${folder}`);
      await withSides(async ({ staged, index }, { git }) => {
        const known = await index(git, undefined).find([path]);
        rmSync(join(repo.root, '.git/objects', tree.slice(0, 2), tree.slice(2)));
        assert.deepEqual(await staged(git, undefined).find([path]), known);
        assert.equal(known.size, 1);
      }, commit);
    });
  }
});
