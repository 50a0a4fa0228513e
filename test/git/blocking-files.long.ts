import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readAttestations } from '../../src/git/attestation-file.js';
import { findBlockingFile } from '../../src/git/process/find-blocking-file.js';
import { endWithUs } from '../../src/git/process/end-with-us.js';
import { watchChild } from '../../src/git/process/watch-child.js';
import { isProcessRunning } from '../../src/git/git-process-note.js';
import { GitError } from '../../src/git/git-error.js';
import { openGit } from '../../src/git/git.js';
import { openWorkDisk } from '../../src/git/work-disk.js';
import { openWorkGit } from '../../src/git/work-git.js';
import { readBoundedFile } from '../../src/git/read-bounded-file.js';
import { readRefusedCommit, refusedCommitFile, writeRefusedCommit } from '../../src/git/refused-commit-file.js';
import { openRepository } from '../../src/git/repository.js';
import { temporaryRepository, type TemporaryRepository } from '../support/temporary-repository.js';

const untracked = ['ls-files', '--others', '--exclude-standard'];

describe('a named pipe where git reads a file', () => {
  let repo: TemporaryRepository;
  const home = (): string => repo.environment['HOME'] as string;
  const inGit = (name: string): string => join(repo.root, '.git', name);
  const pipe = (path: string): string => {
    mkdirSync(dirname(path), { recursive: true });
    rmSync(path, { force: true });
    execFileSync('mkfifo', [path]);
    return path;
  };
  const config = (text: string): void => appendFileSync(join(home(), 'gitconfig'), text);
  beforeEach(() => {
    repo = temporaryRepository();
    repo.write('src/a.txt', 'a');
    repo.commit('first');
    repo.write('src/b.txt', 'b');
  });
  afterEach(() => repo.remove());

  const use = async (): Promise<void> => {
    const repository = await openRepository(repo.root, { environment: repo.environment });
    try {
      await repository.git.run(untracked);
      await repository.git.run(['diff-index', '--raw', 'HEAD', '--', 'src']);
    } finally {
      repository.close();
    }
  };

  const places: Readonly<Record<string, () => string>> = {
    'core.excludesFile': () => {
      config('[core]\n\texcludesFile = ~/"x"\n[core] excludesFile = "~/pipe"\n');
      return pipe(join(home(), 'pipe'));
    },
    'include.path': () => {
      config('[include]\n\tpath = more\n');
      writeFileSync(join(home(), 'more'), '[includeIf "gitdir:**"]\n\tpath = pipe\n');
      return pipe(join(home(), 'pipe'));
    },
    'the user’s configuration': () => pipe(join(home(), 'gitconfig')),
    'the user’s excludes': () => pipe(join(home(), 'git', 'ignore')),
    'the repository’s configuration': () => pipe(inGit('config')),
    '.gitignore': () => pipe(join(repo.root, '.gitignore')),
    'src/.gitignore': () => pipe(join(repo.root, 'src', '.gitignore')),
    '.git/info/exclude': () => pipe(inGit('info/exclude')),
    '.git/MERGE_HEAD': () => pipe(inGit('MERGE_HEAD')),
    '.git/HEAD': () => pipe(inGit('HEAD')),
    '.git/index': () => pipe(inGit('index')),
    '.git/refs/heads/main': () => pipe(inGit('refs/heads/main')),
    '.git/objects/info/alternates': () => pipe(inGit('objects/info/alternates')),
  };
  for (const [name, place] of Object.entries(places)) {
    it(`is named, and nobody waits: ${name}`, async () => {
      const path = place();
      const start = Date.now();
      await assert.rejects(use(), (error) => {
        assert.ok(error instanceof GitError);
        assert.equal(error.kind, 'blocked');
        assert.ok(
          error.sentence.startsWith(`Git waits forever for ${path}, because that is no plain file`),
          error.sentence,
        );
        assert.match(error.sentence, /Delete it or move it away, then try again\./);
        const setting = /^(?:core|include)\.(\w+)$/.exec(name)?.[0].toLowerCase();
        if (setting !== undefined)
          assert.ok(error.sentence.includes(` take away the setting that names it, ${setting} in `));
        return true;
      });
      // Five seconds are promised; a machine with much else to do takes longer for all that comes before.
      assert.ok(Date.now() - start < 15_000);
    });
  }

  it('is found for .gitattributes too, in a linked worktree, and from below', async () => {
    const linked = join(home(), 'linked');
    repo.git('worktree', 'add', '-q', linked);
    const found = async (folder: string): Promise<string> =>
      (await findBlockingFile(folder, { ...repo.environment, GIT_CONFIG_GLOBAL: undefined }))?.sentence ?? 'nothing';
    assert.equal(await found(join(linked, 'src')), 'nothing');
    const attributes = pipe(join(linked, 'src', '.gitattributes'));
    assert.ok((await found(join(linked, 'src'))).includes(attributes));
    rmSync(attributes);
    const shared = pipe(inGit('packed-refs'));
    assert.ok((await found(linked)).includes(shared));
    rmSync(shared);
    const { environment } = repo;
    const byVariable = { ...environment, GIT_DIR: inGit(''), GIT_WORK_TREE: repo.root, XDG_CONFIG_HOME: undefined };
    assert.equal(await findBlockingFile(home(), byVariable), undefined);
    assert.equal(await findBlockingFile(home(), { ...environment, GIT_DIR: '/nowhere' }), undefined);
    assert.equal(await findBlockingFile('/', { ...environment, HOME: undefined }), undefined);
  });

  it('takes the null device for an empty file, and others for none', async () => {
    config('[core]\n\texcludesFile = /dev/null\n');
    assert.equal(await findBlockingFile(repo.root, repo.environment), undefined);
    config('[core]\n\tattributesFile = /dev/tty\n');
    assert.match((await findBlockingFile(repo.root, repo.environment))?.sentence ?? '', /forever for \/dev\/tty, /);
  });

  it('ends a git that changes the repository as well', async () => {
    const path = pipe(inGit('index'));
    const git = openWorkGit(openGit(repo.root, { environment: repo.environment }), false);
    await assert.rejects(git(['add', '-A']), (error) => error instanceof GitError && error.sentence.includes(path));
  });

  it('is no attestation, no refusal, and nothing to copy', async () => {
    assert.equal(await readBoundedFile(pipe(join(home(), 'pipe')), 100), undefined);
    pipe(inGit('pm-zone/word.json'));
    assert.deepEqual(await readAttestations(inGit('')), []);
    pipe(inGit(refusedCommitFile));
    assert.equal(await readRefusedCommit(inGit('')), undefined);
    pipe(inGit(`${refusedCommitFile}.new`));
    writeRefusedCommit(inGit(''), { at: 1, points: [{ message: 'x' }] });
    assert.deepEqual(await readRefusedCommit(inGit('')), { at: 1, points: [{ message: 'x' }] });
    await assert.rejects(openWorkDisk().copy(Buffer.from(join(home(), 'pipe')), Buffer.from(join(home(), 'copy'))), {
      code: 'EINVAL',
    });
  });

  /** The processes whose command line has this repository in it. */
  const left = (): readonly string[] =>
    execFileSync('ps', ['-A', '-o', 'stat=,args='], { encoding: 'utf8' })
      .split('\n')
      .filter((line) => line.includes(`-C ${repo.root} `) && !line.startsWith('Z'));
  const until = async (done: () => boolean): Promise<void> => {
    for (const start = Date.now(); !done() && Date.now() - start < 10_000;) {
      await new Promise((fulfil) => setTimeout(fulfil, 50));
    }
  };

  for (const signal of ['SIGKILL', 'SIGTERM', 'SIGINT'] as const) {
    it(`leaves no git behind when we are ended by ${signal}`, async () => {
      pipe(inGit('MERGE_HEAD'));
      pipe(join(repo.root, '.gitignore'));
      const script = `const { openRepository } = require(${JSON.stringify(require.resolve('../../src/git/repository.js'))});
        const { openGit } = require(${JSON.stringify(require.resolve('../../src/git/git.js'))});
        openRepository(process.argv[1]).catch(() => 0);
        openGit(process.argv[1]).run(${JSON.stringify(untracked)}).catch(() => 0);`;
      const child = spawn(process.execPath, ['-e', script, repo.root], { env: repo.environment, stdio: 'ignore' });
      await until(() => left().length >= 2);
      assert.ok(left().length >= 2, left().join('\n'));
      // By then somebody looks after them.
      await new Promise((fulfil) => setTimeout(fulfil, 1500));
      child.kill(signal);
      await until(() => left().length === 0);
      assert.deepEqual(left(), []);
    });
  }
});

describe('a process that ends with us', () => {
  it('is left alone where it has ended, and on Windows', async () => {
    const child = spawn('sleep', ['20'], { stdio: 'ignore' });
    const id = child.pid as number;
    endWithUs(id)();
    endWithUs(id, 0, 'win32')();
    watchChild({ pid: undefined }, { folder: '/', environment: {}, onBlocked: () => assert.fail() })();
    await new Promise((fulfil) => setTimeout(fulfil, 500));
    assert.equal(isProcessRunning(id), true);
    child.kill();
  });

  it('needs nobody to end it where it was over before we heard of it', async () => {
    const child = spawn('true', { stdio: 'ignore' });
    const onBlocked = (): void => assert.fail();
    const unwatch = watchChild(child, { folder: '/', environment: {}, onBlocked });
    const ended = new Promise((fulfil) => child.on('exit', fulfil)).then(unwatch);
    for (const start = Date.now(); Date.now() - start < 1200;);
    await ended;
    await new Promise((fulfil) => setTimeout(fulfil, 200));
    const shells = execFileSync('ps', ['-A', '-o', 'args='], { encoding: 'utf8' }).split('\n');
    assert.deepEqual(
      shells.filter((line) => line.endsWith(` sh ${child.pid} 0`)),
      [],
    );
  });

  it('is looked at again where nothing was in its way at first', async () => {
    const repository = temporaryRepository();
    const child = spawn('sleep', ['20'], { stdio: 'ignore' });
    const environment = { ...repository.environment };
    const found = new Promise<GitError>((fulfil) => {
      const unwatch = watchChild(child, {
        folder: repository.root,
        environment,
        onBlocked: (error) => {
          unwatch();
          fulfil(error);
        },
      });
    });
    await new Promise((fulfil) => setTimeout(fulfil, 2500));
    const path = join(repository.root, '.gitignore');
    execFileSync('mkfifo', [path]);
    assert.ok((await found).sentence.includes(path));
    child.kill();
    repository.remove();
  });

  it('gets its grace, then ends with its group', async () => {
    const group = spawn('sh', ['-c', 'sleep 20; sleep 20'], { stdio: 'ignore', detached: true });
    const id = group.pid as number;
    const script = `require(${JSON.stringify(require.resolve('../../src/git/process/end-with-us.js'))}).endWithUs(-${id}, 2);
      setTimeout(() => process.exit(), 200);`;
    const start = Date.now();
    await new Promise((fulfil) => spawn(process.execPath, ['-e', script], { stdio: 'ignore' }).on('exit', fulfil));
    assert.equal(isProcessRunning(id), true);
    await new Promise((fulfil) => group.on('exit', fulfil));
    assert.ok(Date.now() - start > 1500);
  });
});
