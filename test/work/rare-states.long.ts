import assert from 'node:assert/strict';
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openGit } from '../../src/git/git.js';
import { openWorkGit } from '../../src/git/work-git.js';
import { bringBack } from '../../src/work/bring-back.js';
import { readRef } from '../../src/work/git-store/branches.js';
import { commitReviewed, readReviewedFiles } from '../../src/work/commit-reviewed.js';
import { fetchBase } from '../../src/work/fetch-base.js';
import { listChanges } from '../../src/work/list-changes.js';
import { listBackups } from '../../src/work/list-backups.js';
import { OperationError } from '../../src/work/operation-outcome.js';
import { startChange } from '../../src/work/start-change.js';
import { switchChange } from '../../src/work/switch-change.js';
import { readUnfinished } from '../../src/work/snapshot/read-unfinished.js';
import { backupsOf, done, filesOf, refused, stateOf } from './setup.js';
import { usePilotClone } from './use-pilot-clone.js';

describe('repositories in rare states', function () {
  const { repository, text, run } = usePilotClone(this);
  const go = (to: string) => run((work) => switchChange(work, { to }));
  const commit = (path: string) =>
    run(async (work) => {
      const read = done(await readReviewedFiles(work, [path]));
      return commitReviewed(work, { ...read, message: 'Reviewed' });
    });

  it('keeps what was staged before the first commit, and brings it back', async () => {
    repository.git('checkout', '--quiet', '--orphan', 'empty');
    repository.git('rm', '-r', '--quiet', '--cached', '.');
    repository.write('run.sh', 'staged\n');
    repository.git('add', 'run.sh');
    repository.write('run.sh', 'edited\n');
    done(await commit('run.sh'));
    assert.equal(repository.git('show', 'HEAD:run.sh'), 'edited');
    const [backup] = await run(backupsOf);
    assert.deepEqual([backup?.branch, backup?.snapshot?.head], ['empty', undefined]);
    repository.write('run.sh', 'later\n');
    done(await run((work) => bringBack(work, { ref: backup?.ref ?? '' })));
    assert.deepEqual([repository.git('show', ':run.sh'), text('run.sh')], ['staged', 'edited\n']);
  });

  it('sees an edit of the same length in the second in which its file was staged', async () => {
    const second = (): number => Math.floor(Date.now() / 1000);
    const next = async (): Promise<void> => {
      for (const now = second(); second() === now;) await new Promise((fulfil) => setTimeout(fulfil, 20));
    };
    let begun: number;
    do {
      await next();
      begun = second();
      repository.write('run.sh', 'staged\n');
      repository.git('add', 'run.sh');
      repository.write('run.sh', 'edited\n');
    } while (second() !== begun);
    await next();
    done(await commit('run.sh'));
    assert.equal(repository.git('show', 'HEAD:run.sh'), 'edited');
    const [backup] = await run(backupsOf);
    assert.equal(backup?.why, 'before what was ready for the next commit was committed in a newer version');
  });

  it('keeps a backup where a change is started at the base from no branch', async () => {
    repository.git('checkout', '--quiet', '--detach');
    const lost = repository.commit('On no branch');
    repository.write('fresh.txt', 'fresh\n');
    const base = { ref: 'origin/main', commit: repository.git('rev-parse', 'origin/main') };
    done(await run((work) => startChange(work, { title: 'Next', base })));
    assert.equal(repository.git('rev-parse', 'pm/next'), base.commit);
    assert.equal(text('fresh.txt'), 'fresh\n');
    const [backup] = await run(backupsOf);
    assert.deepEqual([backup?.why, backup?.snapshot?.head], ['before “Next” was started', lost]);
  });

  it('keeps line ends of a file that git takes for unchanged', async () => {
    repository.git('config', 'core.autocrlf', 'true');
    repository.write('two.txt', 'one\r\ntwo\r\n');
    repository.commit('Two lines');
    repository.write('two.txt', 'one\r\ntwo\n');
    repository.git('add', 'two.txt');
    assert.equal(repository.git('status', '--porcelain', 'two.txt'), '');
    done(await go('main'));
    assert.equal(existsSync(join(repository.root, 'two.txt')), false);
    done(await go('pm/home'));
    assert.equal(text('two.txt'), 'one\r\ntwo\n');
  });

  it('brings a file back that runs', async () => {
    repository.write('run.sh', 'echo edited\n', true);
    repository.write('fresh.sh', 'echo fresh\n', true);
    const before = filesOf(repository.root);
    done(await go('main'));
    done(await go('pm/home'));
    assert.deepEqual(filesOf(repository.root), before);
    assert.equal(before['fresh.sh'], 'x echo fresh\n');
  });

  it('brings back more than is held at once', async () => {
    const large = Buffer.alloc(32 * 2 ** 20, 'large');
    repository.write('a-large.bin', large);
    repository.write('b-small.txt', 'small\n');
    done(await go('main'));
    assert.equal(existsSync(join(repository.root, 'a-large.bin')), false);
    done(await go('pm/home'));
    assert.ok(readFileSync(join(repository.root, 'a-large.bin')).equals(large));
    assert.equal(text('b-small.txt'), 'small\n');
  });

  it('says so where there are no backups', async () => {
    const { backups, sentence } = done(await run(listBackups));
    assert.deepEqual(backups, []);
    assert.match(sentence, /taken nothing back/);
  });

  it('does nothing where what was kept cannot be read', async () => {
    repository.write('src/home/a.txt', 'parked\n');
    const id = repository.git('hash-object', 'src/home/a.txt');
    const packs = '.git/objects/pack';
    const others = readdirSync(join(repository.root, packs));
    done(await go('main'));
    for (const name of readdirSync(join(repository.root, packs)))
      if (!others.includes(name)) repository.remove(`${packs}/${name}`);
    repository.remove(`.git/objects/${id.slice(0, 2)}/${id.slice(2)}`);
    const [before, parked] = [stateOf(repository), repository.git('for-each-ref', 'refs/pm-zone')];
    const refusal = refused(await go('pm/home'));
    assert.equal(refusal.reason, 'git');
    assert.match(refusal.sentence, /“src\/home\/a.txt” cannot be read/);
    assert.deepEqual(stateOf(repository), before);
    assert.equal(repository.git('for-each-ref', 'refs/pm-zone'), parked);
  });

  it('takes nothing away where what is staged is not there', async () => {
    repository.write('src/home/a.txt', 'edited\n');
    repository.git('update-index', '--add', '--cacheinfo', `100644,${'12'.repeat(20)},staged.txt`);
    const before = stateOf(repository);
    const refusal = refused(await go('main'));
    assert.equal(refusal.reason, 'cleared');
    assert.match(refusal.sentence, /nothing was changed\. .*clearing up.*then try again.*ask your engineering DRI/);
    assert.deepEqual(stateOf(repository), before);
    assert.deepEqual(await run(backupsOf), []);
  });

  it('keeps what is staged where a change is started before the first commit', async () => {
    repository.git('checkout', '--quiet', '--orphan', 'empty');
    const staged = repository.git('ls-files', '--stage');
    done(await run((work) => startChange(work, { title: 'First' })));
    assert.equal(repository.git('ls-files', '--stage'), staged);
  });

  it('has nothing to take back where a hook refuses the first commit', async () => {
    repository.git('checkout', '--quiet', '--orphan', 'empty');
    repository.git('rm', '-r', '--quiet', '--cached', '.');
    repository.write('.git/hooks/pre-commit', '#!/bin/sh\necho no; exit 1\n', true);
    assert.equal(refused(await commit('run.sh')).reason, 'hook');
    assert.equal(repository.git('for-each-ref', 'refs/heads/empty'), '');
  });

  it('says so where another program holds the branch as a commit is made', async () => {
    repository.write('src/home/a.txt', 'reviewed\n');
    repository.write('.git/refs/heads/pm/home.lock', '');
    const before = stateOf(repository);
    assert.equal(refused(await commit('src/home/a.txt')).reason, 'busy');
    assert.deepEqual(stateOf(repository), before);
    repository.remove('.git/refs/heads/pm/home.lock');
    done(await commit('src/home/a.txt'));
    assert.equal(repository.git('status', '--porcelain'), '');
  });

  it('knows by what it follows whether others can have a change', async () => {
    const main = repository.git('rev-parse', 'origin/main');
    repository.git('push', '--quiet', 'origin', 'pm/home:elsewhere');
    repository.git('branch', '--quiet', '--set-upstream-to=origin/elsewhere', 'pm/home');
    repository.git('branch', '--quiet', '--track', 'pm/base', 'origin/main');
    repository.git('branch', '--quiet', '--no-track', 'pm/gone', 'origin/main');
    repository.git('config', 'branch.pm/gone.remote', 'origin');
    repository.git('config', 'branch.pm/gone.merge', 'refs/heads/gone');
    repository.git('checkout', '--quiet', '-b', 'pm/less', '--no-track', 'origin/main');
    repository.git('rm', '--quiet', 'README.md');
    repository.git('commit', '--quiet', '--message', 'Remove the readme');
    const list = async (base: { readonly ref: string; readonly commit: string } | undefined) =>
      done(await run((work) => listChanges(work, { base, isPlanningDoc: (path) => path === 'README.md' })))
        .changes.map(({ branch, shared, plan }) => [branch, shared, plan])
        .sort();
    const rest = [
      ['pm/gone', false, undefined],
      ['pm/home', true, undefined],
      ['pm/less', false, undefined],
    ];
    assert.deepEqual(await list({ ref: 'origin/main', commit: main }), [['pm/base', false, undefined], ...rest]);
    assert.deepEqual(await list(undefined), [['pm/base', true, undefined], ...rest]);
  });

  it('takes a base that is gone as it was known', async () => {
    const gone = { ref: 'gone', commit: repository.git('rev-parse', 'main') };
    assert.equal(done(await run((work) => fetchBase(work, gone))).commit, gone.commit);
  });

  it('refuses more unfinished work than can be kept', async () => {
    const index = join(repository.root, '.git', 'index.copy');
    copyFileSync(join(repository.root, '.git', 'index'), index);
    repository.write('one.txt', 'x'.repeat(60));
    repository.write('two.txt', 'x'.repeat(60));
    await run(async (work) => {
      await assert.rejects(
        readUnfinished(work, index, 40, 119),
        (error) => error instanceof OperationError && error.reason === 'too-large' && error.paths[0] === 'two.txt',
      );
      assert.equal((await readUnfinished(work, index, 40, 120)).items.size, 2);
    });
  });

  it('does nothing where git is not there any more, or the repository is broken', async () => {
    const before = stateOf(repository);
    const missing = openGit(repository.root, { environment: repository.environment, program: 'no-such-git' });
    const refusal = refused(
      await run((work) => switchChange({ ...work, run: openWorkGit(missing, false) }, { to: 'main' })),
    );
    assert.equal(refusal.reason, 'git');
    assert.match(refusal.sentence, /not found/);
    assert.deepEqual(stateOf(repository), before);
    await run(async (work) => {
      assert.equal(await readRef(work, 'refs/heads/none'), undefined);
      repository.remove('.git/HEAD');
      await assert.rejects(readRef(work, 'refs/heads/none'), OperationError, 'trouble is not "there is none"');
    });
  });
});
