import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Change, RepositorySnapshot } from '../../src/change/change.js';
import { readChange } from '../../src/change/read-change.js';
import { findBase, findCommit } from '../../src/git/find-base.js';
import { GitError } from '../../src/git/git-error.js';
import { openRepository } from '../../src/git/repository.js';
import { temporaryRepository } from '../support/temporary-repository.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';
import { processorTime } from '../support/processor-time.js';

type Kind = 'staged' | 'worktree' | 'range';

const isTrouble =
  (kind: string, words = '', paths: readonly string[] = []) =>
  (error: unknown): boolean =>
    error instanceof GitError &&
    error.kind === kind &&
    error.sentence.includes(words) &&
    paths.every((path) => error.paths.includes(path));

/** Opens, reads one change, shows it, closes. `base: false` reads without one. */
async function read<T>(
  repo: TemporaryRepository,
  kind: Kind,
  show: (change: Change, around: RepositorySnapshot) => T | Promise<T>,
  { base: wanted = true, head = 'HEAD', ahead = false, environment = repo.environment, root = repo.root } = {},
): Promise<T> {
  const repository = await openRepository(root, { environment, staged: ahead });
  try {
    const base = wanted ? await findBase(repository) : undefined;
    if (kind !== 'range') {
      const { change, snapshot } = await readChange(repository, { kind, base });
      return await show(change, snapshot);
    }
    const tip = await findCommit(repository, head);
    assert.ok(base && tip);
    const { change, snapshot } = await readChange(repository, { kind, base, head: tip });
    return await show(change, snapshot);
  } finally {
    repository.close();
  }
}

/** What a change says of its files, in short: `A path`, `D`, `M`, with what is new and how many lines are gone. */
const brief = (change: Change): readonly string[] =>
  change.files.map(({ path, before, after, added, removedLines, renamedFrom }) =>
    [
      before && after ? (before.mode === after.mode ? 'M' : `${before.mode}>${after.mode}`) : after ? 'A' : 'D',
      path,
      ...(renamedFrom === undefined ? [] : [`from ${renamedFrom}`]),
      ...(after?.unread ? [after.unread] : []),
      `+${added.map(({ start, end }) => (start === end ? start : `${start}-${end}`)).join(',')} -${removedLines}`,
    ].join(' '),
  );

describe('readChange', () => {
  const made: TemporaryRepository[] = [];
  const make = (): TemporaryRepository => {
    const repo = temporaryRepository();
    made.push(repo);
    return repo;
  };
  /** One commit on main with a.md (three lines), keep.md and auth/x.ts; on a branch `work`. */
  const started = (): TemporaryRepository => {
    const repo = make();
    repo.write('a.md', 'one\ntwo\nthree\n');
    repo.write('keep.md', 'kept\n');
    repo.write('auth/x.ts', 'some\nlines\nof\ncode\n');
    repo.commit('first');
    repo.git('checkout', '--quiet', '-b', 'work');
    return repo;
  };
  afterEach(() => {
    for (const repo of made.splice(0)) repo.remove();
  });

  describe('staged', () => {
    it('reads the index and not the working tree', async () => {
      const repo = started();
      repo.write('a.md', 'one\n2\nthree\n');
      repo.write('new file.md', 'n\n');
      repo.git('add', '--all');
      repo.write('a.md', 'all\nnew\nlines\n');
      repo.write('untracked.md', 'u');
      repo.git('rm', '--quiet', 'keep.md');
      for (const ahead of [false, true]) {
        await read(
          repo,
          'staged',
          async (change, around) => {
            assert.deepEqual(brief(change), ['M a.md +2 -1', 'D keep.md + -1', 'A new file.md +1 -0']);
            assert.deepEqual(change.files[0]?.after?.text, 'one\n2\nthree\n');
            assert.deepEqual(
              [change.base.ref, change.base.commit, change.head.ref, change.merging],
              ['HEAD', repo.git('rev-parse', 'HEAD'), 'index', false],
            );
            assert.deepEqual(await around.paths('head'), ['a.md', 'auth/x.ts', 'new file.md']);
            assert.deepEqual(await around.paths('base'), ['a.md', 'auth/x.ts', 'keep.md']);
            const head = await around.read('head', ['a.md', 'keep.md', 'nope', 'untracked.md']);
            assert.deepEqual(
              [...head].map(([path, { text }]) => [path, text]),
              [['a.md', 'one\n2\nthree\n']],
            );
            const many = Array.from({ length: 200 }, (_, index) => `no/${index}`);
            assert.deepEqual([...(await around.read('head', [...many, 'a.md'])).keys()], ['a.md']);
            assert.equal((await around.read('head', ['', 'auth/', 'a\0b'])).size, 0);
            const base = await around.read('base', ['a.md', 'auth', '', 'new file.md']);
            assert.deepEqual(
              [...base].map(([path, { text }]) => [path, text]),
              [['a.md', 'one\ntwo\nthree\n']],
            );
          },
          { ahead },
        );
      }
    });

    it('reads nothing where nothing is staged', async () => {
      assert.deepEqual(await read(started(), 'staged', brief), []);
    });

    it('reads all of the index before the first commit', async () => {
      const repo = make();
      repo.write('a.md', 'a\nb');
      repo.git('add', '.');
      for (const ahead of [false, true]) {
        await read(
          repo,
          'staged',
          async (change, around) => {
            assert.deepEqual(brief(change), ['A a.md +1-2 -0']);
            assert.deepEqual([change.base.commit, change.commits], [undefined, []]);
            assert.deepEqual([await around.paths('base'), [...(await around.read('base', ['a.md']))]], [[], []]);
          },
          { ahead },
        );
      }
    });

    it('reads what git is about to commit where that is an index of its own', async () => {
      const repo = started();
      repo.write('a.md', 'changed\n');
      repo.write('keep.md', 'changed\n');
      repo.git('add', '.');
      const index = join(repo.root, '.git', 'next-index');
      repo.git('read-tree', '--index-output=.git/next-index', 'HEAD');
      execFileSync('git', ['update-index', '--add', 'a.md'], {
        cwd: repo.root,
        env: { ...repo.environment, GIT_INDEX_FILE: index },
      });
      const from = process.cwd();
      process.chdir(repo.root);
      try {
        const environment = { ...repo.environment, GIT_INDEX_FILE: index };
        assert.deepEqual(await read(repo, 'staged', brief, { environment }), ['M a.md +1 -3']);
      } finally {
        process.chdir(from);
      }
    });

    it('leaves out what is only intended to be added', async () => {
      const repo = started();
      repo.write('later.md', 'l\n');
      repo.git('add', '--intent-to-add', 'later.md');
      assert.deepEqual(await read(repo, 'staged', brief), []);
      assert.deepEqual(await read(repo, 'worktree', brief), ['A later.md +1 -0']);
    });

    it('finds renames, both ends named, and changes of modes', async () => {
      const repo = started();
      repo.git('mv', 'auth/x.ts', 'x.ts');
      repo.write('a.md', 'one\ntwo\nthree\n', true);
      repo.git('add', '.');
      await read(repo, 'staged', (change) => {
        assert.deepEqual(brief(change), ['100644>100755 a.md + -0', 'D auth/x.ts + -0', 'A x.ts from auth/x.ts + -0']);
        assert.equal(change.files[1]?.renamedTo, 'x.ts');
      });
    });

    it('names what has no text, and why', async () => {
      const repo = started();
      repo.write('binary', Buffer.from([1, 0, 2]));
      repo.write('latin', Buffer.from('\xe9t\xe9', 'latin1'));
      repo.write('lfs', `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 1\n`);
      repo.write('large', Buffer.alloc(5 * 2 ** 20 + 1, 97));
      symlinkSync('a.md', join(repo.root, 'link'));
      repo.write('bom', '\ufeffa\r\nb\r\n');
      repo.write('a.md', Buffer.from([0]));
      repo.git('add', '.');
      const inner = make();
      inner.commit('inner');
      repo.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.root, 'sub');
      await read(repo, 'staged', (change) => {
        assert.deepEqual(brief(change), [
          'A .gitmodules +1-3 -0',
          'M a.md binary + -3',
          'A binary binary + -0',
          'A bom +1-2 -0',
          'A large too-large + -0',
          'A latin not-utf-8 + -0',
          'A lfs lfs-pointer + -0',
          'A link symbolic-link + -0',
          'A sub submodule + -0',
        ]);
        assert.deepEqual(change.files.find(({ path }) => path === 'large')?.after?.bytes, 5 * 2 ** 20 + 1);
        assert.equal(change.files.find(({ path }) => path === 'bom')?.after?.text, '\ufeffa\r\nb\r\n');
      });
    });

    it('reads odd names, with the bytes that are not UTF-8 marked', async () => {
      const repo = started();
      repo.git('config', 'core.quotePath', 'true');
      const odd = Buffer.concat([Buffer.from(`${repo.root}/n`), Buffer.from([0xff])]);
      writeFileSync(odd, 'odd');
      const names = [' lead', '"quoted"', '-dash', ':(glob)*', 'a\nb', 'back\\slash', 'été', 'tab\tbed'];
      for (const name of names) repo.write(name, name);
      repo.git('add', '.');
      for (const kind of ['staged', 'worktree'] as const) {
        await read(repo, kind, async (change, around) => {
          assert.deepEqual(
            change.files.map(({ path }) => path),
            [...names, 'n\ufffd'].sort(),
          );
          assert.ok(change.files.every(({ path, after }) => after?.text === (path === 'n\ufffd' ? 'odd' : path)));
          const again = await around.read('head', [...names, 'n\ufffd']);
          assert.equal(again.size, names.length + 1);
        });
      }
      repo.git('commit', '--quiet', '-m', 'odd names');
      await read(repo, 'range', async (change, around) => {
        assert.equal(change.files.length, names.length + 1);
        assert.equal((await around.read('head', names)).size, names.length);
        assert.equal(change.commits[0]?.files.length, names.length + 1);
      });
    });

    it('shows what attributes, .gitmodules and settings would hide', async () => {
      const repo = started();
      const inner = make();
      inner.commit('inner');
      repo.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.root, 'sub');
      repo.git('config', '--file', '.gitmodules', 'submodule.sub.ignore', 'all');
      repo.write('.gitattributes', '* -diff -text binary\n*.md diff=hide filter=hide\n');
      repo.commit('hiding');
      repo.git('checkout', '--quiet', 'main', '--');
      repo.git('checkout', '--quiet', 'work');
      for (const [key, value] of [
        ['submodule.sub.ignore', 'all'],
        ['diff.ignoreSubmodules', 'all'],
        ['diff.relative', 'true'],
        ['diff.hide.textconv', 'true'],
        ['diff.external', 'true'],
        ['diff.orderFile', '/dev/null'],
        ['diff.renames', 'copies'],
        ['core.quotePath', 'true'],
        ['color.ui', 'always'],
        ['log.showSignature', 'true'],
        ['log.diffMerges', 'off'],
        ['format.pretty', 'raw'],
      ] as const) {
        repo.git('config', key, value);
      }
      repo.write('a.md', 'one\ntwo\n3\n');
      repo.git(
        '-C',
        'sub',
        '-c',
        'user.name=A',
        '-c',
        'user.email=a@x',
        'commit',
        '--quiet',
        '--allow-empty',
        '-m',
        'moved',
      );
      repo.git('add', 'a.md');
      repo.git('update-index', '--cacheinfo', `160000,${repo.git('-C', 'sub', 'rev-parse', 'HEAD')},sub`);
      assert.deepEqual(await read(repo, 'staged', brief), ['M a.md +3 -1', 'M sub submodule + -0']);
      const worktree = await read(repo, 'worktree', brief);
      assert.deepEqual(worktree, [
        'A .gitattributes +1-2 -0',
        'A .gitmodules +1-4 -0',
        'M a.md +3 -1',
        'A sub submodule + -0',
      ]);
      repo.git('commit', '--quiet', '-m', 'all of it');
      await read(repo, 'range', (change) => {
        assert.deepEqual(brief(change), worktree);
        assert.deepEqual(
          change.commits.map(({ subject, files }) => [subject, files.length]),
          [
            ['hiding', 3],
            ['all of it', 2],
          ],
        );
      });
    });

    it('leaves out what the base branch brought while a merge is under way', async () => {
      const repo = started();
      repo.write('mine.md', 'mine\n');
      repo.commit('mine');
      repo.git('checkout', '--quiet', 'main');
      repo.write('auth/y.ts', 'theirs\n');
      const tip = repo.commit('theirs');
      repo.git('checkout', '--quiet', 'work');
      repo.git('merge', '--quiet', '--no-ff', '--no-commit', 'main');
      for (const base of [true, false]) {
        await read(
          repo,
          'staged',
          (change) => {
            assert.deepEqual(brief(change), ['A mine.md +1 -0']);
            assert.deepEqual([change.base, change.merging], [{ ref: 'MERGE_HEAD', commit: tip }, true]);
          },
          { base, ahead: base },
        );
        await read(
          repo,
          'worktree',
          (change) => {
            assert.deepEqual(brief(change), ['A mine.md +1 -0']);
            assert.deepEqual(change.base, { ref: base ? 'main' : 'MERGE_HEAD', commit: tip });
          },
          { base },
        );
      }
    });

    it('counts as the PM’s what another branch than the base brings', async () => {
      const repo = started();
      repo.git('checkout', '--quiet', '-b', 'other');
      repo.write('auth/y.ts', 'not on main\n');
      repo.commit('other');
      repo.git('checkout', '--quiet', 'work');
      repo.git('merge', '--quiet', '--no-ff', '--no-commit', 'other');
      for (const kind of ['staged', 'worktree'] as const) {
        assert.deepEqual(await read(repo, kind, brief, { ahead: kind === 'staged' }), ['A auth/y.ts +1 -0']);
      }
    });

    it('refuses files in conflict, naming one', async () => {
      const repo = started();
      repo.write('a.md', 'mine\n');
      repo.write('keep.md', 'mine\n');
      repo.commit('mine');
      repo.git('checkout', '--quiet', 'main');
      repo.write('a.md', 'theirs\n');
      repo.commit('theirs');
      assert.throws(() => repo.git('merge', '--quiet', 'work'));
      for (const kind of ['staged', 'worktree'] as const)
        await assert.rejects(read(repo, kind, brief), isTrouble('unmerged', 'a.md is in conflict', ['a.md']));
      repo.git('merge', '--abort');
      repo.write('keep.md', 'theirs\n');
      repo.commit('theirs too');
      assert.throws(() => repo.git('merge', '--quiet', 'work'));
      await assert.rejects(read(repo, 'staged', brief), isTrouble('unmerged', 'a.md and 1 more are in conflict'));
    });

    it('knows no commits where one is being made, else those of the branch, and reports their errors', async () => {
      const repo = started();
      repo.commit('second\n\nCo-authored-by: E <e@x>', { author: 'Jö <j@x>' });
      assert.deepEqual(await read(repo, 'staged', (change) => change.commits), []);
      const commits = await read(repo, 'worktree', (change) => change.commits);
      assert.deepEqual(
        commits.map(({ subject, author, trailers }) => [subject, author, trailers]),
        [['second', { name: 'Jö', email: 'j@x' }, [{ key: 'Co-authored-by', value: 'E <e@x>' }]]],
      );
      assert.deepEqual(await read(repo, 'worktree', (change) => change.commits, { base: false }), []);
      repo.commit(`big\n\n${'A: b\n'.repeat(100_000)}`);
      await assert.rejects(read(repo, 'worktree', brief), isTrouble('too-much'));
      await assert.rejects(read(repo, 'range', brief), isTrouble('empty-range'));
    });
  });

  describe('worktree', () => {
    it('reads from where the branch left its base to the disk, with untracked files that are not ignored', async () => {
      const repo = started();
      repo.write('a.md', 'one\ntwo\nthree\nfour\n');
      repo.write('.gitignore', 'ignored/\n');
      repo.commit('second');
      repo.git('checkout', '--quiet', 'main');
      repo.write('keep.md', 'moved on\n');
      repo.commit('main goes on');
      repo.git('checkout', '--quiet', 'work');
      repo.write('a.md', '1\ntwo\nthree\nfour\n');
      repo.write('staged.md', 's\n');
      repo.git('add', 'staged.md');
      repo.write('staged.md', 's\nand not\n');
      repo.write('un/tracked.md', 'u\n', true);
      repo.write('ignored/x', 'x');
      repo.git('rm', '--quiet', 'auth/x.ts');
      await read(repo, 'worktree', async (change, around) => {
        assert.deepEqual(brief(change), [
          'A .gitignore +1 -0',
          'M a.md +1,4 -1',
          'D auth/x.ts + -4',
          'A staged.md +1-2 -0',
          'A un/tracked.md +1 -0',
        ]);
        assert.deepEqual(
          [change.base, change.head],
          [
            { ref: 'main', commit: repo.git('merge-base', 'main', 'work') },
            { ref: 'worktree', commit: repo.git('rev-parse', 'HEAD') },
          ],
        );
        assert.equal(change.files[1]?.after?.oid, undefined);
        assert.equal(change.files[4]?.after?.mode, '100755');
        assert.deepEqual(
          change.commits.map(({ subject }) => subject),
          ['second'],
        );
        assert.deepEqual(await around.paths('head'), ['.gitignore', 'a.md', 'keep.md', 'staged.md', 'un/tracked.md']);
        const versions = await around.read('head', ['a.md', 'keep.md', 'auth/x.ts', 'un/tracked.md']);
        assert.deepEqual([...versions].map(([path, { text }]) => [path, text]).sort(), [
          ['a.md', '1\ntwo\nthree\nfour\n'],
          ['keep.md', 'kept\n'],
          ['un/tracked.md', 'u\n'],
        ]);
      });
    });

    it('reads the same before the first commit, on a detached HEAD and without a base', async () => {
      const repo = make();
      repo.write('a.md', 'a\n');
      assert.deepEqual(await read(repo, 'worktree', (change) => [brief(change), change.base]), [
        ['A a.md +1 -0'],
        { ref: 'HEAD', commit: undefined },
      ]);
      repo.commit('first');
      repo.git('checkout', '--quiet', '--detach');
      repo.write('a.md', 'b\n');
      for (const base of [true, false])
        assert.deepEqual(await read(repo, 'worktree', brief, { base }), ['M a.md +1 -1']);
    });

    it('leaves out what was only touched', async () => {
      const repo = started();
      repo.write('a.md', 'one\ntwo\nthree\n');
      repo.git('rm', '--quiet', '--cached', 'keep.md');
      repo.git('update-index', '--index-info');
      assert.deepEqual(await read(repo, 'worktree', brief), []);
    });

    it('takes line ends that git turns back for no difference, and other ones for one', async () => {
      const repo = started();
      repo.write('a.md', 'one\r\ntwo\r\nthree\r\n');
      assert.deepEqual(await read(repo, 'worktree', brief), ['M a.md +1-3 -3']);
      repo.git('config', 'core.autocrlf', 'true');
      assert.deepEqual(await read(repo, 'worktree', brief), []);
    });

    it('looks at what git was told not to look at', async () => {
      const repo = started();
      repo.git('update-index', '--assume-unchanged', 'a.md', 'auth/x.ts');
      repo.git('update-index', '--skip-worktree', 'keep.md');
      assert.deepEqual(await read(repo, 'worktree', brief), []);
      repo.write('a.md', 'hidden\n');
      repo.write('keep.md', 'hidden\n');
      repo.remove('auth/x.ts');
      assert.deepEqual(await read(repo, 'worktree', brief), ['M a.md +1 -3', 'D auth/x.ts + -4', 'M keep.md +1 -1']);
    });

    it('finds few and many paths alike, each as it is on the disk', async () => {
      const repo = started();
      repo.write('auth/y.ts', 'committed\n');
      repo.commit('second');
      repo.write('a.md', 'staged\n');
      repo.git('add', 'a.md');
      repo.write('a.md', 'one\ntwo\nthree\n');
      repo.write('auth/un.ts', 'untracked\n');
      repo.remove('keep.md');
      const many = Array.from({ length: 600 }, (_, index) => `no/${index}`);
      await read(repo, 'worktree', async (change, around) => {
        const paths = ['a.md', 'auth/x.ts', 'auth/y.ts', 'auth/un.ts', 'auth', 'keep.md'];
        const few = await around.read('head', paths);
        assert.deepEqual([...few.keys()], ['a.md', 'auth/x.ts', 'auth/y.ts', 'auth/un.ts']);
        assert.equal(few.get('a.md')?.text, 'one\ntwo\nthree\n');
        assert.deepEqual(await around.read('head', [...paths, ...many]), few);
        assert.deepEqual(await around.pathsNamed('head', ['AUTH/X']), ['auth/x.ts']);
        assert.deepEqual(await around.pathsNamed('head', ['auth/y', 'AUTH/U']), ['auth/y.ts', 'auth/un.ts']);
        assert.equal(change.staged?.files[0]?.after?.text, 'staged\n');
      });
    });

    it('takes the absent files of a sparse checkout from the index', async () => {
      const repo = started();
      repo.git('sparse-checkout', 'set', '--no-cone', 'auth/');
      repo.write('keep.md', 'back again\n');
      for (const sparse of ['false', 'true']) {
        repo.git('config', 'index.sparse', sparse);
        await read(repo, 'worktree', async (change, around) => {
          assert.deepEqual(brief(change), ['M keep.md +1 -1']);
          assert.deepEqual(await around.paths('head'), ['a.md', 'auth/x.ts', 'keep.md']);
          assert.equal((await around.read('head', ['a.md'])).get('a.md')?.text, 'one\ntwo\nthree\n');
        });
      }
    });

    it('follows no link, and takes a repository inside for a submodule', async () => {
      const repo = started();
      renameSync(join(repo.root, 'auth'), join(repo.root, '../outside'));
      symlinkSync('../outside', join(repo.root, 'auth'));
      repo.remove('a.md');
      symlinkSync('keep.md', join(repo.root, 'a.md'));
      repo.git('init', '--quiet', 'inner');
      repo.write('inner/secret.ts', 'x');
      repo.remove('keep.md');
      mkdirSync(join(repo.root, 'keep.md'));
      writeFileSync(join(repo.root, 'keep.md/x'), 'x');
      assert.deepEqual(await read(repo, 'worktree', brief), [
        '100644>120000 a.md symbolic-link + -3',
        'A auth symbolic-link + -0',
        'D auth/x.ts + -4',
        'A inner submodule + -0',
        'D keep.md + -1',
        'A keep.md/x +1 -0',
      ]);
    });

    it('takes what git keeps as a link for one, whatever lies there, and a changed submodule for changed', async () => {
      const repo = started();
      symlinkSync('a.md', join(repo.root, 'link'));
      const inner = make();
      inner.write('i.txt', 'i');
      inner.commit('inner');
      repo.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.root, 'sub');
      repo.commit('second');
      repo.git('checkout', '--quiet', '-B', 'main');
      assert.deepEqual(await read(repo, 'worktree', brief), []);
      repo.git('config', 'core.symlinks', 'false');
      repo.remove('link');
      repo.write('link', 'keep.md');
      repo.write('sub/i.txt', 'dirty');
      repo.git('update-index', '--assume-unchanged', 'sub');
      assert.deepEqual(await read(repo, 'worktree', brief), ['M link symbolic-link + -0']);
      repo.git('update-index', '--no-assume-unchanged', 'sub');
      assert.deepEqual(await read(repo, 'worktree', brief), ['M link symbolic-link + -0', 'M sub submodule + -0']);
    });

    it('looks at a bounded number of files, and leaves none out', async () => {
      const repo = started();
      for (let index = 0; index < 10_010; index += 1) repo.write(`many/${index}`, '');
      await read(repo, 'worktree', (change) => {
        assert.equal(change.files.length, 10_010);
        assert.equal(change.files.filter(({ after }) => after?.unread === 'too-large').length, 10);
      });
    });

    it('does not read 100 MB', async () => {
      const repo = started();
      repo.write('huge.bin', '');
      truncateSync(join(repo.root, 'huge.bin'), 100 * 2 ** 20);
      await read(repo, 'worktree', (change) => {
        assert.deepEqual(brief(change), ['A huge.bin too-large + -0']);
        assert.equal(change.files[0]?.after?.bytes, 100 * 2 ** 20);
      });
      execFileSync('git', ['-c', 'core.compression=0', '-c', 'core.bigFileThreshold=1m', 'add', 'huge.bin'], {
        cwd: repo.root,
        env: repo.environment,
      });
      const before = process.memoryUsage().rss;
      assert.deepEqual(await read(repo, 'staged', brief), ['A huge.bin too-large + -0']);
      assert.ok(process.memoryUsage().rss - before < 60 * 2 ** 20);
    });

    it('says what it cannot read', async function () {
      const repo = started();
      execFileSync('mkfifo', [join(repo.root, 'pipe')]);
      assert.deepEqual(await read(repo, 'worktree', brief), []);
      repo.remove('a.md');
      repo.write('a.md', 'other\n');
      chmodSync(join(repo.root, 'a.md'), 0);
      if (process.getuid?.() === 0) this.skip();
      assert.deepEqual(await read(repo, 'worktree', brief), ['M a.md missing + -0']);
    });

    it('works in a linked worktree and in a submodule', async () => {
      const repo = started();
      repo.git('worktree', 'add', '--quiet', '-b', 'other', '../linked', 'main');
      writeFileSync(join(repo.root, '../linked/a.md'), 'linked\n');
      assert.deepEqual(await read(repo, 'worktree', brief, { root: join(repo.root, '../linked') }), ['M a.md +1 -3']);
      const outer = make();
      outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', repo.root, 'lib');
      outer.write('lib/a.md', 'in a submodule\n');
      outer.git('-C', 'lib', 'add', '.');
      assert.deepEqual(await read(outer, 'staged', brief, { root: join(outer.root, 'lib') }), ['M a.md +1 -3']);
    });
  });

  describe('range', () => {
    it('reads what a branch changed since it left its base', async () => {
      const repo = started();
      repo.write('a.md', 'one\n2\nthree\n');
      repo.commit('second');
      repo.git('checkout', '--quiet', 'main');
      repo.write('keep.md', 'moved on\n');
      repo.commit('main goes on');
      repo.git('checkout', '--quiet', 'work');
      repo.git('merge', '--quiet', '--no-edit', 'main');
      repo.write('b.md', 'b');
      repo.commit('third');
      repo.write('b.md', 'not committed');
      await read(repo, 'range', async (change, around) => {
        assert.deepEqual(brief(change), ['M a.md +2 -1', 'A b.md +1 -0']);
        assert.deepEqual(
          [change.base, change.head],
          [
            { ref: 'main', commit: repo.git('rev-parse', 'main') },
            { ref: 'HEAD', commit: repo.git('rev-parse', 'HEAD') },
          ],
        );
        assert.deepEqual(
          change.commits.map(({ subject, parents, files }) => [subject, parents.length, files.map(({ path }) => path)]),
          [
            ['second', 1, ['a.md']],
            ["Merge branch 'main' into work", 2, ['keep.md']],
            ['third', 1, ['b.md']],
          ],
        );
        assert.deepEqual(await around.paths('head'), ['a.md', 'auth/x.ts', 'b.md', 'keep.md']);
        const many = Array.from({ length: 200 }, (_, index) => `no/${index}`);
        assert.deepEqual([...(await around.read('head', [...many, 'b.md'])).keys()], ['b.md']);
        assert.equal((await around.read('head', ['', 'auth/', 'a\0b'])).size, 0);
        assert.deepEqual(
          [...(await around.read('head', ['b.md'])).values()].map(({ text }) => text),
          ['b'],
        );
        const oid = repo.git('rev-parse', 'HEAD:b.md');
        const blobs = await around.blobs([oid, '0'.repeat(40)]);
        assert.deepEqual(
          [...blobs].map(([, { text, unread }]) => text ?? unread),
          ['b', 'missing'],
        );
      });
    });

    it('names the removed file of a commit without an id', async () => {
      const repo = started();
      repo.git('rm', '--quiet', 'a.md');
      repo.commit('gone');
      assert.deepEqual(await read(repo, 'range', (change) => change.commits[0]?.files), [
        { path: 'a.md', oid: undefined },
      ]);
    });

    it('refuses an empty range', async () => {
      const repo = started();
      await assert.rejects(read(repo, 'range', brief), isTrouble('empty-range', 'HEAD changes nothing that main'));
      repo.commit('empty commit');
      await assert.rejects(read(repo, 'range', brief), isTrouble('empty-range'));
    });

    it('refuses where nothing is in common', async () => {
      const repo = started();
      repo.git('checkout', '--quiet', '--orphan', 'alone');
      repo.commit('alone');
      for (const kind of ['range', 'worktree'] as const)
        await assert.rejects(read(repo, kind, brief), isTrouble('no-merge-base', 'main'));
      assert.deepEqual(await read(repo, 'staged', brief), []);
    });

    it('refuses a shallow history that hides where the branch began, and says what to fetch', async () => {
      const repo = started();
      repo.commit('second');
      repo.git('checkout', '--quiet', 'main');
      repo.commit('main goes on');
      const clone = repo.clone('--depth=1', '--no-single-branch', '--branch=work');
      made.push(clone);
      await assert.rejects(read(clone, 'range', brief), isTrouble('shallow', 'git fetch --unshallow'));
      clone.write('a.md', 'staged\n');
      clone.git('add', '.');
      assert.deepEqual(await read(clone, 'staged', brief), ['M a.md +1 -3']);
    });

    it('reads a commit message of 10 MB', async () => {
      const repo = started();
      repo.write('a.md', 'x\n');
      repo.commit(`subject\n\n${'many words '.repeat(1_000_000)}\n\nAssisted-by: Claude`);
      const begun = processorTime();
      const [commit] = await read(repo, 'range', (change) => change.commits);
      assert.deepEqual([commit?.subject, commit?.trailers], ['subject', [{ key: 'Assisted-by', value: 'Claude' }]]);
      assert.ok(processorTime() - begun < 3000);
    });

    it('refuses a message that is larger than can be read', async () => {
      const repo = started();
      repo.write('a.md', 'x\n');
      repo.commit('x'.repeat(17 * 2 ** 20));
      await assert.rejects(read(repo, 'range', brief), isTrouble('too-much', '16 MB'));
    });

    it('refuses a commit that git does not hold', async () => {
      const [repo, empty] = [started(), make()];
      repo.write('a.md', 'x\n');
      repo.commit('second');
      const [repository, other] = [await openRepository(repo.root, repo), await openRepository(empty.root, empty)];
      const [base, head] = [await findBase(repository), await findCommit(repository, 'HEAD')];
      assert.ok(base && head);
      const without = { ...repository, objects: other.objects };
      await assert.rejects(readChange(without, { kind: 'range', base, head }), isTrouble('not-fetched', 'git fetch'));
      for (const each of [repository, other]) each.close();
    });

    it('reads a change of 100,000 files in bounded time and memory', async () => {
      const repo = started();
      const oid = repo.gitWith('text\n', 'hash-object', '-w', '--stdin');
      const lines = Array.from(
        { length: 100_000 },
        (_, index) => `100644 ${oid} 0\tmany/${index % 100}/file-${index}.md\n`,
      );
      repo.gitWith(lines.join(''), 'update-index', '--index-info');
      const tree = repo.git('write-tree');
      const commit = repo.git('commit-tree', '-p', 'HEAD', '-m', 'many', tree);
      repo.git('update-ref', 'HEAD', commit);
      const begun = processorTime();
      await read(repo, 'range', (change) => {
        assert.equal(change.files.length, 100_000);
        assert.equal(change.files.filter(({ after }) => after?.text === 'text\n').length, 5000);
        assert.equal(change.files.filter(({ after }) => after?.unread === 'too-large').length, 95_000);
      });
      assert.ok(processorTime() - begun < 20_000);
    });

    it('refuses more commits than it can look through', async () => {
      const repo = started();
      const commits = Array.from(
        { length: 5001 },
        (_, index) =>
          `commit refs/heads/work\ncommitter A <a@x> ${index} +0000\ndata 1\nx\n${index === 0 ? 'from refs/heads/work^0\n' : ''}\n`,
      );
      repo.gitWith(commits.join(''), 'fast-import', '--quiet', '--force');
      await assert.rejects(read(repo, 'worktree', brief), isTrouble('too-much', '5000 commits'));
    });
  });
});
