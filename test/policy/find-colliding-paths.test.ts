import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Change } from '../../src/change/change.js';
import { findCollidingPaths } from '../../src/policy/find-colliding-paths.js';
import { GitError } from '../../src/git/git-error.js';
import type { Objects } from '../../src/git/objects.js';
import { openRepository } from '../../src/git/repository.js';
import { temporaryRepository } from '../support/temporary-repository.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

const fold = (name: string): string => name.normalize('NFC').toLowerCase();

describe('findCollidingPaths', () => {
  let repo: TemporaryRepository;
  let commit: string;
  before(() => {
    repo = temporaryRepository();
    for (const path of ['auth/x.ts', 'docs/deep/A.md', 'docs/caf\u00e9.md', 'README.md']) repo.write(path, path);
    commit = repo.commit('first');
  });
  after(() => repo.remove());

  async function found(paths: readonly string[], at: string | undefined = commit): Promise<Record<string, string>> {
    const repository = await openRepository(repo.root, repo);
    const files = paths.map((path) => ({ path, added: [], removedLines: 0 }));
    const change: Change = {
      kind: 'staged',
      base: { ref: 'HEAD', commit: at },
      head: { ref: 'index', commit: undefined },
      files,
      commits: [],
      merging: false,
    };
    try {
      return Object.fromEntries(await findCollidingPaths(repository.objects, change, fold));
    } finally {
      repository.close();
    }
  }

  for (const [name, paths, expected] of [
    ['a file in the root', ['readme.md'], { 'readme.md': 'README.md' }],
    ['a file in a folder', ['docs/deep/a.md'], { 'docs/deep/a.md': 'docs/deep/A.md' }],
    ['another way to compose an accent', ['docs/cafe\u0301.md'], { 'docs/cafe\u0301.md': 'docs/caf\u00e9.md' }],
    ['a folder', ['Auth/new/y.ts'], { 'Auth/new/y.ts': 'auth' }],
    [
      'a folder that was a file',
      ['README.md/x', 'readme.md/x'],
      { 'README.md/x': 'readme.md', 'readme.md/x': 'README.md' },
    ],
    ['two that are new', ['new/a', 'new/A'], { 'new/a': 'new/A', 'new/A': 'new/a' }],
    ['nothing', ['auth/x.ts', 'docs/deep/b.md', 'new/c.md'], {}],
    ['nothing without a change', [], {}],
  ] as const) {
    it(`finds ${name}`, async () => assert.deepEqual(await found(paths), expected));
  }

  it('compares the changed paths among themselves before the first commit', async () => {
    const repository = await openRepository(repo.root, repo);
    const files = ['a', 'A'].map((path) => ({ path, added: [], removedLines: 0 }));
    const side = { ref: 'HEAD', commit: undefined };
    const change: Change = { kind: 'staged', base: side, head: side, files, commits: [], merging: false };
    assert.equal((await findCollidingPaths(repository.objects, change, fold)).size, 2);
    repository.close();
  });

  it('never passes over a folder that git does not hold', async () => {
    const tree = repo.git('rev-parse', 'HEAD:docs');
    rmSync(join(repo.root, '.git', 'objects', tree.slice(0, 2), tree.slice(2)));
    await assert.rejects(found(['docs/x.md']), (error) => error instanceof GitError && error.sentence.includes('docs'));
    const root = repo.git('rev-parse', 'HEAD^{tree}');
    rmSync(join(repo.root, '.git', 'objects', root.slice(0, 2), root.slice(2)));
    await assert.rejects(found(['x.md']), (error) => error instanceof GitError && error.sentence.includes('the root'));
  });

  it('never passes over a folder with more names than are read', async () => {
    const large = { oid: '1'.repeat(40), type: 'tree', bytes: 2 ** 27 };
    const objects: Objects = {
      read: (names) => Promise.resolve(new Map(names.map((name) => [name, large]))),
      close: () => undefined,
    };
    const change = { base: { commit }, files: [{ path: 'x.md' }] };
    await assert.rejects(findCollidingPaths(objects, change, fold), GitError);
  });
});
