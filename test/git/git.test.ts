import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { gitEnvironment } from '../../src/git/process/git-environment.js';
import { openGit } from '../../src/git/git.js';
import { GitError, toPlainLine, parseGitError } from '../../src/git/git-error.js';
import { temporaryRepository } from '../support/temporary-repository.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

const isTrouble =
  (kind: string, words = '') =>
  (error: unknown): boolean =>
    error instanceof GitError &&
    error.kind === kind &&
    error.message === error.sentence &&
    error.sentence.includes(words);

describe('openGit', () => {
  let repo: TemporaryRepository;
  before(() => {
    repo = temporaryRepository();
    repo.write('a.txt', 'a');
    repo.commit('first');
  });
  after(() => repo.remove());
  const git = () => openGit(repo.root, { environment: repo.environment });

  it('gives what git wrote, and hands it its input', async () => {
    assert.equal((await git().run(['rev-parse', 'HEAD'])).toString().trim(), repo.git('rev-parse', 'HEAD'));
    assert.equal(
      (await git().run(['hash-object', '--stdin'], { input: 'a' })).toString().trim(),
      repo.git('rev-parse', 'HEAD:a.txt'),
    );
  });

  it('takes the exit codes that it was told of for answers', async () => {
    const ask = ['rev-parse', '--verify', '--quiet', 'refs/heads/nope'];
    assert.equal((await git().run(ask, { allowExit: [1] })).length, 0);
    await assert.rejects(git().run(ask), isTrouble('failed', 'nothing at all'));
  });

  it('says what git said', async () => {
    await assert.rejects(git().run(['rev-parse', 'nope']), isTrouble('failed', "ambiguous argument 'nope'"));
    await assert.rejects(git().run(['no-such-command']), isTrouble('failed'));
  });

  it('stops at a bound of output and of time', async () => {
    await assert.rejects(git().run(['cat-file', 'commit', 'HEAD'], { maxBytes: 10 }), isTrouble('too-much'));
    await assert.rejects(
      git().run(['-c', 'alias.wait=!sleep 5', 'wait'], { timeout: 100 }),
      isTrouble('timeout', '0.1 seconds'),
    );
  });

  it('survives a git that does not read its input', async () => {
    await assert.rejects(git().run(['no-such-command'], { input: Buffer.alloc(2 ** 22) }), isTrouble('failed'));
  });

  it('says where there is no repository, no folder, no git', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pm-zone-none-'));
    const options = { environment: { ...repo.environment, GIT_CEILING_DIRECTORIES: tmpdir() } };
    await assert.rejects(openGit(folder, options).run(['status']), isTrouble('not-a-repository', folder));
    await assert.rejects(
      openGit(join(folder, 'nope'), options).run(['status']),
      isTrouble('not-a-repository', 'cannot be opened'),
    );
    await assert.rejects(
      openGit(folder, { program: join(folder, 'git') }).run([]),
      isTrouble('git-missing', 'git-scm.com'),
    );
    writeFileSync(join(folder, 'git'), 'no program', { mode: 0o644 });
    await assert.rejects(
      openGit(folder, { program: join(folder, 'git') }).run([]),
      isTrouble('failed', 'could not be started'),
    );
    rmSync(folder, { recursive: true });
  });

  it('never starts a git that lies in the repository', async () => {
    const hostile = temporaryRepository();
    hostile.write('git', '#!/bin/sh\necho hostile\n', true);
    const environment = { ...hostile.environment, PATH: `${process.env['PATH'] ?? ''}${delimiter}.` };
    assert.match((await openGit(hostile.root, { environment }).run(['version'])).toString(), /^git version/);
    hostile.remove();
  });

  it('starts nothing that a repository configures, and opens other folders', async () => {
    const hostile = temporaryRepository();
    const mark = join(hostile.root, 'mark');
    hostile.write('a.txt', 'a');
    hostile.write('hook', `#!/bin/sh\ntouch '${mark}'\n`, true);
    hostile.commit('first');
    for (const key of ['core.fsmonitor', 'diff.external', 'core.pager', 'diff.x.textconv'])
      hostile.git('config', key, join(hostile.root, 'hook'));
    hostile.write('.gitattributes', '* diff=x\n');
    hostile.write('a.txt', 'b');
    const there = git().at(hostile.root);
    await there.run(['diff-index', '-p', '--no-ext-diff', '--no-textconv', 'HEAD']);
    await there.run(['ls-files', '--others', '--exclude-standard']);
    assert.throws(() => hostile.git('rev-parse', '--verify', 'HEAD:mark'));
    assert.deepEqual((await there.run(['ls-files', '--others', '--', 'mark'])).length, 0);
    hostile.remove();
  });
});

describe('gitEnvironment', () => {
  const hook = {
    PATH: '/bin',
    HOME: '/h',
    GIT_INDEX_FILE: '.git/next-index-1.lock',
    GIT_DIR: '/r/.git',
    GIT_EXTERNAL_DIFF: '/evil',
    GIT_PAGER: 'evil',
  };

  it("keeps a hook's index in the folder of the hook and below, and no git folder without its root", () => {
    for (const cwd of ['/r', '/r/packages/a']) {
      const { GIT_INDEX_FILE, GIT_DIR, PATH, HOME } = gitEnvironment(cwd, hook, '/r');
      assert.deepEqual([GIT_INDEX_FILE, GIT_DIR, PATH, HOME], ['.git/next-index-1.lock', undefined, '/bin', '/h']);
    }
  });

  it('keeps a git folder with its root, wherever git is then run from', () => {
    const { GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE } = gitEnvironment(
      '/r/a',
      { GIT_DIR: 'dot/git', GIT_WORK_TREE: '.' },
      '/r',
    );
    assert.deepEqual([GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE], ['/r/dot/git', '/r', undefined]);
  });

  it('forgets them elsewhere', () => {
    for (const cwd of ['/other', '/', '/rr', '/r/../other']) {
      const { GIT_INDEX_FILE, GIT_DIR } = gitEnvironment(cwd, { ...hook, GIT_WORK_TREE: '/r' }, '/r');
      assert.deepEqual([GIT_INDEX_FILE, GIT_DIR], [undefined, undefined]);
    }
  });

  it('passes what says where the configuration is, and nothing that runs or changes anything', () => {
    const all = gitEnvironment(
      '/r',
      {
        ...hook,
        GIT_CONFIG_GLOBAL: '/c',
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: 'a',
        GIT_ALTERNATE_OBJECT_DIRECTORIES: 'a:b',
        GIT_DIFF_OPTS: '-u0',
      },
      '/r',
    );
    assert.deepEqual(
      [
        all['GIT_CONFIG_GLOBAL'],
        all['GIT_CONFIG_COUNT'],
        all['GIT_CONFIG_KEY_0'],
        all['GIT_ALTERNATE_OBJECT_DIRECTORIES'],
        all['GIT_EXTERNAL_DIFF'],
        all['GIT_DIFF_OPTS'],
        all['GIT_PAGER'],
      ],
      ['/c', '1', 'a', 'a:b', undefined, undefined, 'cat'],
    );
    assert.deepEqual(
      [all['GIT_ALLOW_PROTOCOL'], all['GIT_TERMINAL_PROMPT'], all['GIT_OPTIONAL_LOCKS'], all['LC_ALL']],
      ['', '0', '0', 'C'],
    );
  });
});

describe('troubleFrom', () => {
  for (const [said, kind, words] of [
    [
      "fatal: detected dubious ownership in repository at '/r'\nTo add an exception…",
      'dubious-ownership',
      'safe.directory /r',
    ],
    ["fatal: detected dubious ownership in repository at '/a b'", 'dubious-ownership', "safe.directory '/a b'"],
    ['fatal: not a git repository (or any of the parent directories): .git', 'not-a-repository', '/here'],
    ['fatal: this operation must be run in a work tree', 'bare', '/here'],
    ["fatal: cannot change to '/here': No such file or directory", 'not-a-repository', 'cannot be opened'],
    ['warning: x\nerror: bad thing\n', 'failed', 'said: bad thing'],
    ['fatal: could not fetch 35c6910b from promisor remote\n', 'failed', 'git fetch --refetch --no-filter'],
    ['error: lazy fetching disabled; some objects may not be available', 'failed', 'git fetch --refetch --no-filter'],
    ['only words\n', 'failed', 'said: only words'],
    ['', 'failed', 'nothing at all'],
  ] as const) {
    it(`${kind}: ${JSON.stringify(said.slice(0, 50))}`, () => {
      const error = parseGitError(said, '/here');
      assert.ok(error.kind === kind && error.sentence.includes(words), error.sentence);
    });
  }

  it('shows no control characters and no endless lines', () => {
    assert.equal(toPlainLine('a\u001b[31m\nb\u202e'), 'a [31m b');
    assert.equal(toPlainLine('x'.repeat(1000)).length, 300);
  });
});

describe('a repository of another user', () => {
  it('is refused in plain words, as git itself refuses it', async () => {
    const repo = temporaryRepository();
    mkdirSync(join(repo.root, 'sub'));
    const git = openGit(join(repo.root, 'sub'), {
      environment: { ...repo.environment, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' },
    });
    await assert.rejects(git.run(['rev-parse', 'HEAD']), isTrouble('dubious-ownership', repo.root));
    repo.remove();
  });
});
