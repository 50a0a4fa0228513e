import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cancelLatest, finishLatest } from '../../src/work/finish-latest.js';
import { fetchBase } from '../../src/work/fetch-base.js';
import { getLatest, type GetLatestOptions } from '../../src/work/get-latest.js';
import type { KeyQuestion } from '../../src/work/conflict-options.js';
import { listChanges } from '../../src/work/list-changes.js';
import { switchChange } from '../../src/work/switch-change.js';
import { rebuildOnPlan } from '../../src/work/rebuild-on-plan.js';
import type { Work } from '../../src/work/work.js';
import { backupsOf, done, refused, stateOf } from './setup.js';
import { usePilotClone } from './use-pilot-clone.js';

describe('getting the latest', function () {
  const { repository, origin, text, base, run, latest } = usePilotClone(this);

  it('says so where there is nothing new', async () => {
    assert.equal(refused(await latest()).reason, 'nothing-to-do');
    assert.equal(refused(await latest({ fetch: undefined as never })).reason, 'nothing-to-do');
  });

  it('merges main in, never rewrites, and carries unfinished work along', async () => {
    origin.write('docs/guide.md', 'guide\n');
    origin.commit('Write a guide');
    repository.write('src/home/b.txt', 'staged\n');
    repository.git('add', 'src/home/b.txt');
    repository.write('src/home/b.txt', 'and edited\n');
    repository.write('fresh.txt', 'untracked\n');
    const head = repository.git('rev-parse', 'HEAD');
    assert.deepEqual(done(await latest()).conflicts, []);
    assert.equal(repository.git('rev-parse', 'HEAD^1'), head);
    assert.equal(repository.git('rev-parse', 'HEAD^2'), base().commit);
    assert.equal(text('docs/guide.md'), 'guide\n');
    assert.equal(repository.git('status', '--porcelain'), 'MM src/home/b.txt\n?? fresh.txt');
    assert.equal(repository.git('show', ':src/home/b.txt'), 'staged');
    assert.equal(repository.git('for-each-ref', 'refs/pm-zone'), '');
  });

  it('goes forward where the change has no commits', async () => {
    repository.git('checkout', '--quiet', '-b', 'pm/empty', 'origin/main', '--no-track');
    origin.write('docs/guide.md', 'guide\n');
    origin.commit('Write a guide');
    done(await latest());
    assert.equal(repository.git('rev-parse', 'HEAD'), base().commit);
  });

  it('does nothing where main changes what is not committed', async () => {
    origin.write('src/home/b.txt', 'main\n');
    origin.commit('Change b');
    repository.write('src/home/b.txt', 'mine\n');
    repository.git('fetch', '--quiet');
    const before = stateOf(repository);
    const refusal = refused(await latest());
    assert.equal(refusal.reason, 'conflict');
    assert.deepEqual(refusal.paths, ['src/home/b.txt']);
    assert.deepEqual(stateOf(repository), before);
  });

  it('keeps an ignored file that main has a file for, and one above', async () => {
    origin.write('notes.log', 'main\n');
    origin.write('deep.log/file.txt', 'main\n');
    origin.git('add', '--force', 'notes.log', 'deep.log');
    origin.commit('Add what others ignore');
    repository.write('notes.log', 'mine, ignored\n');
    repository.write('deep.log', 'mine too\n');
    done(await latest());
    assert.equal(text('notes.log'), 'main\n');
    const [backup] = await run(backupsOf);
    assert.deepEqual([...(backup?.paths ?? [])].sort(), ['deep.log', 'notes.log']);
  });

  it('settles catalogs by key, lets main stand in what is locked, and leaves the rest to the PM', async () => {
    for (const [where, word] of [
      [repository, 'authored'],
      [origin, 'main'],
    ] as const) {
      if (where === origin) where.git('checkout', '--quiet', 'main');
      where.write('i18n/en.json', `{\n  "title": "${word}",\n  "${word}": "new"\n}\n`);
      where.write('flags.yaml', `# Flags\nhome:\n  on: false\n${word}:\n  on: true\n`);
      where.write('locked.txt', `${word}\n`);
      where.write('src/home/b.txt', `${word}\n`);
      where.commit(`Change as ${word}`);
    }
    const asked: KeyQuestion[] = [];
    const options: Partial<GetLatestOptions> = {
      isKeyed: (path) => /\.(json|yaml)$/.test(path),
      isLocked: (path) => path === 'locked.txt',
      chooseSide: (question) => {
        asked.push(question);
        return Promise.resolve('theirs');
      },
    };
    repository.write('unfinished.txt', 'mine\n');
    repository.git('fetch', '--quiet');
    const before = stateOf(repository);
    const { conflicts, sentence } = done(await latest(options));
    assert.deepEqual(conflicts, ['src/home/b.txt']);
    assert.match(sentence, /Finish/);
    assert.deepEqual(
      asked.map(({ keys, yours, theirs }) => [keys, yours, theirs]),
      [[['title'], '"authored"', '"main"']],
    );
    assert.equal(text('i18n/en.json'), '{\n  "title": "main",\n  "main": "new",\n  "authored": "new"\n}\n');
    assert.equal(text('flags.yaml'), '# Flags\nhome:\n  on: false\nmain:\n  on: true\nauthored:\n  on: true\n');
    assert.equal(text('locked.txt'), 'main\n');
    assert.match(text('src/home/b.txt'), /^<<<<<<< /);
    assert.match(repository.git('status', '--porcelain'), /^UU src\/home\/b.txt$|^AA src\/home\/b.txt$/m);

    assert.equal(refused(await run((work) => switchChange(work, { to: 'main' }))).reason, 'under-way');
    assert.equal(refused(await run(finishLatest)).reason, 'conflict');
    const cancelled = done(await run(cancelLatest));
    assert.deepEqual(
      { ...(stateOf(repository) as object), head: undefined },
      { ...(before as object), head: undefined },
    );
    assert.match(cancelled.backup, /refs\/pm-zone\/backups/);
    assert.equal(refused(await run(cancelLatest)).reason, 'nothing-to-do');

    done(await latest(options));
    repository.write('src/home/b.txt', 'both\n');
    const { commit } = done(await run(finishLatest));
    assert.equal(repository.git('rev-parse', 'HEAD'), commit);
    assert.equal(repository.git('log', '-1', '--format=%s %P').split(' ').length, 5);
    assert.equal(repository.git('status', '--porcelain'), '?? unfinished.txt');
    assert.equal(existsSync(join(repository.root, '.git', 'MERGE_HEAD')), false);
    assert.equal(repository.git('show', 'HEAD:src/home/b.txt'), 'both');
  });

  it('leaves a conflict alone while there is work that is not committed', async () => {
    origin.write('src/home/a.txt', 'main\n');
    origin.commit('Change a');
    repository.write('README.md', 'unfinished\n');
    repository.git('fetch', '--quiet');
    const before = stateOf(repository);
    assert.equal(refused(await latest()).reason, 'conflict');
    assert.deepEqual(stateOf(repository), before);
  });

  it('leaves a removed file in conflict, and takes it out when the PM removes it', async () => {
    origin.git('rm', '--quiet', 'src/home/a.txt');
    origin.commit('Remove a');
    assert.deepEqual(done(await latest()).conflicts, ['src/home/a.txt']);
    assert.equal(text('src/home/a.txt'), 'authored\n');
    repository.remove('src/home/a.txt');
    done(await run(finishLatest));
    assert.equal(repository.git('ls-files', 'src/home/a.txt'), '');
  });

  it('asks whether a file stays that one side took away and the other changed', async () => {
    origin.write('src/home/mine.txt', 'b\n');
    origin.write('src/home/kept.txt', 'k\n');
    origin.write('src/home/late.txt', 'l\n');
    origin.commit('Write more');
    done(await latest());
    origin.git('rm', '--quiet', 'src/home/a.txt', 'src/home/kept.txt', 'src/home/late.txt');
    origin.write('src/home/mine.txt', 'changed\n');
    origin.commit('Remove some, change one');
    for (const name of ['a', 'kept', 'late']) repository.write(`src/home/${name}.txt`, 'changed\n');
    repository.git('rm', '--quiet', 'src/home/mine.txt');
    repository.commit('Change some, remove one');
    const asked: (readonly string[])[] = [];
    const { conflicts } = done(
      await latest({
        chooseSide: ({ path, takenAway = '' }) => {
          asked.push([path, takenAway]);
          const name = path.replace(/^src\/home\/|\.txt$/g, '');
          return Promise.resolve(name === 'late' ? undefined : name === 'kept' ? 'yours' : 'theirs');
        },
      }),
    );
    assert.deepEqual(asked, [
      ['src/home/a.txt', 'theirs'],
      ['src/home/kept.txt', 'theirs'],
      ['src/home/late.txt', 'theirs'],
      ['src/home/mine.txt', 'yours'],
    ]);
    assert.deepEqual(conflicts, ['src/home/late.txt']);
    assert.equal(repository.git('ls-files', 'src/home/a.txt'), '');
    assert.deepEqual([text('src/home/kept.txt'), text('src/home/mine.txt')], ['changed\n', 'changed\n']);
  });

  it('puts all back where the hook refuses the finish', async () => {
    origin.write('src/home/a.txt', 'main\n');
    origin.commit('Change a');
    done(await latest());
    repository.write('src/home/a.txt', 'both\n');
    repository.write('.git/hooks/pre-commit', '#!/bin/sh\necho "No, not this" >&2\nexit 1\n', true);
    const before = stateOf(repository);
    const refusal = refused(await run(finishLatest));
    assert.equal(refusal.reason, 'hook');
    assert.match(refusal.sentence, /No, not this/);
    assert.deepEqual(stateOf(repository), before);
  });

  it('says what to do where the remote cannot be reached', async () => {
    repository.git('remote', 'set-url', 'origin', 'file:///nowhere/at/all');
    assert.match(refused(await latest()).sentence, /not where this computer remembers it/);
    const here = { ref: 'main', commit: 'x' };
    assert.equal(done(await run((work) => fetchBase(work, here))).commit, repository.git('rev-parse', 'main'));
  });

  it('notices a commit made while the PM was asked', async () => {
    origin.write('i18n/en.json', '{"a": "main"}\n');
    origin.commit('Main');
    repository.write('i18n/en.json', '{"a": "authored"}\n');
    repository.commit('Authored');
    const refusal = refused(
      await latest({
        isKeyed: () => true,
        chooseSide: () => {
          repository.commit('Meanwhile');
          return Promise.resolve('yours');
        },
      }),
    );
    assert.equal(refusal.reason, 'changed-meanwhile');
  });

  it('asks for lines where the keys of a file cannot be matched, and leaves what is no text', async () => {
    for (const [where, word] of [
      [repository, 'authored'],
      [origin, 'main'],
    ] as const) {
      where.write('list.json', `["${word}"]\n`);
      where.write('mine.json', `["${word}"]\n`);
      where.write('open.json', `["${word}"]\n`);
      where.write('unanswered.json', `{"a": "${word}"}\n`);
      where.write('notes.toml', `a = "${word}"\n`);
      where.write('binary.json', Buffer.from([0xff, word.length, word.charCodeAt(0)]));
      where.commit(word);
    }
    const asked: string[] = [];
    const { conflicts } = done(
      await latest({
        isKeyed: () => true,
        chooseSide: ({ path, keys }) => {
          asked.push(`${path} ${keys.join()}`);
          return Promise.resolve(path === 'list.json' ? 'theirs' : path === 'mine.json' ? 'yours' : undefined);
        },
      }),
    );
    assert.deepEqual(asked.sort(), ['list.json ', 'mine.json ', 'notes.toml ', 'open.json ', 'unanswered.json a']);
    assert.deepEqual([...conflicts].sort(), ['binary.json', 'notes.toml', 'open.json', 'unanswered.json']);
    assert.equal(text('list.json'), '["main"]\n');
    assert.equal(text('mine.json'), '["authored"]\n');
  });

  it('asks for each place that both changed where keys cannot be matched, and keeps what else each side changed', async () => {
    const strings = (...texts: readonly string[]): string =>
      texts.map((each, number) => `<string name="s${number}">${each}</string>\n`).join('<!-- between -->\n\n');
    const rails = (one: string, two: string): string =>
      `en:\n  common: &common\n    ok: OK\n  home:\n    <<: *common\n    title: ${one}\n  shop:\n    <<: *common\n    title: ${two}\n`;
    origin.write('values/strings.xml', strings('a', 'b', 'c', 'd'));
    origin.write('config/locales/en.yml', rails('One', 'Two'));
    origin.commit('Begin');
    done(await latest());
    repository.write('values/strings.xml', strings('mine', 'b', 'c', 'my d'));
    repository.write('config/locales/en.yml', rails('Mine', 'Two'));
    repository.commit('Mine');
    origin.write('values/strings.xml', strings('theirs', 'their b', 'c', 'their d'));
    origin.write('config/locales/en.yml', rails('Theirs', 'Their two'));
    origin.commit('Theirs');
    const asked: string[] = [];
    const { conflicts } = done(
      await latest({
        isKeyed: () => true,
        chooseSide: ({ yours = '', theirs = '' }) => {
          asked.push(`${yours} | ${theirs}`);
          return Promise.resolve(theirs.includes('their d') ? 'theirs' : 'yours');
        },
      }),
    );
    assert.deepEqual(conflicts, []);
    assert.deepEqual(asked, [
      'title: Mine | title: Theirs',
      '<string name="s0">mine</string> | <string name="s0">theirs</string>',
      '<string name="s3">my d</string> | <string name="s3">their d</string>',
    ]);
    assert.equal(text('values/strings.xml'), strings('mine', 'their b', 'c', 'their d'));
    assert.equal(text('config/locales/en.yml'), rails('Mine', 'Their two'));
  });

  it('says so where git is too old or fails, and lets main remove what is locked', async () => {
    origin.git('rm', '--quiet', 'src/home/a.txt');
    origin.commit('Remove a');
    repository.git('fetch', '--quiet');
    for (const [code, words] of [
      [129, /too old/],
      [128, /could not do this/],
    ] as const) {
      const outcome = await run((work) =>
        getLatest(
          {
            ...work,
            run: (args, options) =>
              args[0] === 'merge-tree'
                ? Promise.resolve({ code, output: Buffer.alloc(0), said: 'fatal: x' })
                : work.run(args, options),
          },
          { base: base() },
        ),
      );
      assert.match(refused(outcome).sentence, words);
    }
    assert.deepEqual(done(await latest({ isLocked: () => true })).conflicts, []);
    assert.equal(existsSync(join(repository.root, 'src/home/a.txt')), false);
  });

  it('does not rebuild without a plan, without a change, or where main differs', async () => {
    const rebuild = (plan = 'PLANNING.md') => run((work) => rebuildOnPlan(work, { base: base(), plan, message: 'x' }));
    assert.match(refused(await rebuild()).sentence, /not committed/);
    const branch = done(await rebuild('README.md')).branch;
    assert.equal(branch, 'pm/home-2', 'a plan that the base has needs no commit');
    assert.equal(done(await rebuild('README.md')).branch, 'pm/home-3');
    origin.write('src/home/a.txt', 'main\n');
    origin.commit('Change a');
    repository.git('fetch', '--quiet');
    assert.equal(refused(await rebuild('README.md')).reason, 'conflict');
    repository.git('checkout', '--quiet', '--detach', 'origin/main');
    assert.equal(refused(await rebuild()).reason, 'no-branch');
    repository.git('checkout', '--quiet', 'main');
    assert.equal(refused(await rebuild()).reason, 'nothing-to-do');
  });

  it('rebuilds the change on its approved plan', async () => {
    repository.write('src/home/PLANNING.md', '# PLANNING: Home\n');
    repository.commit('Write the plan');
    origin.write('docs/guide.md', 'guide\n');
    origin.commit('Write a guide');
    repository.git('fetch', '--quiet');
    repository.write('fresh.txt', 'untracked\n');
    const old = repository.git('rev-parse', 'HEAD');
    const rebuilt = done(
      await run((work) => rebuildOnPlan(work, { base: base(), plan: 'src/home/PLANNING.md', message: 'Build it' })),
    );
    assert.equal(rebuilt.branch, 'pm/home-2');
    assert.equal(repository.git('rev-parse', 'pm/home'), old);
    assert.equal(repository.git('log', '--format=%s', 'origin/main..HEAD'), 'Build it\nPlan: src/home/PLANNING.md');
    assert.equal(repository.git('diff', '--name-only', 'origin/main', 'HEAD~1'), 'src/home/PLANNING.md');
    assert.equal(text('docs/guide.md'), 'guide\n');
    assert.equal(text('src/home/a.txt'), 'authored\n');
    assert.equal(repository.git('status', '--porcelain'), '?? fresh.txt');
    const list = async (): Promise<readonly (readonly [string, boolean])[]> => {
      const { changes } = done(await run((work) => listChanges(work, { base: base() })));
      return changes.map(({ branch, abandoned }) => [branch, abandoned]);
    };
    const [left, own] = [
      ['pm/home', true],
      ['pm/home-2', false],
    ] as const;
    assert.deepEqual(await list(), [own, left]);
    // The later commit of the two, and still last.
    repository.git('commit', '--quiet', '--allow-empty', '-m', 'Go on', '--date=2001-01-01T00:00:00Z');
    assert.deepEqual(await list(), [own, left]);
    repository.git('branch', '-m', 'pm/home', 'pm/old-home');
    assert.deepEqual((await list()).at(-1), ['pm/old-home', true]);
    repository.git('update-ref', 'refs/heads/pm/old-home', 'HEAD');
    assert.ok(
      (await list()).every(([, abandoned]) => !abandoned),
      'it went on, and is a change again',
    );
  });

  it('rebuilds it also where git’s settings cannot be written', async () => {
    repository.write('src/home/PLANNING.md', '# PLANNING: Home\n');
    repository.commit('Write the plan');
    const options = { base: base(), plan: 'src/home/PLANNING.md', message: 'Build it' };
    const broken = (work: Work): Work => ({
      ...work,
      run: (args, more) =>
        args.some((each) => each.includes('pmZoneRebuilt')) ? Promise.reject(new Error('x')) : work.run(args, more),
    });
    assert.equal(done(await run((work) => rebuildOnPlan(broken(work), options))).oldBranch, 'pm/home');
    assert.deepEqual(
      done(await run((work) => listChanges(work, { base: base() }))).changes.map(({ abandoned }) => abandoned),
      [false, false],
    );
  });
});
