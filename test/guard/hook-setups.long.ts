import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { guardEvents } from '../../src/guard/guard-outcome.js';
import { keptHookName, renderHook } from '../../src/guard/hooks/render-hook.js';
import { guardShim } from '../../src/guard/hooks/shim.js';
import { findProgramFolder, findHookTool } from '../support/hook-tools.js';
import {
  createGuardedRepository,
  locked,
  withGuardTools,
  type GuardedRepository,
  type RunOptions,
} from '../support/guarded-repository.js';
import { pilotRepository } from '../support/pilot-repository.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

/** What a place holds, each file with its mode and bytes, each link with where it leads. */
function everything(folder: string, skip: RegExp = /^$/): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !skip.test(name))
    .sort()
    .map((name) => {
      const place = join(folder, name);
      const stats = lstatSync(place);
      if (stats.isSymbolicLink()) return `${name} -> ${readlinkSync(place)}`;
      return stats.isFile() ? `${name} ${stats.mode.toString(8)} ${readFileSync(place, 'latin1')}` : `${name}/`;
    });
}

/** Git's folder without what a commit changes and what PM Zone remembers. */
const changing =
  /^(?:objects|refs|logs|ran$|pm-zone|worktrees\/[^/]+\/logs|.*index|.*COMMIT_EDITMSG|.*ORIG_HEAD|worktrees\/.*\/(?:HEAD|refs))/;

const lockedLine = /^Not committed: src\/auth\/login\.ts is locked: /;

describe('the guard in a repository with', function () {
  this.timeout(240_000);
  const made: TemporaryRepository[] = [];
  after(() => made.forEach((repository) => repository.remove()));
  const fresh = (options?: Parameters<typeof pilotRepository>[0]): GuardedRepository => {
    const repository = createGuardedRepository(options);
    made.push(repository);
    return repository;
  };

  /** On, it refuses and lets pass, and off again everything is as it was, to the byte. */
  async function wholeStory(
    repository: GuardedRepository,
    {
      git = join(repository.root, '.git'),
      ran,
      ...more
    }: RunOptions & { git?: string; ran?: () => readonly string[] } = {},
  ): Promise<void> {
    const root = more.cwd ?? repository.root;
    const ignored = (): string => repository.git('-C', root, 'status', '--porcelain', '--ignored');
    const before = everything(git, changing);
    const tree = ignored();
    assert.equal((await repository.guard('status', root)).code, 1);

    const installed = await repository.guard('install', root);
    assert.equal(installed.code, 0, installed.stderr);
    assert.equal((await repository.guard('install', root)).code, 0, 'any number of times');
    const status = await repository.guard('status', root);
    assert.match(status.stdout, /^The commit guard is on/);
    assert.equal(status.code, 0);
    assert.equal(ignored(), tree, 'nothing in the working tree');

    ran?.();
    const refused = repository.tryLocked(more);
    assert.notEqual(refused.code, 0);
    assert.match(refused.firstLine, lockedLine);
    ran?.();
    const passed = repository.tryEditable(more);
    assert.equal(passed.code, 0, passed.stderr);
    assert.deepEqual(ran?.(), ran && ['pre-commit', 'commit-msg']);

    const removed = await repository.guard('remove', root);
    assert.equal(removed.code, 0, removed.stderr);
    assert.match(removed.stdout, /^The commit guard is off/);
    assert.deepEqual(everything(git, changing), before);
    assert.equal(existsSync(repository.userFolder), false, 'nothing stays in the user’s folder');
    assert.equal(repository.tryLocked(more).code, 0);
  }

  /** Own hooks that write their names down, with the arguments that git gives them; and what they wrote, read once. */
  function notes(
    repository: GuardedRepository,
    folder: string,
    file = join(repository.root, '.git', 'ran'),
  ): () => readonly string[] {
    mkdirSync(folder, { recursive: true });
    for (const name of ['pre-commit', 'commit-msg']) {
      writeFileSync(
        join(folder, name),
        `#!/bin/sh\n[ "$#" = ${name === 'commit-msg' ? 1 : 0} ] && echo ${name} >> '${file}'\n`,
      );
      chmodSync(join(folder, name), 0o755);
    }
    writeFileSync(file, '');
    return () => {
      const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
      writeFileSync(file, '');
      return lines;
    };
  }

  const setups: Readonly<Record<string, (skip: (why: string) => never) => Promise<void>>> = {
    'no hooks': async () => wholeStory(fresh()),

    'own hooks': async () => {
      const repository = fresh();
      await wholeStory(repository, { ran: notes(repository, join(repository.root, '.git', 'hooks')) });
    },

    'own hooks that go by their name': async () => {
      const repository = fresh();
      const hooks = join(repository.root, '.git', 'hooks');
      const file = join(repository.root, '.git', 'ran');
      mkdirSync(hooks, { recursive: true });
      // One program for all of them, which finds its parts beside it, as Overcommit and husky 4 have it.
      writeFileSync(join(hooks, 'parts.sh'), `echo "$(basename "$0")" >> '${file}'\n`);
      writeFileSync(join(hooks, 'all-hooks'), '#!/bin/sh\n. "$(dirname "$0")/parts.sh"\n', { mode: 0o755 });
      symlinkSync('all-hooks', join(hooks, 'pre-commit'));
      writeFileSync(join(hooks, 'commit-msg'), '#!/bin/sh\n. "$(dirname "$0")/parts.sh"\n', { mode: 0o755 });
      // Husky 4 makes one for each hook that it knows.
      writeFileSync(
        join(hooks, 'push-to-checkout'),
        '#!/bin/sh\n# husky\n\n# Created by Husky v4.3.8 (https://github.com/typicode/husky#readme)\n\n. "$(dirname "$0")/husky.sh"\n',
        { mode: 0o755 },
      );
      writeFileSync(file, '');
      const ran = (): readonly string[] => {
        const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
        writeFileSync(file, '');
        return lines;
      };
      await wholeStory(repository, { ran });
      rmSync(join(hooks, 'push-to-checkout'));
      // One that a guard of an older version kept under another name gets its own back.
      for (const event of guardEvents) {
        const at = join(hooks, event);
        if (lstatSync(at, { throwIfNoEntry: false })) renameSync(at, keptHookName(at));
        writeFileSync(at, renderHook(repository.userFolder, 'beside', event), { mode: 0o755 });
      }
      writeFileSync(join(hooks, 'parts.sh'), `echo "$(basename "$0")" >> '${file}'\n`);
      mkdirSync(repository.userFolder, { recursive: true });
      writeFileSync(join(repository.userFolder, 'guard.sh'), guardShim);
      assert.match((await repository.guard('status')).stdout, /^The commit guard is incomplete: another version/);
      assert.equal((await repository.guard('install')).code, 0);
      assert.deepEqual(readdirSync(hooks).sort(), ['all-hooks', 'commit-msg', 'parts.sh', 'pre-commit']);
      // Without them the guard stands in git's folder again.
      for (const name of ['pre-commit', 'commit-msg']) rmSync(join(hooks, name));
      assert.equal((await repository.guard('install')).code, 0);
      assert.match(readFileSync(join(hooks, 'pre-commit'), 'utf8'), /beside pre-commit/);
      assert.equal(repository.git('config', '--list', '--local').includes('includeif'), false);
    },

    husky: async (skip) => {
      const husky = findHookTool('husky');
      if (typeof husky === 'string') return skip(husky);
      const repository = fresh({ files: { '.husky/pre-commit': 'echo husky >> .git/ran\n' } });
      const install = (): void => assert.equal(repository.run(husky.program, husky.args).code, 0);
      install();
      const status = await repository.guard('status');
      assert.match(status.stdout, /pre-commit: husky in .*\.husky\/_\/pre-commit runs$/m);
      await wholeStory(repository);

      // What npm install does: the guard comes after it, whatever it sets.
      await repository.guard('install');
      install();
      assert.equal(repository.git('config', '--local', '--no-includes', 'core.hooksPath'), '.husky/_');
      assert.equal((await repository.guard('status')).code, 0);
      assert.match(repository.tryLocked().firstLine, lockedLine);
      writeFileSync(join(repository.root, '.git/ran'), '');
      assert.equal(repository.tryEditable().code, 0);
      assert.equal(readFileSync(join(repository.root, '.git/ran'), 'utf8'), 'husky\n');

      // A guard that was there before husky still counts after it.
      await repository.guard('remove');
      repository.git('config', '--unset', 'core.hooksPath');
      assert.equal((await repository.guard('install')).code, 0);
      assert.match(repository.tryLocked().firstLine, lockedLine);
      install();
      assert.equal((await repository.guard('status')).code, 0);
      assert.match(repository.tryLocked().firstLine, lockedLine);
      writeFileSync(join(repository.root, '.git/ran'), '');
      assert.equal(repository.tryEditable().code, 0);
      assert.equal(readFileSync(join(repository.root, '.git/ran'), 'utf8'), 'husky\n');
      await repository.guard('remove');
      assert.equal(repository.git('config', 'core.hooksPath'), '.husky/_');

      // One that could not know of it notices that it no longer runs.
      const unknowing = fresh();
      await unknowing.guard('install');
      unknowing.write('.husky/pre-commit', 'echo husky >> .git/ran\n');
      assert.equal(unknowing.run(husky.program, husky.args).code, 0);
      const moved = await unknowing.guard('status');
      assert.equal(moved.code, 1);
      assert.match(
        moved.stdout,
        /^The commit guard no longer runs, because git was told to run the hooks in .*\/\.husky\/_ instead \(husky\)\. Run pm-zone guard install again/,
      );
      assert.equal(unknowing.tryLocked().code, 0);
      await unknowing.guard('install');
      assert.match(unknowing.tryLocked().firstLine, lockedLine);
      assert.deepEqual(readdirSync(join(unknowing.root, '.git/hooks')), []);
    },

    lefthook: async (skip) => {
      const lefthook = findHookTool('lefthook');
      if (typeof lefthook === 'string') return skip(lefthook);
      const repository = fresh({
        files: {
          'lefthook.yml':
            'pre-commit:\n  jobs:\n    - run: echo pre-commit >> .git/ran\ncommit-msg:\n  jobs:\n    - run: echo commit-msg >> .git/ran\n',
        },
      });
      const environment = { PATH: `${lefthook.folder}:${process.env['PATH'] ?? ''}` };
      const install = (): void => {
        const { code, stderr } = repository.run(lefthook.program, ['install'], { environment });
        assert.equal(code, 0, stderr);
      };
      install();
      const ran = (): readonly string[] => {
        const lines = existsSync(join(repository.root, '.git/ran'))
          ? readFileSync(join(repository.root, '.git/ran'), 'utf8')
          : '';
        writeFileSync(join(repository.root, '.git/ran'), '');
        return lines.split('\n').filter(Boolean);
      };
      await wholeStory(repository, { environment, ran });

      // Its own install puts the guard aside: status says so, and install repairs it.
      await repository.guard('install');
      repository.run(lefthook.program, ['install', '--force'], { environment });
      const replaced = await repository.guard('status');
      assert.equal(replaced.code, 1);
      assert.match(
        replaced.stdout,
        /^The commit guard no longer runs, because pre-commit and commit-msg in .* was replaced/,
      );
      // So does its hook by itself, once its settings are others: the guard says so with the next commit, and still looks at it.
      const { stderr } = repository.tryLocked({ environment });
      assert.match(stderr, /another tool put hooks of the commit guard aside.*pm-zone guard install/);
      assert.match(stderr.split('\n').find((line) => line.startsWith('Not')) ?? '', lockedLine);
      const good = repository.tryEditable({ environment });
      assert.equal(good.code, 0);
      assert.match(good.stderr, /put hooks of the commit guard aside/);
      assert.equal((await repository.guard('install')).code, 0);
      assert.match(repository.tryLocked({ environment }).firstLine, lockedLine);
      ran();
      const whole = repository.tryEditable({ environment });
      assert.equal(whole.code, 0);
      assert.doesNotMatch(whole.stderr, /aside/);
      assert.deepEqual(ran(), ['pre-commit', 'commit-msg']);
      await repository.guard('remove');
      const left = readdirSync(join(repository.root, '.git/hooks')).filter((name) => !name.endsWith('.sample'));
      assert.deepEqual(
        left.sort(),
        ['commit-msg', 'pre-commit', 'prepare-commit-msg'].filter((name) => left.includes(name)),
      );
      assert.match(readFileSync(join(repository.root, '.git/hooks/pre-commit'), 'utf8'), /call_lefthook/);
    },

    'pre-commit': async (skip) => {
      const folder = findProgramFolder('pre-commit', 'PRE_COMMIT_FOLDER');
      if (folder === undefined) return skip('pre-commit is not on this computer');
      const repository = fresh({
        files: {
          '.pre-commit-config.yaml':
            'repos:\n  - repo: local\n    hooks:\n      - {id: note, name: note, language: system, entry: sh -c "echo pre-commit >> .git/ran", always_run: true, pass_filenames: false}\n',
        },
      });
      const environment = { PATH: `${folder}:${process.env['PATH'] ?? ''}` };
      const ran = (): string => {
        const text = existsSync(join(repository.root, '.git/ran'))
          ? readFileSync(join(repository.root, '.git/ran'), 'utf8')
          : '';
        writeFileSync(join(repository.root, '.git/ran'), '');
        return text;
      };
      const install = (): void =>
        assert.equal(repository.run(join(folder, 'pre-commit'), ['install'], { environment }).code, 0);
      install();
      await wholeStory(repository, { environment });

      // Installed after the guard, it runs the guard itself.
      await repository.guard('install');
      install();
      const status = await repository.guard('status');
      assert.equal(status.code, 0, status.stdout);
      // It says something of its own first.
      assert.match(repository.tryLocked({ environment }).stderr, /^Not committed: src\/auth\/login\.ts is locked/m);
      ran();
      assert.equal(repository.tryEditable({ environment }).code, 0);
      assert.equal(ran(), 'pre-commit\n');
      await repository.guard('install');
      await repository.guard('remove');
      assert.deepEqual(readdirSync(join(repository.root, '.git/hooks')), ['pre-commit']);

      // The same with an own hook that both of them found.
      const own = fresh({ files: { '.pre-commit-config.yaml': 'repos: []\n' } });
      const noted = notes(own, join(own.root, '.git', 'hooks'));
      await own.guard('install');
      own.run(join(folder, 'pre-commit'), ['install'], { environment });
      assert.equal((await own.guard('status')).code, 0);
      assert.equal(own.tryEditable({ environment }).code, 0);
      assert.deepEqual(noted(), ['pre-commit', 'commit-msg']);
      await own.guard('remove');
      assert.deepEqual(readdirSync(join(own.root, '.git/hooks')).sort(), [
        'commit-msg',
        'pre-commit',
        'pre-commit.legacy',
      ]);
      assert.equal(own.tryEditable({ environment }).code, 0);
      assert.deepEqual(noted(), ['pre-commit', 'commit-msg']);
    },

    'a global core.hooksPath': async () => {
      const repository = fresh();
      const folder = join(repository.environment['HOME'] as string, 'my hooks');
      const ran = notes(repository, folder);
      writeFileSync(join(folder, 'pre-push'), `#!/bin/sh\ncat >> '${join(repository.root, '.git', 'ran')}'\n`, {
        mode: 0o755,
      });
      repository.git('config', '--global', 'core.hooksPath', '~/my hooks');
      const before = everything(folder);
      await wholeStory(repository, { ran });
      assert.deepEqual(everything(folder), before);

      // Every other hook is passed on, with its input.
      await repository.guard('install');
      const remote = join(repository.environment['HOME'] as string, 'remote.git');
      repository.git('init', '-q', '--bare', remote);
      // What was committed while the guard was off would not be pushed.
      repository.git('reset', '-q', '--hard', 'HEAD~1');
      ran();
      assert.equal(repository.run('git', ['push', '-q', remote, 'pm/home']).code, 0);
      assert.match(ran().join('\n'), /^refs\/heads\/pm\/home [0-9a-f]+ refs\/heads\/pm\/home 0+$/);
      assert.equal(repository.run('git', ['switch', '-q', 'main']).code, 0, 'and one that is not there');
    },

    'a set-up that will set core.hooksPath': async () => {
      const repository = fresh({ files: { Makefile: 'hooks:\n\tgit config core.hooksPath tools/hooks\n' } });
      await wholeStory(repository);
      const ran = notes(repository, join(repository.root, '.git', 'hooks'));
      await wholeStory(repository, { ran });
      await repository.guard('install');
      const own = notes(repository, join(repository.root, 'tools', 'hooks'), join(repository.root, '.git', 'own'));
      repository.git('config', 'core.hooksPath', 'tools/hooks');
      assert.equal((await repository.guard('status')).code, 0);
      assert.match(repository.tryLocked().firstLine, lockedLine);
      own();
      assert.equal(repository.tryEditable().code, 0);
      assert.deepEqual(own(), ['pre-commit', 'commit-msg']);
    },

    'core.hooksPath in the working tree': async () => {
      const repository = fresh();
      const ran = notes(repository, join(repository.root, 'tools', 'hooks'));
      repository.git('config', 'core.hooksPath', 'tools/hooks');
      repository.commit('Our hooks');
      await wholeStory(repository, { ran });
      assert.equal(repository.git('status', '--porcelain'), '');
    },

    'a linked worktree': async () => {
      const repository = fresh();
      const linked = join(repository.environment['HOME'] as string, 'linked tree');
      repository.git('worktree', 'add', '-q', '-b', 'pm/other', linked);
      await wholeStory(repository, { cwd: linked });
      // Installed in one it is on in all.
      await repository.guard('install');
      assert.match(repository.tryLocked({ cwd: linked }).firstLine, lockedLine);
    },

    'core.hooksPath of one worktree': async () => {
      const repository = fresh();
      const linked = join(repository.environment['HOME'] as string, 'linked');
      repository.git('worktree', 'add', '-q', '-b', 'pm/other', linked);
      repository.git('config', 'extensions.worktreeConfig', 'true');
      const ran = notes(repository, join(repository.environment['HOME'] as string, 'its-hooks'));
      repository.git(
        '-C',
        linked,
        'config',
        '--worktree',
        'core.hooksPath',
        join(repository.environment['HOME'] as string, 'its-hooks'),
      );
      await wholeStory(repository, { cwd: linked, ran });
      // Where it was on before it stays on in all the others.
      for (const first of [repository.root, linked]) {
        for (const root of [first, first === linked ? repository.root : linked]) {
          assert.equal((await repository.guard('install', root)).code, 0);
        }
        for (const cwd of [repository.root, linked]) {
          assert.match(repository.tryLocked({ cwd }).firstLine, lockedLine);
          assert.equal((await repository.guard('status', cwd)).code, 0);
        }
        ran();
        assert.equal(repository.tryEditable({ cwd: linked }).code, 0);
        assert.deepEqual(ran(), ['pre-commit', 'commit-msg'], 'once each');
        assert.equal((await repository.guard('remove', first)).code, 0);
        for (const cwd of [repository.root, linked]) assert.equal(repository.tryLocked({ cwd }).code, 0);
      }
      assert.equal(existsSync(repository.userFolder), false);
    },

    'a submodule': async () => {
      const repository = fresh();
      const outer = fresh();
      outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', repository.root, 'inner');
      const inner = join(outer.root, 'inner');
      outer.git('-C', inner, 'switch', '-q', '-c', 'pm/inner', 'origin/main');
      for (const [key, value] of [
        ['user.name', 'Maya'],
        ['user.email', 'maya@example.com'],
      ] as const) {
        outer.git('-C', inner, 'config', key, value);
      }
      await wholeStory(outer, { cwd: inner, git: join(outer.root, '.git/modules/inner') });
    },

    'hooks by configuration': async (skip) => {
      const folder = findProgramFolder('git', 'NEW_GIT_FOLDER') ?? '';
      const environment = { PATH: `${folder}:${process.env['PATH'] ?? ''}` };
      const repository = withGuardTools({ ...pilotRepository() });
      made.push(repository);
      Object.assign(repository.environment, environment);
      const [, minor = '0'] = /version \d+\.(\d+)/.exec(repository.git('version')) ?? [];
      if (Number(minor) < 54) return skip(`git has hooks by configuration from 2.54 on, this is 2.${minor}`);
      const file = join(repository.root, '.git', 'ran');
      for (const name of ['pre-commit', 'commit-msg']) {
        repository.git('config', `hook.note-${name}.command`, `echo ${name} >> '${file}' #`);
        repository.git('config', `hook.note-${name}.event`, name);
      }
      repository.git('config', 'hook.off.command', 'false');
      repository.git('config', 'hook.off.event', 'pre-commit');
      repository.git('config', 'hook.off.enabled', 'false');
      writeFileSync(file, '');
      const ran = (): readonly string[] => {
        const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
        writeFileSync(file, '');
        return lines;
      };
      const { stdout } = await repository.guard('status');
      assert.match(stdout, /pre-commit: a hook by configuration \(note-pre-commit\) runs$/m);
      assert.doesNotMatch(stdout, /\(off\)/);
      await wholeStory(repository, { ran });
      // Git can be told to run none of a kind: the guard says that it does not run.
      await repository.guard('install');
      repository.git('config', 'hook.pre-commit.enabled', 'false');
      assert.match(
        (await repository.guard('status')).stdout,
        /^The commit guard does not run, because git was told to run no pre-commit hooks/,
      );
    },

    'a commit from VS Code': async () => {
      const repository = fresh();
      await repository.guard('install');
      // As its git extension runs it: the message on standard input, its own variables around.
      repository.write(locked, 'export const login = 2;\n');
      repository.git('add', '-A');
      writeFileSync(join(repository.root, '.git/message'), 'From the editor\n');
      const environment = {
        VSCODE_GIT_COMMAND: 'commit',
        VSCODE_GIT_ASKPASS_NODE: process.execPath,
        GIT_ASKPASS: '/nowhere/askpass.sh',
        GIT_EDITOR: '"/nowhere/git-editor.sh"',
        LANG: 'en_US.UTF-8',
        PATH: '/usr/bin:/bin',
      };
      const args = [
        '-c',
        'user.useConfigOnly=true',
        'commit',
        '--quiet',
        '--allow-empty-message',
        '--file',
        '.git/message',
      ];
      const { code, firstLine } = repository.run('git', args, { environment });
      assert.notEqual(code, 0);
      assert.match(firstLine, lockedLine);
      repository.git('reset', '-q', '--hard');
      repository.write('src/home/note.md', 'own\n');
      repository.git('add', '-A');
      assert.equal(repository.run('git', args, { environment }).code, 0);
    },

    'a commit from another client': async () => {
      const repository = fresh();
      await repository.guard('install');
      const elsewhere = repository.environment['HOME'] as string;
      // Clients name the repository by options, by variables, or stand in a folder below the root.
      const ways: readonly (readonly [readonly string[], RunOptions])[] = [
        [['--git-dir', join(repository.root, '.git'), '--work-tree', repository.root], { cwd: elsewhere }],
        [['-C', join(repository.root, 'src', 'home')], { cwd: elsewhere }],
        [[], { cwd: join(repository.root, 'src'), environment: { GIT_DIR: '../.git', GIT_WORK_TREE: '..' } }],
        [[], { environment: { GIT_DIR: join(repository.root, '.git') } }],
      ];
      for (const [args, more] of ways) {
        repository.write(locked, 'export const login = 2;\n');
        repository.git('add', '-A');
        const { code, firstLine } = repository.run('git', [...args, 'commit', '-q', '-m', 'Elsewhere'], more);
        assert.notEqual(code, 0, args.join(' '));
        assert.match(firstLine, lockedLine, args.join(' '));
        repository.git('reset', '-q', '--hard');
        repository.write('src/home/note.md', `${args.join(' ')}${JSON.stringify(more)}\n`);
        repository.git('add', '-A');
        const { code: passed, stderr } = repository.run('git', [...args, 'commit', '-q', '-m', 'Elsewhere'], more);
        assert.equal(passed, 0, stderr);
      }
    },
  };

  for (const [name, story] of Object.entries(setups)) {
    it(name, async function () {
      await story((why) => {
        console.log(`      skipped: ${why}`);
        this.skip();
      });
    });
  }

  it('and docs/guard.md has a row for each of these', () => {
    const text = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'guard.md'), 'utf8');
    const lines = text.split('\n');
    const start = lines.findIndex((line) => /^\| set-up +\|/.test(line));
    const rows = lines.slice(start + 2, lines.indexOf('', start)).map((row) => row.split('|')[1]?.trim());
    assert.deepEqual(rows, Object.keys(setups));
  });

  it('a hook that Node runs as a module, which goes by the end of its name', async () => {
    const repository = fresh({ files: { 'package.json': '{"type": "module"}\n' } });
    const hooks = join(repository.root, '.git', 'hooks');
    mkdirSync(hooks);
    const module = `#!/usr/bin/env node\nimport { appendFileSync } from 'node:fs';\nappendFileSync('.git/ran', 'pre-commit\\n');\n`;
    writeFileSync(join(hooks, 'pre-commit'), module, { mode: 0o755 });
    await wholeStory(repository);
    assert.equal(readFileSync(join(repository.root, '.git/ran'), 'utf8'), 'pre-commit\npre-commit\n');
  });

  it('a hook that is a link, or that git would not run', async () => {
    const repository = fresh();
    const hooks = join(repository.root, '.git', 'hooks');
    mkdirSync(hooks);
    mkdirSync(join(repository.root, 'scripts'));
    writeFileSync(join(repository.root, 'scripts', 'check'), '#!/bin/sh\necho pre-commit >> .git/ran\n', {
      mode: 0o755,
    });
    symlinkSync('../../scripts/check', join(hooks, 'pre-commit'));
    writeFileSync(join(hooks, 'commit-msg'), '#!/bin/sh\nexit 1\n', { mode: 0o644 });
    await wholeStory(repository);
    assert.equal(readFileSync(join(repository.root, '.git/ran'), 'utf8'), 'pre-commit\npre-commit\n');
  });
});
