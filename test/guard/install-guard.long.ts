import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { guardEvents } from '../../src/guard/guard-outcome.js';
import { keptHookName } from '../../src/guard/hooks/render-hook.js';
import {
  createGuardedRepository,
  locked,
  withGuardTools,
  type GuardedRepository,
} from '../support/guarded-repository.js';
import { pilotRepository } from '../support/pilot-repository.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

const lockedLine = /^Not committed: src\/auth\/login\.ts is locked: /;

describe('the guard', function () {
  this.timeout(180_000);
  const made: TemporaryRepository[] = [];
  after(() => made.forEach((repository) => repository.remove()));
  const fresh = (): GuardedRepository => {
    const repository = createGuardedRepository();
    made.push(repository);
    return repository;
  };
  const home = (repository: GuardedRepository): string => repository.environment['HOME'] as string;
  const hooksOf = (repository: GuardedRepository): string => join(repository.root, '.git', 'hooks');
  const script = (place: string, text: string, mode = 0o755): void => {
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, `#!/bin/sh\n${text}\n`);
    chmodSync(place, mode);
  };
  const refusal = async (repository: GuardedRepository, words: RegExp, action = 'install'): Promise<void> => {
    const { code, stdout, stderr } = await repository.guard(action);
    assert.equal(code, 2, stdout);
    assert.equal(stdout, '');
    assert.match(stderr, words);
    assert.equal(stderr.split('\n').length, 2, 'one sentence');
    assert.equal(existsSync(repository.userFolder), false, 'nothing was done');
  };
  const isOn = async (repository: GuardedRepository): Promise<boolean> => (await repository.guard('status')).code === 0;

  describe('in an unsafe place', () => {
    it('bears spaces, quotes and dollars in names, and a repository that moves', async () => {
      const repository = fresh();
      const odd = join(home(repository), `it's a "$HOME" \`folder\` \\ 100%`);
      mkdirSync(odd);
      renameSync(repository.root, join(odd, 'work'));
      Object.assign(repository.environment, { XDG_DATA_HOME: odd });
      const installed = await repository.guard('install', join(odd, 'work'));
      assert.equal(installed.code, 0, installed.stderr);
      const told = (root: string): string => {
        writeFileSync(join(root, locked), 'x\n');
        return repository.run('git', ['commit', '-a', '-m', 'x'], { cwd: root }).firstLine;
      };
      assert.match(told(join(odd, 'work')), lockedLine);
      renameSync(join(odd, 'work'), join(odd, 'moved'));
      assert.match(told(join(odd, 'moved')), lockedLine);
      // Before a folder of hooks it bears the same.
      repository.run('git', ['config', '--global', 'core.hooksPath', join(odd, 'others')], { cwd: odd });
      const again = await repository.guard('install', join(odd, 'moved'));
      assert.equal(again.code, 0, again.stderr);
      assert.match(told(join(odd, 'moved')), lockedLine);
    });

    it('says that a line break in a folder’s name is too much', async () => {
      const repository = fresh();
      const odd = join(home(repository), 'a\nb');
      mkdirSync(odd);
      renameSync(repository.root, join(odd, 'work'));
      const { code, stderr } = await repository.guard('install', join(odd, 'work'));
      assert.equal(code, 2);
      assert.match(stderr, /has a line break in it\. Rename that folder\.$/m);
      renameSync(join(odd, 'work'), repository.root);
      Object.assign(repository.environment, { XDG_DATA_HOME: odd });
      await refusal(repository, /has a line break in its name\. Set XDG_DATA_HOME to another folder/);
      Object.assign(repository.environment, { XDG_DATA_HOME: join(home(repository), 'data') });
      repository.git('config', 'core.hooksPath', join(odd, 'hooks'));
      await refusal(repository, /The folder of hooks that git runs has a line break in its name/);
    });

    it('writes through no link out of the repository', async () => {
      const repository = fresh();
      const outside = join(home(repository), 'shared');
      script(join(outside, 'pre-commit'), 'echo ran >> .git/ran');
      symlinkSync(outside, hooksOf(repository));
      assert.equal((await repository.guard('install')).code, 0);
      assert.deepEqual(readdirSync(outside), ['pre-commit']);
      assert.match(repository.tryLocked().firstLine, lockedLine);
      assert.equal(repository.tryEditable().code, 0);
      assert.equal(readFileSync(join(repository.root, '.git/ran'), 'utf8'), 'ran\n');
      await repository.guard('remove');
      assert.equal(repository.git('config', '--list', '--local').includes('include'), false);
    });

    it('does nothing in a repository that git does not trust', async () => {
      const repository = fresh();
      Object.assign(repository.environment, { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' });
      for (const action of ['install', 'remove', 'status'])
        await refusal(repository, /belongs to another user of this computer/, action);
      assert.equal(existsSync(hooksOf(repository)), false);
    });

    it('keeps its own files where no commit can change them', async () => {
      const repository = fresh();
      for (const folder of [repository.root, join(repository.root, 'data')]) {
        Object.assign(repository.environment, { XDG_DATA_HOME: folder });
        await refusal(repository, /lies inside this repository, where a commit could change it\. Set XDG_DATA_HOME/);
      }
      assert.equal(repository.git('status', '--porcelain'), '');
    });

    it('takes back what it could not finish', async () => {
      // Git cannot write its configuration: another program has it open.
      const repository = fresh();
      repository.git('config', 'core.hooksPath', join(home(repository), 'others'));
      writeFileSync(join(repository.root, '.git', 'config.lock'), '');
      await refusal(repository, /^pm-zone: Git failed and said: /);
      rmSync(join(repository.root, '.git', 'config.lock'));
      assert.match((await repository.guard('status')).stdout, /^The commit guard is off\./);
      assert.equal(repository.git('config', '--list', '--local').includes('include'), false);

      // Where it was on before, it stays on.
      assert.equal((await repository.guard('install')).code, 0);
      repository.git('config', '--unset-all', 'includeIf.gitdir:**.path');
      writeFileSync(join(repository.root, '.git', 'config.lock'), '');
      assert.equal((await repository.guard('install')).code, 2);
      rmSync(join(repository.root, '.git', 'config.lock'));
      assert.equal((await repository.guard('install')).code, 0);
      assert.match(repository.tryLocked().firstLine, lockedLine);
    });

    it('says what the disk does not allow, and has done nothing', async () => {
      const repository = fresh();
      writeFileSync(join(home(repository), 'file'), '');
      Object.assign(repository.environment, { XDG_DATA_HOME: join(home(repository), 'file') });
      await refusal(repository, /^pm-zone: The disk did not allow it \(.*\)\. Check that you may write there/);
      assert.equal(existsSync(hooksOf(repository)), false);
    });
  });

  describe('with hooks that cannot be kept', () => {
    it('touches neither of two that stand in one place', async () => {
      const repository = fresh();
      script(join(hooksOf(repository), 'commit-msg'), 'exit 0');
      script(join(hooksOf(repository), keptHookName('commit-msg')), 'exit 1');
      await refusal(
        repository,
        /There are two hooks of which only one can run after the guard: .*commit-msg and .*commit-msg\.before-pm-zone\./,
      );
      assert.deepEqual(readdirSync(hooksOf(repository)).sort(), ['commit-msg', 'commit-msg.before-pm-zone']);
      assert.equal((await repository.guard('remove')).code, 0);
      assert.deepEqual(readdirSync(hooksOf(repository)).sort(), ['commit-msg', 'commit-msg.before-pm-zone']);
    });

    it('takes the same hook twice for one', async () => {
      const repository = fresh();
      for (const name of ['pre-commit', keptHookName('pre-commit')]) script(join(hooksOf(repository), name), 'exit 7');
      assert.equal((await repository.guard('install')).code, 0);
      assert.equal(repository.tryEditable().code, 1);
      await repository.guard('remove');
      assert.deepEqual(readdirSync(hooksOf(repository)), ['pre-commit']);
    });

    it('does nothing where something else than a file stands', async () => {
      for (const make of [
        (place: string) => mkdirSync(place, { recursive: true }),
        (place: string) => {
          mkdirSync(dirname(place), { recursive: true });
          fresh().run('mkfifo', [place]);
        },
      ]) {
        const repository = fresh();
        make(join(hooksOf(repository), 'pre-commit'));
        await refusal(repository, /pre-commit is no file, so no hook can stand there\. Move it away/);
      }
    });

    it('does not stand before hooks that change git by being there', async () => {
      const repository = fresh();
      script(join(home(repository), 'others', 'reference-transaction'), 'exit 0');
      repository.git('config', 'core.hooksPath', join(home(repository), 'others'));
      await refusal(repository, /The hook reference-transaction in .*others cannot be kept/);
      assert.equal(repository.git('config', 'core.hooksPath'), join(home(repository), 'others'));

      const own = fresh();
      for (const name of ['reference-transaction', 'pre-commit']) script(join(hooksOf(own), name), 'basename "$0"');
      await refusal(own, /The hook reference-transaction in .*hooks cannot be kept .* goes by what it is called, so/);
      assert.deepEqual(readdirSync(hooksOf(own)).sort(), ['pre-commit', 'reference-transaction']);
    });

    it('says what counts more than it does', async () => {
      const repository = fresh();
      Object.assign(repository.environment, {
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: 'core.hooksPath',
        GIT_CONFIG_VALUE_0: '/nowhere',
      });
      await refusal(repository, /^pm-zone: Git was started with a folder of hooks of its own/);
      Object.assign(repository.environment, { GIT_CONFIG_COUNT: '0' });
      const config = join(repository.root, '.git', 'config');
      const text = `[includeIf "gitdir:**"]\n\tpath = theirs\n${readFileSync(config, 'utf8')}[core]\n\thooksPath = /nowhere\n`;
      writeFileSync(config, text);
      await refusal(repository, /^pm-zone: Another setting of git’s core\.hooksPath counts more/);
      assert.equal(readFileSync(config, 'utf8'), text);
    });
  });

  describe('and the hook that was there', () => {
    it('decides by its exit code, after the guard', async () => {
      const repository = fresh();
      script(join(hooksOf(repository), 'pre-commit'), 'echo "says no" >&2; cat >&2; exit 42');
      await repository.guard('install');
      const mine = repository.tryEditable();
      assert.equal(mine.code, 1);
      assert.equal(mine.stderr, 'says no\n');
      assert.doesNotMatch(repository.tryLocked().stderr, /says no/, 'the guard’s words come first');
      const { status } = await import('node:child_process').then(({ spawnSync }) =>
        spawnSync(join(hooksOf(repository), 'pre-commit'), { cwd: repository.root, env: repository.environment }),
      );
      assert.equal(status, 42);
      assert.deepEqual(
        readdirSync(join(repository.root, '.git')).filter((name) => name.includes('pm-zone-')),
        [],
        'nothing is left behind',
      );
    });

    it('cannot change what is committed unseen', async () => {
      const repository = fresh();
      script(join(hooksOf(repository), 'pre-commit'), `echo 'slipped in' >> ${locked}; git add ${locked}`);
      await repository.guard('install');
      assert.match(repository.tryEditable().firstLine, lockedLine);

      const other = fresh();
      script(join(hooksOf(other), 'commit-msg'), 'echo "Mend" > "$1"');
      await other.guard('install');
      other.write('src/other/readme.md', 'x\n');
      other.git('add', '-A');
      const told = other.commitWith(['-m', 'Mend', '-m', 'Co-authored-by: Erin <erin@example.com>']);
      assert.equal(told.code, 1);
      assert.match(told.stderr, /^Not committed: src\/other\/readme\.md needs an engineer/m);
    });

    it('writes no key into a message that was plain', async () => {
      const repository = fresh();
      script(
        join(hooksOf(repository), 'commit-msg'),
        `echo "${'gh' + 'p_'}aB3dE5gH7jK9mN2pQ4rS6tU8vW1xY0zA5bC7" >> "$1"`,
      );
      await repository.guard('install');
      repository.write('src/home/note.md', 'own\n');
      repository.git('add', '-A');
      const told = repository.commitWith(['-m', 'x']);
      assert.equal(told.code, 1);
      assert.match(told.stderr, /^Not committed: line \d of the commit’s message has what looks like a GitHub token/m);
      script(join(hooksOf(repository), 'commit-msg'), 'echo "Ref 12" >> "$1"');
      assert.equal(repository.commitWith(['-m', 'x']).code, 0);
    });

    it('may be gone when the guard goes', async () => {
      const repository = fresh();
      script(join(hooksOf(repository), 'pre-commit'), 'exit 0');
      await repository.guard('install');
      rmSync(join(hooksOf(repository), 'pre-commit'));
      assert.match(
        (await repository.guard('status')).stdout,
        /^The commit guard no longer runs, because pre-commit in .* was replaced or taken away/,
      );
      await repository.guard('install');
      assert.equal(await isOn(repository), true);
      rmSync(join(hooksOf(repository), 'pre-commit'));
      await repository.guard('remove');
      assert.deepEqual(readdirSync(hooksOf(repository)), ['pre-commit'], 'the own hook is back');
    });

    it('may have come after the guard', async () => {
      const repository = fresh();
      await repository.guard('install');
      script(join(hooksOf(repository), 'pre-commit'), 'exit 0');
      assert.equal(await isOn(repository), false);
      await repository.guard('remove');
      assert.deepEqual(readdirSync(hooksOf(repository)), ['pre-commit']);
      await repository.guard('install');
      assert.match(repository.tryLocked().firstLine, lockedLine);
    });
  });

  describe('and tools that write hooks anew', () => {
    const generated = '# File generated by pre-commit: https://pre-commit.com';

    it('is run by pre-commit, which took it for an own hook', async () => {
      const repository = fresh();
      const at = join(hooksOf(repository), 'pre-commit');
      // What pre-commit writes where a hook stands: it runs that one first.
      const migrate = (): void => {
        if (existsSync(at)) renameSync(at, `${at}.legacy`);
        script(at, `${generated}\n[ ! -x "$0.legacy" ] || "$0.legacy" "$@" || exit; echo tool >> .git/ran`);
      };
      script(at, 'echo own >> .git/ran');
      await repository.guard('install');
      migrate();
      assert.equal(await isOn(repository), true);
      assert.match(repository.tryLocked().firstLine, lockedLine);
      assert.equal(repository.tryEditable().code, 0);
      assert.equal(readFileSync(join(repository.root, '.git/ran'), 'utf8'), 'own\ntool\n');
      assert.equal((await repository.guard('install')).code, 0);
      await repository.guard('remove');
      assert.deepEqual(readdirSync(hooksOf(repository)).sort(), ['pre-commit', 'pre-commit.legacy']);
      assert.equal(readFileSync(`${at}.legacy`, 'utf8'), '#!/bin/sh\necho own >> .git/ran\n');

      // The other way round: it was there first, and is not run twice.
      rmSync(`${at}.legacy`);
      rmSync(join(repository.root, '.git/ran'));
      await repository.guard('install');
      migrate();
      assert.equal(await isOn(repository), true);
      assert.equal(repository.tryEditable().code, 0);
      assert.equal(readFileSync(join(repository.root, '.git/ran'), 'utf8'), 'tool\n');
      await repository.guard('remove');
      assert.deepEqual(readdirSync(hooksOf(repository)), ['pre-commit']);

      // And where nothing was there.
      rmSync(at);
      await repository.guard('install');
      migrate();
      await repository.guard('remove');
      assert.deepEqual(readdirSync(hooksOf(repository)), ['pre-commit']);
    });

    it('is written over in one repository at most where it stands before a folder', async () => {
      const repository = fresh();
      const folder = join(home(repository), 'others');
      script(join(folder, 'pre-commit'), 'echo company >> .git/ran');
      repository.git('config', '--global', 'core.hooksPath', folder);
      const other = withGuardTools({ ...pilotRepository(), environment: repository.environment });
      made.push(other);
      for (const each of [repository, other]) assert.equal((await each.guard('install')).code, 0);

      // What “make hooks” does, or lefthook by force.
      const place = repository.git('rev-parse', '--git-path', 'hooks');
      assert.notEqual(place, other.git('rev-parse', '--git-path', 'hooks'));
      renameSync(join(place, 'pre-commit'), join(place, 'pre-commit.old'));
      script(join(place, 'pre-commit'), 'echo tool >> .git/ran');
      assert.equal(await isOn(repository), false);
      assert.equal(await isOn(other), true);
      assert.match(other.tryLocked().firstLine, lockedLine);
      assert.equal(other.tryEditable().code, 0);
      assert.equal(readFileSync(join(other.root, '.git/ran'), 'utf8'), 'company\n');

      // It is kept, and runs where git would have run it.
      assert.equal((await repository.guard('install')).code, 0);
      assert.match(
        (await repository.guard('status')).stdout,
        /pre-commit: an own hook in .*pre-commit\.before-pm-zone runs as well/,
      );
      assert.match(repository.tryLocked().firstLine, lockedLine);
      assert.equal(repository.tryEditable().code, 0);
      assert.equal(readFileSync(join(repository.root, '.git/ran'), 'utf8'), 'tool\n');
      script(join(place, 'pre-commit'), 'echo newer >> .git/ran');
      assert.equal((await repository.guard('install')).code, 0);
      assert.equal(repository.tryEditable().code, 0);
      assert.equal(readFileSync(join(repository.root, '.git/ran'), 'utf8'), 'tool\nnewer\n');
      for (const each of [repository, other]) await each.guard('remove');
      assert.deepEqual(readdirSync(place), ['pre-commit.before-pm-zone'], 'nobody’s work is deleted');
    });

    it('moves out of the folder that all repositories had together', async () => {
      const repository = fresh();
      repository.git('config', 'core.hooksPath', join(home(repository), 'others'));
      script(join(home(repository), 'others', 'pre-commit'), 'echo company >> .git/ran');
      await repository.guard('install');
      const shared = join(repository.userFolder, 'hooks');
      const place = repository.git('rev-parse', '--git-path', 'hooks');
      for (const name of readdirSync(place)) renameSync(join(place, name), join(shared, name));
      writeFileSync(join(repository.root, '.git/pm-zone/guard.config'), `[core]\n\thooksPath = "${shared}"\n`);
      assert.match(repository.tryLocked().firstLine, lockedLine);
      assert.match((await repository.guard('status')).stdout, /^The commit guard is incomplete: another version of PM/);
      assert.equal((await repository.guard('install')).code, 0);
      assert.equal(repository.git('rev-parse', '--git-path', 'hooks'), place);
      assert.match(repository.tryLocked().firstLine, lockedLine);
      assert.equal(repository.tryEditable().code, 0);
      assert.equal(readFileSync(join(repository.root, '.git/ran'), 'utf8'), 'company\n');
      await repository.guard('remove');
      assert.equal(existsSync(repository.userFolder), false);
    });

    it('is put aside by lefthook, and comes back', async () => {
      const repository = fresh();
      const at = join(hooksOf(repository), 'pre-commit');
      const anew = (version: number): void => {
        if (existsSync(at)) renameSync(at, `${at}.old`);
        script(at, `call_lefthook() { echo ${version} >> .git/ran; }\ncall_lefthook`);
      };
      script(at, 'call_lefthook() { echo 1 >> .git/ran; }\ncall_lefthook');
      await repository.guard('install');
      anew(2);
      assert.equal(await isOn(repository), false);
      await repository.guard('install');
      assert.equal(repository.tryEditable().code, 0);
      assert.equal(readFileSync(join(repository.root, '.git/ran'), 'utf8'), '2\n');
      assert.deepEqual(readdirSync(hooksOf(repository)).sort(), [...guardEvents, keptHookName('pre-commit')].sort());
      anew(3);
      await repository.guard('remove');
      assert.deepEqual(readdirSync(hooksOf(repository)), ['pre-commit']);
      assert.match(readFileSync(at, 'utf8'), /echo 3/);
    });
  });

  describe('and what it runs with', () => {
    const runtimes = (repository: GuardedRepository): string => join(repository.userFolder, 'runtimes');
    const lines = (repository: GuardedRepository): string[] =>
      readFileSync(runtimes(repository), 'utf8').split('\n').filter(Boolean);

    it('is the editor’s own Node before the recorded one', async () => {
      const repository = fresh();
      await repository.guard('install');
      const editor = join(home(repository), 'Code Helper (Plugin)');
      script(editor, `echo "as $ELECTRON_RUN_AS_NODE" >> .git/ran; exec '${process.execPath}' "$@"`);
      writeFileSync(runtimes(repository), `editor=${editor}\n${lines(repository).join('\n')}\n`);
      assert.match(
        (await repository.guard('status')).stdout,
        /runs with the editor’s own Node: .*Code Helper \(Plugin\)/,
      );
      assert.match(repository.tryLocked().firstLine, lockedLine);
      assert.equal(readFileSync(join(repository.root, '.git/ran'), 'utf8'), 'as 1\n');
      await repository.guard('install');
      assert.equal(lines(repository)[0], `editor=${editor}`, 'the command line leaves it');
      rmSync(editor);
      assert.match(repository.tryLocked().firstLine, lockedLine);
    });

    it('is a Node on the PATH at last, if it is new enough', async () => {
      const repository = fresh();
      await repository.guard('install');
      const program = lines(repository).find((line) => line.startsWith('program='));
      writeFileSync(runtimes(repository), `node=/nowhere/node\n${program ?? ''}\n`);
      const folder = join(home(repository), 'bin');
      script(join(folder, 'node'), `exec '${process.execPath}' "$@"`);
      const environment = { PATH: `${folder}:/bin:/usr/bin` };
      assert.match(repository.tryLocked({ environment }).firstLine, lockedLine);
      Object.assign(repository.environment, { PATH: `:${folder}:${process.env['PATH'] ?? ''}` });
      assert.match((await repository.guard('status')).stdout, new RegExp(`runs with Node: ${folder}/node`));
      script(join(folder, 'node'), 'echo v18.20.1');
      const { code, firstLine } = repository.tryLocked({ environment: { PATH: `${folder}:/bin:/usr/bin` } });
      assert.equal(code, 1);
      assert.match(
        firstLine,
        /^Not committed: PM Zone's commit guard found nothing to run with, neither VS Code nor Node 20 or later\./,
      );
    });

    it('is said where there is none', async () => {
      const repository = fresh();
      await repository.guard('install');
      writeFileSync(
        runtimes(repository),
        lines(repository)
          .filter((line) => line.startsWith('program='))
          .join('\n') + '\n',
      );
      const tools = join(home(repository), 'tools');
      mkdirSync(tools);
      for (const name of ['git', 'sh', 'rm', 'grep']) {
        symlinkSync(repository.run('sh', ['-c', `command -v ${name} >&2`]).firstLine, join(tools, name));
      }
      Object.assign(repository.environment, { PATH: tools });
      const { stdout, code } = await repository.guard('status');
      assert.equal(code, 0);
      assert.match(
        stdout,
        /^The commit guard is on, but refuses every commit, because neither VS Code nor Node is where it was\./,
      );
      repository.git('commit', '-q', '--allow-empty', '--no-verify', '-m', 'x');
      assert.match(
        repository.commitWith(['--allow-empty', '-m', 'x']).firstLine,
        /^Not committed: .* found nothing to run with/,
      );
    });

    it('survives an update of the extension, and says when PM Zone is gone', async () => {
      const repository = fresh();
      await repository.guard('install');
      const extensions = join(home(repository), 'ext-1', 'extensions');
      const [program = ''] = lines(repository).filter((line) => line.startsWith('program='));
      const place = join(extensions, 'pm-zone.pm-zone-0.9.0', 'dist', 'pm-zone.js');
      mkdirSync(dirname(place), { recursive: true });
      symlinkSync(program.slice('program='.length), place);
      writeFileSync(
        runtimes(repository),
        `node=${process.execPath}\nprogram=${place.replace('0.9.0', '0.8.0')}\nprogram=/nowhere/pm-zone.js`,
      );
      assert.match(repository.tryLocked().firstLine, lockedLine);
      assert.match((await repository.guard('status')).stdout, /^The commit guard is on: /);
      rmSync(extensions, { recursive: true });
      assert.match(
        (await repository.guard('status')).stdout,
        /^The commit guard is on, but refuses every commit, because PM Zone itself is no longer where it was\. Run/,
      );
      assert.match(
        repository.tryLocked().firstLine,
        /^Not committed: PM Zone's commit guard is on here, but PM Zone itself is gone .* turn the guard off with: rm '.git\/hooks\/commit-msg' '.git\/hooks\/pre-applypatch' .* '.git\/hooks\/prepare-commit-msg'$/,
      );
      repository.git('config', 'core.hooksPath', '/nowhere');
      await repository.guard('install');
      writeFileSync(runtimes(repository), `node=${process.execPath}\n`);
      const { firstLine } = repository.tryLocked();
      assert.match(firstLine, /turn the guard off with: git config --unset-all/);
      const [, off = ''] = /with: (.*)$/.exec(firstLine) ?? [];
      assert.equal(repository.run('sh', ['-c', off]).code, 0);
      assert.equal(repository.tryLocked().code, 0);
      rmSync(runtimes(repository));
      assert.equal(await isOn(repository), false);
    });

    it('refuses when it stops without an answer', async () => {
      const repository = fresh();
      await repository.guard('install');
      script(join(home(repository), 'node'), 'exit 139');
      writeFileSync(runtimes(repository), `node=${join(home(repository), 'node')}\n${lines(repository)[1] ?? ''}\n`);
      const { code, firstLine } = repository.tryEditable();
      assert.equal(code, 1);
      assert.match(firstLine, /^Not committed: PM Zone's commit guard stopped before it had an answer \(code 139\)\./);
    });

    it('takes no setting of Node’s from around', async () => {
      const repository = fresh();
      await repository.guard('install');
      const environment = { NODE_OPTIONS: '--require /nowhere/debugger.js' };
      assert.match(repository.tryLocked({ environment }).firstLine, lockedLine);
    });
  });

  describe('and its state', () => {
    it('is said in plain words and as data', async () => {
      const repository = fresh();
      script(join(hooksOf(repository), 'pre-commit'), 'exit 0');
      const before = await repository.guard('status', undefined, '--format', 'json');
      assert.equal(before.code, 1);
      assert.deepEqual(before.json, [
        {
          on: false,
          reason: 'not-installed',
          sentence: 'The commit guard is off. Turn it on with pm-zone guard install.',
          folder: hooksOf(repository),
          chain: [{ event: 'pre-commit', what: 'an own hook', place: join(hooksOf(repository), 'pre-commit') }],
          guidance:
            'The guard is guidance: git commit --no-verify gets round it. The control is the check in CI under the branch rules of GitHub or GitLab.',
        },
      ]);
      const { stdout } = await repository.guard('install');
      assert.equal(
        stdout,
        [
          'The commit guard is on: each commit here is reviewed before it is made.',
          `  pre-commit: an own hook in ${join(hooksOf(repository), keptHookName('pre-commit'))} runs as well`,
          `  runs with Node: ${process.execPath}`,
          'The guard is guidance: git commit --no-verify gets round it. The control is the check in CI under the branch rules of GitHub or GitLab.',
          '',
        ].join('\n'),
      );
    });

    it('is that of the hooks that run, whatever folder of the user’s the one who asks has', async () => {
      for (const before of [undefined, 'others']) {
        const repository = fresh();
        if (before !== undefined) repository.git('config', 'core.hooksPath', join(home(repository), before));
        const folder = join(home(repository), "it's here");
        Object.assign(repository.environment, { XDG_DATA_HOME: folder });
        assert.equal((await repository.guard('install')).code, 0);
        Object.assign(repository.environment, { XDG_DATA_HOME: join(home(repository), 'elsewhere') });
        const status = await repository.guard('status');
        assert.equal(status.code, 0, status.stdout);
        assert.match(repository.tryLocked().firstLine, lockedLine);
        rmSync(join(folder, 'pm-zone', 'guard', 'guard.sh'));
        assert.match((await repository.guard('status')).stdout, /^The commit guard cannot run, because its own files/);
        assert.match(repository.tryLocked().firstLine, /its own files are gone from this computer/);
        // Turned on once more it is theirs who ask, and off again nothing of it is left here.
        assert.equal((await repository.guard('install')).code, 0);
        assert.match(repository.tryLocked().firstLine, lockedLine);
        assert.equal((await repository.guard('remove')).code, 0);
        assert.equal(repository.tryLocked().code, 0);
      }
    });

    it('names hooks by configuration, where git has them', async () => {
      const repository = fresh();
      const git = repository.run('sh', ['-c', 'command -v git >&2']).firstLine;
      const folder = join(home(repository), 'new-git');
      script(join(folder, 'git'), `case "$*" in *version) echo git version 2.54.0 ;; *) exec ${git} "$@" ;; esac`);
      Object.assign(repository.environment, { PATH: `${folder}:${process.env['PATH'] ?? ''}` });
      repository.git('config', 'hook.lint.command', 'true');
      repository.git('config', 'hook.lint.event', 'commit-msg');
      const { stdout, json } = await repository.guard('status', undefined, '--format', 'json');
      assert.deepEqual(
        (json as { chain: unknown }[])[0]?.chain,
        [{ event: 'commit-msg', what: 'a hook by configuration (lint)' }],
        stdout,
      );
      assert.match(
        (await repository.guard('status')).stdout,
        /^ {2}commit-msg: a hook by configuration \(lint\) runs$/m,
      );
    });

    it('is off where a file of it was changed', async () => {
      const repository = fresh();
      await repository.guard('install');
      chmodSync(join(hooksOf(repository), 'commit-msg'), 0o644);
      assert.match((await repository.guard('status')).stdout, /because commit-msg in/);
      await repository.guard('install');
      assert.equal(await isOn(repository), true);
      writeFileSync(join(repository.userFolder, 'guard.sh'), 'exit 0\n');
      assert.match(
        (await repository.guard('status')).stdout,
        /^The commit guard cannot run, because its own files were changed or taken away/,
      );
      rmSync(join(repository.userFolder, 'guard.sh'));
      assert.equal(await isOn(repository), false);
      assert.match(
        repository.tryEditable().firstLine,
        /^Not committed: PM Zone’s commit guard is on here, but its own files are gone .* deleting this file: \.git\/hooks\/pre-commit$/,
      );
      await repository.guard('install');
      assert.equal(repository.tryEditable().code, 0);
    });

    it('is off where another folder of hooks is run, or one of its hooks there is gone', async () => {
      const repository = fresh();
      await repository.guard('install');
      repository.git('config', 'core.hooksPath', '/nowhere');
      assert.match((await repository.guard('status')).stdout, /run the hooks in \/nowhere instead \(core\.hooksPath\)/);
      await repository.guard('install');
      assert.equal(await isOn(repository), true);
      rmSync(join(repository.git('rev-parse', '--git-path', 'hooks'), 'commit-msg'));
      assert.match((await repository.guard('status')).stdout, /because commit-msg in .*hooks.* was replaced/);
      await repository.guard('install');
      // Without that setting it goes back beside git's own hooks.
      repository.git('config', '--unset', 'core.hooksPath');
      await repository.guard('install');
      assert.equal(await isOn(repository), true);
      assert.match(repository.tryLocked().firstLine, lockedLine);
      assert.equal(repository.git('config', '--list', '--local').includes('include'), false);
    });

    it('takes git’s own folder by its name for what it is, and an empty name as git does', async () => {
      const repository = fresh();
      repository.git('config', 'core.hooksPath', '.git/hooks');
      await repository.guard('install');
      assert.deepEqual(readdirSync(hooksOf(repository)).sort(), [...guardEvents].sort());
      await repository.guard('remove');
      repository.git('config', 'core.hooksPath', '');
      await repository.guard('install');
      assert.match(repository.tryLocked().firstLine, lockedLine);
      assert.equal(repository.tryEditable().code, 0);
    });

    it('belongs to one repository; the guard’s own files go with the last', async () => {
      const one = fresh();
      const two = fresh();
      Object.assign(two.environment, { HOME: home(one), XDG_DATA_HOME: join(home(one), '.local', 'share') });
      await one.guard('install');
      await two.guard('install');
      await one.guard('remove');
      assert.equal((await one.guard('remove')).code, 0, 'any number of times');
      assert.match(two.tryLocked().firstLine, lockedLine);
      await two.guard('remove');
      assert.equal(existsSync(dirname(one.userFolder)), false);
    });

    it('is incomplete where an older version made it, and install completes it', async () => {
      const repository = fresh();
      await repository.guard('install');
      const complete = readdirSync(hooksOf(repository)).sort();
      for (const event of guardEvents.slice(2)) rmSync(join(hooksOf(repository), event));
      const { code, stdout, json } = await repository.guard('status', undefined, '--format', 'json');
      assert.equal(code, 1, stdout);
      const [{ on, reason, sentence }] = json as [{ on: boolean; reason: string; sentence: string }];
      assert.deepEqual([on, reason], [false, 'incomplete']);
      assert.match(
        sentence,
        /^The commit guard is incomplete: it is not asked at pre-merge-commit, prepare-commit-msg, pre-applypatch and pre-push, .* Run pm-zone guard install again/,
      );
      assert.match(repository.tryLocked().firstLine, lockedLine, 'what it is asked at it still judges');
      assert.equal((await repository.guard('install')).code, 0);
      assert.deepEqual(readdirSync(hooksOf(repository)).sort(), complete);
      assert.equal(await isOn(repository), true);

      // Its own program of another version.
      const shim = join(repository.userFolder, 'guard.sh');
      writeFileSync(shim, readFileSync(shim, 'utf8').replace('# The hook that was', '# That was'));
      assert.match(
        (await repository.guard('status')).stdout,
        /^The commit guard is incomplete: another version of PM Zone made it\. .* Run pm-zone guard install again/,
      );
      await repository.guard('install');
      assert.equal(await isOn(repository), true);
      for (const event of guardEvents.slice(2)) rmSync(join(hooksOf(repository), event));
      await repository.guard('remove');
      assert.equal(existsSync(hooksOf(repository)), false);
    });

    it('still guards by hooks that were made before', async () => {
      const repository = fresh();
      await repository.guard('install');
      const hook = join(hooksOf(repository), 'pre-commit');
      const before = readFileSync(hook, 'utf8').replace(/; set -- (.*); \. "\$g"\n$/, '; exec sh "$g" $1\n');
      assert.match(before, /; exec sh "\$g" beside pre-commit "\$0" "\$@"\n$/);
      writeFileSync(hook, before);
      assert.match(repository.tryLocked().firstLine, lockedLine);
      await repository.guard('install');
      assert.doesNotMatch(readFileSync(hook, 'utf8'), /exec/);
      assert.equal(existsSync(keptHookName(hook)), false);
      assert.match(repository.tryLocked().firstLine, lockedLine);
    });

    it('leaves nothing of a refused commit behind', async () => {
      const repository = fresh();
      await repository.guard('install');
      // The editor is left without a message: pre-commit has passed, commit-msg never runs.
      repository.write('src/home/note.md', 'x\n');
      repository.git('add', '-A');
      assert.equal(repository.run('git', ['commit'], { environment: { GIT_EDITOR: 'false' } }).code, 1);
      assert.equal(existsSync(join(repository.root, '.git', 'pm-zone-judged')), true);
      // What is staged since is judged all the same.
      repository.write('src/other/readme.md', 'x\n');
      repository.git('add', '-A');
      assert.match(repository.commitWith(['-m', 'x']).stderr, /needs an engineer/);
      const left = (): readonly string[] =>
        readdirSync(join(repository.root, '.git')).filter((name) => name.startsWith('pm-zone-'));
      assert.deepEqual(left(), ['pm-zone-refused']);
      await repository.guard('remove');
      assert.deepEqual(left(), []);
      await repository.guard('install');
      repository.git('reset', '-q', '--', 'src/other/readme.md');
      repository.run('git', ['commit'], { environment: { GIT_EDITOR: 'false' } });
      assert.deepEqual(left(), ['pm-zone-judged']);
      await repository.guard('remove');
      assert.deepEqual(left(), []);
    });
  });
});
