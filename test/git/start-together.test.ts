import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { openCatFile } from '../../src/git/process/cat-file.js';
import { openGit } from '../../src/git/git.js';
import type { Git } from '../../src/git/git.js';
import { GitError } from '../../src/git/git-error.js';
import { openRepository } from '../../src/git/repository.js';
import { startStaged } from '../../src/repository/start-staged.js';
import { startTogether } from '../../src/repository/start-together.js';
import type { StartedTogether, TogetherOptions } from '../../src/repository/start-together.js';
import { temporaryRepository } from '../support/temporary-repository.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

const batch = ['cat-file', '--batch-command', '-z'];

describe('startTogether', () => {
  let repo: TemporaryRepository;
  const left: StartedTogether[] = [];
  const startGroups = (
    git: Git,
    groups: readonly (readonly (readonly string[])[])[],
    options?: TogetherOptions,
  ): StartedTogether => {
    const started = startTogether(git, groups, batch, options);
    assert.ok(started);
    left.push(started);
    return started;
  };
  const start = (git: Git, commands: readonly (readonly string[])[], options?: TogetherOptions): StartedTogether =>
    startGroups(
      git,
      commands.map((command) => [command]),
      options,
    );
  const said = async (started: StartedTogether, args: readonly string[]): Promise<string | undefined> =>
    (await started.output(args))?.toString('utf8');

  beforeEach(() => {
    repo = temporaryRepository();
  });
  afterEach(() => {
    for (const { lasting } of left.splice(0)) lasting.kill('SIGKILL');
    repo.remove();
  });

  it('gives what the commands give one by one, and answers what is asked', async () => {
    repo.write('a.txt', 'text');
    repo.git('add', '--all');
    const git = openGit(repo.root, { environment: repo.environment });
    const commands = [
      ['ls-files', '-z'],
      ['config', '--list', '-z'],
      ['status'],
      ['hash-object', 'a.txt'],
      ['version'],
    ];
    const started = start(git, commands);
    assert.equal(started.cwd, git.cwd);
    for (const command of commands) assert.deepEqual(await started.output(command), await git.run(command));
    assert.equal(await started.output(['ls-files']), undefined);
    const file = openCatFile(git, undefined, started.lasting);
    assert.equal((await file.contents(':a.txt'))?.content?.toString('utf8'), 'text');
    assert.equal(await file.info('HEAD'), undefined);
    file.close();
  });

  it('gives nothing of a command that fails, that ends otherwise than it says or is not there', async () => {
    repo.write('git', "#!/bin/sh\nfor each; do last=$each; done\nprintf 'half\\0'; exit $last\n", true);
    const started = start(openGit(repo.root, { program: join(repo.root, 'git') }), [['0'], ['1'], ['128']]);
    assert.deepEqual(await Promise.all([['0'], ['1'], ['128']].map((args) => said(started, args))), [
      'half\0',
      undefined,
      undefined,
    ]);
    const none = start(openGit(repo.root, { program: join(repo.root, 'none') }), [['version']]);
    assert.equal(await said(none, ['version']), undefined);
  });

  it('gives what the commands of a group write each by itself, whichever of them fails', async () => {
    repo.write('git', "#!/bin/sh\nfor each; do last=$each; done\nprintf '1\\n'; exit $last\n", true);
    const git = openGit(repo.root, { program: join(repo.root, 'git') });
    const started = startGroups(git, [[['00'], ['7'], ['000']], [['0']], [['100'], ['0000']]]);
    assert.deepEqual(
      await Promise.all([['00'], ['7'], ['000'], ['0'], ['100'], ['0000']].map((args) => said(started, args))),
      ['1\n', undefined, '1\n', '1\n', undefined, '1\n'],
    );
  });

  it('keeps what a group wrote before the command that takes too long', async () => {
    repo.write(
      'git',
      '#!/bin/sh\nfor each; do last=$each; done\n[ $last = few ] || exec sleep 20\nprintf 12345\n',
      true,
    );
    const git = openGit(repo.root, { program: join(repo.root, 'git') });
    const started = startGroups(git, [[['few'], ['slow']]], { timeout: 3000 });
    assert.deepEqual(await Promise.all([said(started, ['few']), said(started, ['slow'])]), ['12345', undefined]);
  });

  it('passes words on as they are', async () => {
    repo.write('git', `#!/bin/sh\nfor each; do last=$each; done\nprintf '%s' "$last"\n`, true);
    const words = ["it's", '$(id)', '`id`', '"a b"', '%00 \\ ;&|', '-n'];
    const started = start(
      openGit(repo.root, { program: join(repo.root, 'git') }),
      words.map((word) => [word]),
    );
    assert.deepEqual(await Promise.all(words.map((word) => said(started, [word]))), words);
  });

  it('waits neither for ever nor for more than can be held', async () => {
    repo.write(
      'git',
      `#!/bin/sh\nfor each; do last=$each; done\ncase $last in slow) exec sleep 20;; much) yes | head -c 300000;; *) printf 12345;; esac\n`,
      true,
    );
    const git = openGit(repo.root, { program: join(repo.root, 'git') });
    const slow = start(git, [['slow'], ['few']], { timeout: 3000 });
    assert.deepEqual(await Promise.all([said(slow, ['slow']), said(slow, ['few'])]), [undefined, '12345']);
    const much = start(git, [['much'], ['few']], { maxBytes: 5 });
    assert.deepEqual(await Promise.all([said(much, ['much']), said(much, ['few'])]), [undefined, '12345']);
    assert.equal(await said(start(git, [['few']], { maxBytes: 1 }), ['few']), undefined);
    const broken = start(git, [['slow']]);
    (broken.lasting.stdio as unknown as { destroy(error: Error): void }[])[3]?.destroy(new Error('broken'));
    assert.equal(await said(broken, ['slow']), undefined);
  });

  it('is nothing where there is no such shell', () => {
    const git = openGit(repo.root);
    assert.equal(startTogether(git, [[['version']]], batch, { platform: 'win32' }), undefined);
    const nowhere = { ...git, command: () => ({ ...git.command([]), cwd: join(repo.root, 'none') }) };
    assert.equal(startTogether(nowhere, [[['version']]], batch), undefined);
  });

  it('keeps nobody waiting for the one that is never asked', () => {
    const start = join(__dirname, '..', '..', 'src', 'repository');
    const script = `require(${JSON.stringify(join(start, 'start-staged.js'))}).startStaged(require(${JSON.stringify(join(start, 'git.js'))}).openGit('.'))`;
    const ended = spawnSync(process.execPath, ['-e', script], { cwd: repo.root, timeout: 20_000 });
    assert.equal(ended.status, 0);
  });
});

describe('openCatFile with a process that runs already', () => {
  it('starts one of its own where that one ends, and tells what that says', async () => {
    const repo = temporaryRepository();
    repo.write('a.txt', 'text');
    repo.git('add', '--all');
    const gone = spawn('/bin/sh', ['-c', 'exit 3']);
    const file = openCatFile(openGit(repo.root, { environment: repo.environment }), undefined, gone);
    const found = await Promise.all([file.info(':a.txt'), file.contents(':a.txt'), file.info(':b.txt')]);
    assert.deepEqual(
      found.map((each) => each?.bytes),
      [4, 4, undefined],
    );
    file.close();
    const nowhere = openCatFile(
      openGit('/', { environment: repo.environment }),
      undefined,
      spawn('/bin/sh', ['-c', 'exit 3']),
    );
    await assert.rejects(
      nowhere.info('HEAD'),
      (error) => error instanceof GitError && error.kind === 'not-a-repository',
    );
    repo.remove();
  });

  it('asks an old git in its own way', async () => {
    const repo = temporaryRepository();
    repo.write('a.txt', 'text');
    repo.git('add', '--all');
    const old = spawn('/bin/sh', ['-c', 'exit 129']);
    const file = openCatFile(openGit(repo.root, { environment: repo.environment }), undefined, old);
    assert.equal((await file.info(':a.txt'))?.bytes, 4);
    file.close();
    repo.remove();
  });
});

describe('startStaged', () => {
  it('lets a repository be opened with the same outcome, wherever it was started', async () => {
    const repo = temporaryRepository();
    const environment = repo.environment;
    const open = async (started?: StartedTogether, staged = true): Promise<unknown> => {
      const repository = await openRepository(repo.root, { environment, staged, started });
      const { objects, git, staged: ahead, ...rest } = repository;
      const known = { ...rest, close: undefined };
      const read = await objects.read(['HEAD:a.txt']);
      const outputs = [await ahead?.differences, await ahead?.listing];
      repository.close();
      return { ...known, cwd: git.cwd, read, outputs };
    };
    const here = (): StartedTogether | undefined => startStaged(openGit(repo.root, { environment }));
    for (const [name, text] of [
      ['', ''],
      ['a.txt', 'one'],
      ['b.txt', 'two'],
    ] as const) {
      if (name !== '') repo.write(name, text);
      repo.git('add', '--all');
      const alone = await open();
      assert.deepEqual(await open(here()), alone);
      assert.deepEqual(await open(startStaged(openGit('/', { environment }))), alone);
      if (name === 'a.txt') repo.commit('One');
    }
    repo.remove();
  });
});

describe('start', () => {
  it('starts git for a staged review and before a commit alone, in this folder', () => {
    const repo = temporaryRepository();
    const script = join(__dirname, '..', '..', 'src', 'start.js');
    const code = `require(${JSON.stringify(script)});
      const started = globalThis[Symbol.for('pm-zone.started')];
      started?.output(['ls-files', '-z', '--full-name']).then((output) => console.log(started.cwd, output.length));`;
    const startedIn = (environment: NodeJS.ProcessEnv, ...args: readonly string[]): string =>
      spawnSync(process.execPath, ['-e', code, 'pm-zone', ...args], {
        cwd: repo.root,
        env: { ...repo.environment, ...environment },
        encoding: 'utf8',
      }).stdout;
    const startedBy = (...args: readonly string[]): string => startedIn({}, ...args);
    const hook = ['guard', 'run', 'pre-commit', '--'];
    assert.equal(startedBy('review', '--staged'), `${repo.root} 0\n`);
    assert.equal(startedBy(...hook), `${repo.root} 0\n`);
    // The guard asks git in another environment where there is a GIT_DIR alone.
    assert.equal(startedIn({ GIT_DIR: '.git' }, ...hook), '');
    assert.equal(startedIn({ GIT_DIR: '.git', GIT_WORK_TREE: '.' }, ...hook), `${repo.root} 0\n`);
    for (const args of [
      [],
      ['files', '--staged'],
      ['review'],
      ['review', '--staged', '--cwd', 'x'],
      ['review', '--staged', '--cwd=x'],
      ['guard', 'run', 'commit-msg', '--', 'x'],
      ['guard', 'status', 'pre-commit'],
    ]) {
      assert.equal(startedBy(...args), '');
    }
    repo.remove();
  });
});
