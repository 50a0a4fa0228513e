import assert from 'node:assert/strict';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { cancelLatest, finishLatest } from '../../src/work/finish-latest.js';
import { rebuildOnPlan, type RebuildOptions } from '../../src/work/rebuild-on-plan.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';
import { backupsOf, done, filesOf, refused, stateOf } from './setup.js';
import { usePilotClone } from './use-pilot-clone.js';

describe('conflicts of rare kinds', function () {
  const { repository, origin, text, base, run, latest } = usePilotClone(this);
  const rebuild = (options: Partial<RebuildOptions> = {}) =>
    run((work) => rebuildOnPlan(work, { base: base(), plan: 'PLANNING.md', message: 'All', ...options }));
  /** What both sides begin with from now on. */
  const begin = (prepare: () => void): void => {
    prepare();
    origin.commit('What both have');
    repository.git('pull', '--quiet', '--no-rebase', '--no-edit', 'origin', 'main');
  };
  const planWithCatalogOnBothSides = (): void => {
    for (const [where, word] of [
      [repository, 'authored'],
      [origin, 'main'],
    ] as const) {
      where.write('i18n/en.json', `{"a": "${word}"}\n`);
      where.write('PLANNING.md', '# PLANNING: Home\n');
      where.commit(word);
    }
    repository.git('fetch', '--quiet');
  };

  it('merges what both changed of a file that both had, and leaves what was no text before', async () => {
    begin(() => {
      origin.write('i18n/en.json', '{"a": 1, "b": 1, "c": 1}\n');
      origin.write('binary.json', Buffer.from([0x7b, 0xff, 0x00, 0x7d]));
      origin.write('large.json', '{"who": "nobody"}\n');
      symlinkSync('README.md', join(origin.root, 'link.json'));
    });
    for (const [where, word, catalog] of [
      [repository, 'authored', '{"a": 2, "b": 1, "c": 1}\n'],
      [origin, 'main', '{"a": 1, "b": 1, "c": 3}\n'],
    ] as const) {
      where.write('i18n/en.json', catalog);
      where.write('binary.json', `{"who": "${word}"}\n`);
      where.write('large.json', `{"who": "${word}", "more": "${'x'.repeat(5 * 2 ** 20)}"}\n`);
      where.remove('link.json');
      where.write('link.json', `{"who": "${word}"}\n`);
      where.commit(`Change as ${word}`);
    }
    const asked: string[] = [];
    const { conflicts } = done(
      await latest({
        isKeyed: () => true,
        chooseSide: ({ path }) => {
          asked.push(path);
          return Promise.resolve('yours');
        },
      }),
    );
    assert.deepEqual([...conflicts].sort(), ['binary.json', 'large.json', 'link.json']);
    assert.deepEqual(asked, []);
    assert.equal(text('i18n/en.json'), '{"a": 2, "b": 1, "c": 3}\n');
  });

  it('leaves files that were renamed twice or run as git itself would', async () => {
    const lines = Array.from({ length: 20 }, (_, number) => `line ${number}\n`).join('');
    begin(() => {
      origin.write('long.txt', lines);
    });
    for (const [where, word] of [
      [repository, 'authored'],
      [origin, 'main'],
    ] as const) {
      where.git('mv', 'long.txt', `${word}.txt`);
      where.write('run.sh', `echo ${word}\n`);
      where.commit(word);
    }
    repository.git('fetch', '--quiet');
    const before = stateOf(repository);
    const { conflicts } = done(await latest());
    assert.deepEqual([...conflicts].sort(), ['authored.txt', 'long.txt', 'main.txt', 'run.sh']);
    const [ours, modes] = [repository.git('ls-files', '--stage'), modesOf(repository)];
    assert.match(text('run.sh'), /^<{7} /m);
    assert.equal(modes['run.sh'], 'x');

    done(await run(cancelLatest));
    assert.deepEqual({ ...(stateOf(repository) as object), refs: 0 }, { ...(before as object), refs: 0 });
    assert.throws(() => repository.git('merge', '--quiet', '--no-edit', 'origin/main'));
    assert.equal(ours, repository.git('ls-files', '--stage'));
    assert.deepEqual(modes, modesOf(repository));
    repository.git('merge', '--abort');

    done(await latest());
    repository.write('run.sh', 'echo both\n');
    done(await run(finishLatest));
    assert.equal(
      repository.git('ls-files', 'long.txt', 'authored.txt', 'main.txt', 'run.sh'),
      'authored.txt\nmain.txt\nrun.sh',
    );
    assert.equal(repository.git('show', 'HEAD:run.sh'), 'echo both');
    assert.equal(repository.git('status', '--porcelain'), '');
  });

  it('refuses where both sides moved another repository inside this one', async () => {
    const pointTo = (where: TemporaryRepository, character: string, folder: string): void => {
      mkdirSync(join(where.root, folder), { recursive: true });
      where.git('update-index', '--add', '--cacheinfo', `160000,${character.repeat(40)},${folder}`);
    };
    begin(() => pointTo(origin, '1', 'vendor'));
    pointTo(repository, '2', 'vendor');
    repository.git('commit', '--quiet', '--message', 'Authored');
    pointTo(origin, '3', 'vendor');
    origin.git('commit', '--quiet', '--message', 'Main');
    repository.git('fetch', '--quiet');
    const before = stateOf(repository);
    const refusal = refused(await latest());
    assert.deepEqual([refusal.reason, refusal.paths], ['in-the-way', ['vendor']]);
    assert.match(refusal.sentence, /^Both sides changed “vendor”, which is another repository inside/);
    assert.deepEqual(stateOf(repository), before);
    pointTo(repository, '2', 'plugin');
    repository.git('commit', '--quiet', '--message', 'Authored');
    pointTo(origin, '3', 'plugin');
    origin.git('commit', '--quiet', '--message', 'Main');
    assert.match(refused(await latest()).sentence, /^Both sides changed “plugin” and “vendor”, which are other/);
  });

  it('cancels a merge in which the PM had removed what main changed', async () => {
    repository.git('rm', '--quiet', 'src/home/b.txt');
    repository.git('commit', '--quiet', '--message', 'Remove b');
    origin.write('src/home/b.txt', 'main\n');
    origin.commit('Change b');
    repository.git('fetch', '--quiet');
    const before = filesOf(repository.root);
    assert.deepEqual(done(await latest()).conflicts, ['src/home/b.txt']);
    assert.equal(text('src/home/b.txt'), 'main\n');
    done(await run(cancelLatest));
    assert.deepEqual(filesOf(repository.root), before);
    assert.equal(repository.git('status', '--porcelain'), '');
  });

  it('keeps an ignored file that comes with main, also beside a conflict', async () => {
    origin.write('notes.log', 'main\n');
    origin.git('add', '--force', 'notes.log');
    origin.write('src/home/a.txt', 'main\n');
    origin.commit('Add what others ignore');
    repository.write('notes.log', 'mine, ignored\n');
    assert.deepEqual(done(await latest()).conflicts, ['src/home/a.txt']);
    assert.equal(text('notes.log'), 'main\n');
    const [backup] = await run(backupsOf);
    assert.deepEqual([backup?.why, backup?.paths], ['before origin/main was brought in', ['notes.log']]);
  });

  it('keeps an ignored file that comes with main when the change is rebuilt', async () => {
    repository.write('PLANNING.md', '# PLANNING: Home\n');
    repository.commit('Plan');
    origin.write('notes.log', 'main\n');
    origin.git('add', '--force', 'notes.log');
    origin.commit('Add what others ignore');
    repository.git('fetch', '--quiet');
    repository.write('notes.log', 'mine, ignored\n');
    done(await rebuild());
    assert.equal(text('notes.log'), 'main\n');
    const [backup] = await run(backupsOf);
    assert.deepEqual([backup?.why, backup?.paths], ['before the change was rebuilt', ['notes.log']]);
  });

  it('rebuilds a change that is its plan alone in one commit', async () => {
    repository.git('checkout', '--quiet', '-b', 'pm/plan', 'origin/main', '--no-track');
    repository.write('PLANNING.md', '# PLANNING: Plan\n');
    repository.commit('Plan');
    const { branch } = done(await rebuild());
    assert.equal(branch, 'pm/plan-2');
    assert.equal(repository.git('log', '--format=%s', 'origin/main..HEAD'), 'Plan: PLANNING.md');
    assert.equal(repository.git('diff', '--stat', 'pm/plan', 'pm/plan-2'), '');
  });

  it('leaves a catalog in conflict where nobody is asked', async () => {
    planWithCatalogOnBothSides();
    const refusal = refused(await rebuild({ isKeyed: () => true }));
    assert.deepEqual([refusal.reason, refusal.paths], ['conflict', ['i18n/en.json']]);
    assert.deepEqual(done(await latest({ isKeyed: () => true })).conflicts, ['i18n/en.json']);
  });

  it('does not rebuild what was committed to while the PM was asked', async () => {
    planWithCatalogOnBothSides();
    const refusal = refused(
      await rebuild({
        isKeyed: () => true,
        chooseSide: () => {
          repository.commit('Meanwhile');
          return Promise.resolve('yours');
        },
      }),
    );
    assert.equal(refusal.reason, 'changed-meanwhile');
    assert.equal(repository.git('log', '-1', '--format=%s %D'), 'Meanwhile HEAD -> pm/home');
    assert.equal(existsSync(join(repository.root, '.git/index.lock')), false);
  });
});

/** The mode of each file: `x` or `-`. */
function modesOf({ root }: TemporaryRepository): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(filesOf(root)).map(([name, content]) => [name, content.charAt(0)]));
}
