import assert from 'node:assert/strict';
import { chownSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isSharedBranch } from '../../src/git/repository/is-shared-branch.js';
import { findBase, findCommit } from '../../src/git/find-base.js';
import { GitError } from '../../src/git/git-error.js';
import { openRepository } from '../../src/git/repository.js';
import type { OpenOptions, Repository } from '../../src/git/repository.js';
import { temporaryRepository } from '../support/temporary-repository.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

const open = (repo: TemporaryRepository, folder = '', options: OpenOptions = {}): Promise<Repository> =>
  openRepository(join(repo.root, folder), { environment: repo.environment, ...options });

const isTrouble =
  (kind: string, words = '') =>
  (error: unknown): boolean =>
    error instanceof GitError && error.kind === kind && error.sentence.includes(words);

describe('openRepository', () => {
  const made: TemporaryRepository[] = [];
  const opened: Repository[] = [];
  const make = (): TemporaryRepository => {
    const repo = temporaryRepository();
    made.push(repo);
    return repo;
  };
  const openIt = async (...args: Parameters<typeof open>): Promise<Repository> => {
    const repository = await open(...args);
    opened.push(repository);
    return repository;
  };
  afterEach(() => {
    for (const repository of opened.splice(0)) repository.close();
    for (const repo of made.splice(0)) repo.remove();
  });

  it('opens before the first commit', async () => {
    const repo = make();
    const { root, gitDir, commonDir, head, mergeHead, refs, remotes, shallow, email, name, autocrlf } =
      await openIt(repo);
    assert.deepEqual([root, gitDir, commonDir], [repo.root, join(repo.root, '.git'), join(repo.root, '.git')]);
    assert.deepEqual(head, { branch: 'main', commit: undefined });
    assert.deepEqual([mergeHead, refs, remotes, shallow, autocrlf], [undefined, [], [], false, false]);
    assert.deepEqual([email, name], ['maya@example.com', 'Maya']);
  });

  it('opens from a folder below, on a branch, with its settings', async () => {
    const repo = make();
    repo.write('a/b/c.txt', 'c');
    const commit = repo.commit('first');
    repo.git('config', 'pmzone.as', 'maya@old.example');
    repo.git('config', '--add', 'pmzone.as', 'maya@new.example');
    repo.git('config', 'core.autocrlf', 'input');
    const { root, head, settings, autocrlf, git } = await openIt(repo, 'a/b');
    assert.deepEqual([root, git.cwd, head], [repo.root, repo.root, { branch: 'main', commit }]);
    assert.deepEqual([...settings], [['as', 'maya@new.example']]);
    assert.equal(autocrlf, true);
  });

  it('opens on a detached HEAD', async () => {
    const repo = make();
    const commit = repo.commit('first');
    repo.git('checkout', '--quiet', '--detach');
    assert.deepEqual((await openIt(repo)).head, { branch: undefined, commit });
  });

  it('opens a linked worktree: the common folder is the first one’s', async () => {
    const repo = make();
    repo.commit('first');
    repo.git('worktree', 'add', '--quiet', '-b', 'other', '../linked');
    const { root, gitDir, commonDir, head } = await openIt(repo, '../linked');
    assert.deepEqual([root, commonDir, head.branch], [join(repo.root, '../linked'), join(repo.root, '.git'), 'other']);
    assert.equal(gitDir, join(repo.root, '.git/worktrees/linked'));
  });

  it('opens a submodule as a repository of its own', async () => {
    const [inner, outer] = [make(), make()];
    inner.commit('first');
    outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.root, 'lib');
    const { root, gitDir } = await openIt(outer, 'lib');
    assert.deepEqual([root, gitDir], [join(outer.root, 'lib'), join(outer.root, '.git/modules/lib')]);
  });

  it('knows a shallow clone and its remote', async () => {
    const repo = make();
    repo.commit('first');
    repo.commit('second');
    const clone = repo.clone('--depth=1');
    made.push(clone);
    const { shallow, remotes } = await openIt(clone);
    assert.deepEqual([shallow, remotes], [true, [{ name: 'origin', url: `file://${repo.root}` }]]);
  });

  it('knows a merge that is under way, and no tag that only has its name', async () => {
    const repo = make();
    repo.commit('first');
    repo.git('tag', 'MERGE_HEAD');
    repo.git('checkout', '--quiet', '-b', 'other');
    const other = repo.commit('other');
    repo.git('checkout', '--quiet', 'main');
    assert.equal((await openIt(repo)).mergeHead, undefined);
    repo.git('merge', '--quiet', '--no-ff', '--no-commit', 'other');
    assert.equal((await openIt(repo)).mergeHead, other);
  });

  it('starts ahead what a staged review reads, where it is asked for in the root', async () => {
    const repo = make();
    repo.write('a/b.txt', 'b');
    repo.commit('first');
    repo.write('a/b.txt', 'c');
    repo.git('add', '.');
    const { staged } = await openIt(repo, '', { staged: true });
    assert.match(String(await staged?.differences), /a\/b\.txt/);
    assert.match(String(await staged?.listing), /a\/b\.txt/);
    assert.equal((await openIt(repo)).staged, undefined);
    assert.equal((await openIt(repo, 'a', { staged: true })).staged, undefined);
  });

  it('gives nothing ahead before the first commit', async () => {
    assert.equal(await (await openIt(make(), '', { staged: true })).staged?.differences, undefined);
  });

  it('refuses a bare repository and the inside of a git folder', async () => {
    const repo = make();
    repo.git('init', '--quiet', '--bare', '../bare');
    await assert.rejects(open(repo, '../bare'), isTrouble('bare', 'without its files'));
    await assert.rejects(open(repo, '.git'), isTrouble('bare'));
  });

  it('refuses a repository of another user, with what git says in plain words', async () => {
    const repo = make();
    repo.commit('first');
    const environment = { ...repo.environment };
    if (process.getuid?.() === 0) chownSync(repo.root, 12_345, 12_345);
    else environment['GIT_TEST_ASSUME_DIFFERENT_OWNER'] = '1';
    await assert.rejects(openRepository(repo.root, { environment }), isTrouble('dubious-ownership', 'safe.directory'));
  });

  it('refuses a folder whose name has a line break', async () => {
    const repo = make();
    repo.commit('first');
    mkdirSync(join(repo.root, '../a\nb'));
    renameSync(repo.root, join(repo.root, '../a\nb/work'));
    await assert.rejects(open(repo, '../a\nb/work'), isTrouble('failed', 'line break'));
  });

  it('refuses where there is no repository, and where git is missing', async () => {
    const repo = make();
    rmSync(join(repo.root, '.git'), { recursive: true });
    const environment = { ...repo.environment, GIT_CEILING_DIRECTORIES: join(repo.root, '..') };
    await assert.rejects(openRepository(repo.root, { environment }), isTrouble('not-a-repository'));
    await assert.rejects(openRepository(repo.root, { program: join(repo.root, 'none') }), isTrouble('git-missing'));
  });
});

describe('findBase', () => {
  /** A clone with commits `one` (origin/main) and `two` (origin/pm), on branch `pm`. */
  async function cloned(
    use: (clone: TemporaryRepository, at: { readonly one: string; readonly two: string }) => Promise<void>,
  ): Promise<void> {
    const origin = temporaryRepository();
    const one = origin.commit('one');
    origin.git('checkout', '--quiet', '-b', 'pm');
    const two = origin.commit('two');
    origin.git('checkout', '--quiet', 'main');
    const clone = origin.clone();
    try {
      await use(clone, { one, two });
    } finally {
      clone.remove();
      origin.remove();
    }
  }
  async function base(repo: TemporaryRepository, setting?: string): Promise<Awaited<ReturnType<typeof findBase>>> {
    const repository = await open(repo);
    try {
      return await findBase(repository, setting);
    } finally {
      repository.close();
    }
  }

  it("is the remote's default branch, however the local one is ahead", () =>
    cloned(async (clone, { one }) => {
      clone.commit('mine');
      assert.deepEqual(await base(clone), { ref: 'origin/main', commit: one, defaults: [] });
    }));

  for (const [what, content] of [
    ['is empty', ''],
    ['names a commit that is gone', `${'0'.repeat(39)}1\n`],
  ] as const) {
    it(`is nothing else where the file of its ref ${what}`, () =>
      cloned(async (clone, { one, two }) => {
        const refuses = (setting?: string): Promise<void> =>
          assert.rejects(base(clone, setting), /^GitError: \S+ is there, but git cannot read its last commit/);
        clone.write('.git/refs/remotes/origin/main', content);
        await refuses();
        await refuses('pm');
        clone.git('switch', '-q', '--detach', two);
        clone.remove('.git/refs/remotes');
        clone.remove('.git/packed-refs');
        clone.git('update-ref', 'refs/heads/main', one);
        assert.equal((await base(clone))?.ref, 'main');
        clone.git('branch', '-q', 'master', one);
        clone.write('.git/refs/heads/master', content);
        assert.equal((await base(clone))?.ref, 'main', 'what is not asked may be broken');
        clone.write('.git/refs/heads/main', content);
        await refuses();
        clone.write('.git/refs/heads/main', `${one}\n`);
        clone.write('.git/refs/heads/side', content);
        await refuses('side');
        assert.equal(await base(clone, 'gone'), undefined);
        assert.equal(await base(clone, 'no name'), undefined);
      }));
  }

  it('still heeds the trunk where the note of the default branch was rewritten', () =>
    cloned(async (clone, { one, two }) => {
      clone.git('remote', 'set-head', 'origin', 'pm');
      assert.deepEqual(await base(clone), {
        ref: 'origin/pm',
        commit: two,
        defaults: [{ ref: 'origin/main', commit: one }],
      });
    }));

  it('is no note that names the very branch that is checked out, where there is a trunk', () =>
    cloned(async (clone, { one, two }) => {
      clone.git('switch', '-q', 'pm');
      clone.git('remote', 'set-head', 'origin', 'pm');
      assert.deepEqual(await base(clone), { ref: 'origin/main', commit: one, defaults: [] });
      clone.git('update-ref', '-d', 'refs/remotes/origin/main');
      clone.git('branch', '-q', '-D', 'main');
      assert.deepEqual(await base(clone), { ref: 'origin/pm', commit: two, defaults: [] });
    }));

  it('is the remote’s default by a name that nobody gives a change, also while it is checked out, whoever made what it has', () =>
    cloned(async (clone, { one }) => {
      const policy = clone.commit('of one engineer', { author: 'E <e@example.com>' });
      clone.git('update-ref', 'refs/remotes/origin/dev', policy);
      clone.git('remote', 'set-head', 'origin', 'dev');
      clone.git('switch', '-q', '-C', 'dev', policy);
      const expected = { ref: 'origin/dev', commit: policy, defaults: [{ ref: 'origin/main', commit: one }] };
      assert.deepEqual(await base(clone), expected);
      assert.deepEqual(await base(clone, 'dev'), expected);
    }));

  it('is the remote’s default by any name where a team works on it, also while it is checked out', () =>
    cloned(async (clone, { one }) => {
      clone.git('switch', '-q', '--detach', one);
      const team = [1, 2].map((each) => clone.commit(`of ${each}`, { author: `E <e${each}@example.com>` }));
      for (const [at, tip] of team.entries()) {
        clone.git('update-ref', 'refs/remotes/origin/preview', tip);
        clone.git('remote', 'set-head', 'origin', 'preview');
        clone.git('switch', '-q', '-C', 'preview', tip);
        const expected =
          at === 0
            ? { ref: 'origin/main', commit: one, defaults: [] }
            : { ref: 'origin/preview', commit: tip, defaults: [{ ref: 'origin/main', commit: one }] };
        assert.deepEqual(await base(clone), expected);
      }
      clone.git('config', 'user.email', 'E1@example.com');
      assert.equal((await base(clone))?.ref, 'origin/main');
    }));

  it('is no branch of a team where nobody is asking', () =>
    cloned(async (clone, { two }) => {
      clone.git('config', '--unset', 'user.email');
      const repository = await open(clone);
      assert.equal(await isSharedBranch(repository, two, []), false);
      repository.close();
    }));

  it('is the default branch that is checked out', () =>
    cloned(async (clone, { one }) => {
      assert.equal(clone.git('branch', '--show-current').trim(), 'main');
      clone.git('remote', 'set-head', 'origin', 'main');
      assert.deepEqual(await base(clone), { ref: 'origin/main', commit: one, defaults: [] });
    }));

  it('finds the trunk without that note', () =>
    cloned(async (clone, { one }) => {
      clone.git('remote', 'set-head', 'origin', '--delete');
      assert.deepEqual(await base(clone), { ref: 'origin/main', commit: one, defaults: [] });
    }));

  it("is upstream's before origin's, and origin's is heeded", () =>
    cloned(async (clone, { one, two }) => {
      clone.git('update-ref', 'refs/remotes/upstream/main', two);
      clone.git('update-ref', 'refs/remotes/another/main', one);
      assert.deepEqual(await base(clone), {
        ref: 'upstream/main',
        commit: two,
        defaults: [{ ref: 'origin/main', commit: one }],
      });
    }));

  it('is the setting: the remote’s branch of that name before the local one', () =>
    cloned(async (clone, { one, two }) => {
      clone.git('branch', 'pm', 'main');
      const expected = { commit: two, defaults: [{ ref: 'origin/main', commit: one }] };
      assert.deepEqual(await base(clone, 'pm'), { ref: 'origin/pm', ...expected });
      assert.deepEqual(await base(clone, 'origin/pm'), { ref: 'origin/pm', ...expected });
      assert.deepEqual(await base(clone, 'refs/remotes/origin/pm'), { ref: 'origin/pm', ...expected });
      assert.deepEqual(await base(clone, two), { ref: two, ...expected });
      assert.deepEqual(await base(clone, 'HEAD'), { ref: 'HEAD', commit: one, defaults: [] });
    }));

  it('is never a tag or a branch with a borrowed name', () =>
    cloned(async (clone, { one, two }) => {
      for (const kind of ['tags', 'heads']) clone.git('update-ref', `refs/${kind}/origin/main`, two);
      assert.equal((await base(clone, 'origin/main'))?.commit, one);
    }));

  it('is a tag or an expression where nothing else has that name', () =>
    cloned(async (clone, { one, two }) => {
      clone.git('tag', '--annotate', '-m', 'release', 'v1', two);
      assert.deepEqual((await base(clone, 'v1'))?.commit, two);
      assert.deepEqual((await base(clone, 'origin/pm~1'))?.commit, one);
    }));

  for (const name of ['nope', '--help', '-x', ':/one', 'HEAD^{/one}', 'a b', 'HEAD:a', '', 'a\nb']) {
    it(`is nothing where the setting is ${JSON.stringify(name)}`, () =>
      cloned(async (clone) => assert.equal(await base(clone, name), undefined)));
  }

  it('is the local main or master without a remote, and main is heeded beside a setting', async () => {
    const repo = temporaryRepository();
    assert.equal(await base(repo), undefined);
    const one = repo.commit('one');
    repo.git('checkout', '--quiet', '-b', 'work');
    const two = repo.commit('two');
    assert.deepEqual(await base(repo), { ref: 'main', commit: one, defaults: [] });
    assert.deepEqual(await base(repo, 'work'), { ref: 'work', commit: two, defaults: [{ ref: 'main', commit: one }] });
    repo.git('branch', '--move', 'main', 'master');
    assert.equal((await base(repo))?.ref, 'master');
    repo.git('branch', '--delete', '--force', 'master');
    assert.equal(await base(repo), undefined);
    repo.remove();
  });

  it('finds a commit by a local name before a remote’s', () =>
    cloned(async (clone, { one, two }) => {
      clone.git('branch', 'pm', 'main');
      const repository = await open(clone);
      assert.deepEqual(await findCommit(repository, 'pm'), { ref: 'pm', commit: one });
      assert.deepEqual(await findCommit(repository, 'origin/pm'), { ref: 'origin/pm', commit: two });
      assert.deepEqual(await findCommit(repository, 'HEAD'), { ref: 'HEAD', commit: one });
      assert.equal(await findCommit(repository, '-x'), undefined);
      repository.close();
    }));
});
