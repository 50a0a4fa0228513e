import assert from 'node:assert/strict';
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkDisk } from '../../src/git/work-disk.js';
import { commitReviewed, readReviewedFiles } from '../../src/work/commit-reviewed.js';
import type { Journal } from '../../src/work/transaction/journal.js';
import { toOperationError } from '../../src/work/operation-outcome.js';
import { resumeWork } from '../../src/work/resume-work.js';
import { startChange } from '../../src/work/start-change.js';
import { switchChange } from '../../src/work/switch-change.js';
import type { Work } from '../../src/work/work.js';
import { temporaryRepository } from '../support/temporary-repository.js';
import { dyingAt, Killed } from './faults.js';
import { backupsOf, done, filesOf, refused, stateOf, within } from './setup.js';
import { usePilotClone } from './use-pilot-clone.js';

describe('faults at the worst moment', function () {
  const { repository, run } = usePilotClone(this);
  let before: unknown;
  beforeEach(() => {
    repository.write('src/home/a.txt', 'unfinished\n');
    before = stateOf(repository);
  });

  const go = (change: (disk: WorkDisk) => Partial<WorkDisk>) =>
    run((work) => switchChange({ ...work, disk: { ...work.disk, ...change(work.disk) } }, { to: 'main' }));
  const resume = () => run((work) => resumeWork(work), { isAlive: () => false });
  const ours = (name: string): string => join(repository.root, '.git/pm-zone', name);
  const fault = (code: string): Promise<never> =>
    Promise.reject(Object.assign(new Error(`${code}: at the worst moment`), { code }));
  /** The process ends once all files are exchanged. */
  const killAfterSwap = (): Promise<void> =>
    run((work) =>
      assert.rejects(
        switchChange(
          dyingAt(
            work,
            ([command]) => command === 'update-index' && !existsSync(join(repository.root, 'src/home/new.txt')),
          ),
          { to: 'main' },
        ),
        Killed,
      ),
    );

  it('is done though it cannot clear away after itself, which the next one does', async () => {
    const removeAll = (disk: WorkDisk) => (place: Buffer) =>
      place.includes('/done-') ? fault('EBUSY') : disk.removeAll(place);
    assert.equal(done(await go((disk) => ({ removeAll: removeAll(disk) }))).parked, true);
    assert.match(readdirSync(ours('')).join(), /^done-[\w-]+$/);
    assert.equal(done(await resume()).operations, 0);
    assert.deepEqual(readdirSync(ours('')), []);
  });

  it('puts the index back byte for byte where all but the end was reached', async () => {
    const index = readFileSync(join(repository.root, '.git/index'));
    let ended = false;
    const replace = (disk: WorkDisk) => (from: Buffer, to: Buffer) => {
      if (ended || !to.includes('/done-')) return disk.replace(from, to);
      ended = true;
      assert.notDeepEqual(readFileSync(join(repository.root, '.git/index')), index);
      return fault('EIO');
    };
    assert.equal(refused(await go((disk) => ({ replace: replace(disk) }))).reason, 'in-use');
    assert.equal(ended, true);
    assert.deepEqual(readFileSync(join(repository.root, '.git/index')), index);
    assert.deepEqual(stateOf(repository), before);
  });

  it('takes the index away again where there was none', async () => {
    const empty = temporaryRepository();
    try {
      let ended = false;
      const start = (work: Work) => startChange(work, { title: 'First' });
      const outcome = await within(empty, (work) =>
        start({
          ...work,
          disk: {
            ...work.disk,
            replace: (from, to) => {
              if (ended || !to.includes('/done-')) return work.disk.replace(from, to);
              ended = true;
              assert.equal(existsSync(join(empty.root, '.git/index')), true);
              return fault('EIO');
            },
          },
        }),
      );
      assert.equal(refused(outcome).reason, 'in-use');
      assert.equal(existsSync(join(empty.root, '.git/index')), false);
      assert.equal(empty.git('symbolic-ref', 'HEAD'), 'refs/heads/main');
      done(await within(empty, start));
      assert.equal(empty.git('symbolic-ref', 'HEAD'), 'refs/heads/pm/first');
    } finally {
      empty.remove();
    }
  });

  it('completes a commit of which only the end was not reached', async () => {
    let ended = false;
    const outcome = await run(async (work) => {
      const read = done(await readReviewedFiles(work, ['src/home/a.txt']));
      const replace: WorkDisk['replace'] = (from, to) => {
        if (ended || !to.includes('/done-')) return work.disk.replace(from, to);
        ended = true;
        return fault('EIO');
      };
      return commitReviewed({ ...work, disk: { ...work.disk, replace } }, { ...read, message: 'Reviewed' });
    });
    assert.match(refused(outcome).sentence, /^The commit was made/);
    assert.equal(repository.git('status', '--porcelain'), '');
    assert.deepEqual(readdirSync(ours('')), []);
  });

  it('touches nothing once the end was reached, though the disk denies it', async () => {
    const replace = (disk: WorkDisk) => async (from: Buffer, to: Buffer) => {
      await disk.replace(from, to);
      if (to.includes('/done-')) await fault('EIO');
    };
    refused(await go((disk) => ({ replace: replace(disk) })));
    done(await resume());
    assert.equal(repository.git('symbolic-ref', 'HEAD'), 'refs/heads/main');
    assert.equal(repository.git('status', '--porcelain'), '');
    done(await run((work) => switchChange(work, { to: 'pm/home' })));
    assert.deepEqual(stateOf(repository), before);
  });

  it('says that the commit was made where only what comes after it failed', async () => {
    let failed = false;
    const outcome = await run(async (work) => {
      const read = done(await readReviewedFiles(work, ['src/home/a.txt']));
      let committed = false;
      const failing: Work = {
        ...work,
        run: async (args, options) => {
          if (committed && !failed && args[0] === 'rev-parse' && args.at(-1)?.endsWith('^{tree}') === true) {
            failed = true;
            return { code: 128, output: Buffer.alloc(0), said: 'fatal: at the worst moment' };
          }
          committed ||= args[0] === 'commit';
          return work.run(args, options);
        },
      };
      return commitReviewed(failing, { ...read, message: 'Reviewed' });
    });
    const refusal = refused(outcome);
    assert.equal(failed, true);
    assert.equal(refusal.reason, 'interrupted');
    assert.match(refusal.sentence, /^The commit was made/);
    assert.equal(repository.git('log', '-1', '--format=%s'), 'Reviewed');
    assert.equal(repository.git('status', '--porcelain'), '');
    assert.deepEqual(readdirSync(ours('')), []);
  });

  /** The process, or all that is written after it, ends once git has made the commit. */
  const failAfterCommit = (how: 'killed' | 'full') =>
    run(async (work) => {
      const read = done(await readReviewedFiles(work, ['src/home/a.txt']));
      let committed = false;
      const failing: Work = {
        ...work,
        run: async (args, options) => {
          if (committed && how === 'killed') throw new Killed();
          if (committed && args.includes('pack-objects')) throw toOperationError('fatal: bad object HEAD');
          const result = await work.run(args, options);
          committed ||= args[0] === 'commit';
          return result;
        },
        disk: {
          ...work.disk,
          replace: (from, to) => (committed && !to.includes('/left-') ? fault('ENOSPC') : work.disk.replace(from, to)),
        },
      };
      return commitReviewed(failing, { ...read, message: 'Reviewed' });
    });

  it('says of a commit that stands that it was made, where what comes after it waits', async () => {
    const refusal = refused(await failAfterCommit('full'));
    assert.equal(refusal.reason, 'interrupted');
    assert.match(refusal.sentence, /^The commit was made/);
    assert.match(readdirSync(ours('')).join(), /^left-/);
    const { sentence, committed } = done(await resume());
    assert.equal(committed, 1);
    assert.match(sentence, /once its commit was made: the commit is in your change/);
    assert.equal(repository.git('log', '-1', '--format=%s'), 'Reviewed');
    assert.equal(repository.git('status', '--porcelain'), '');
    assert.equal(done(await resume()).operations, 0);
  });

  it('says so as well before the next step, where the process was killed', async () => {
    await assert.rejects(failAfterCommit('killed'), Killed);
    const again = refused(await run((work) => switchChange(work, { to: 'main' }), { isAlive: () => false }));
    assert.equal(again.reason, 'interrupted');
    assert.match(again.sentence, /once its commit was made.*Look at it, then try again/);
    assert.equal(repository.git('log', '-1', '--format=%s'), 'Reviewed');
    done(await run((work) => switchChange(work, { to: 'main' })));
  });

  for (const [code, why] of [
    ['EBUSY', /^A file could not be read or written: close/],
    ['ENOSPC', /^The disk is full: make some space\./],
    ['cleared', /^This step failed halfway: look at your files\./],
  ] as const)
    it(`says that not all could be put back yet (${code}), and does it next time`, async () => {
      const fail = () =>
        code === 'cleared' ? Promise.reject(toOperationError('fatal: bad object HEAD')) : fault(code);
      const move = (disk: WorkDisk) => (from: Buffer, to: Buffer) =>
        /\/op\/(?:new|old)\//.test(from.toString()) ? fail() : disk.move(from, to);
      const refusal = refused(await go((disk) => ({ move: move(disk) })));
      assert.equal(refusal.reason, 'interrupted');
      assert.match(refusal.sentence, why);
      assert.match(refusal.sentence, /Not everything could be put back yet/);
      assert.doesNotMatch(refusal.sentence, /as it was|nothing was|put back;/i);
      assert.notDeepEqual(filesOf(repository.root), (before as { files: unknown }).files);
      assert.match(readdirSync(ours('')).join(), /^left-/);
      const again = refused(await run((work) => switchChange(work, { to: 'main' })));
      assert.equal(again.reason, 'interrupted');
      assert.match(again.sentence, /put back just now/);
      assert.deepEqual(stateOf(repository), before);
    });

  it('leaves nothing behind where it cannot even begin', async () => {
    assert.equal(refused(await go(() => ({ makeFolder: () => fault('ENOSPC') }))).reason, 'disk-full');
    assert.deepEqual(stateOf(repository), before);
    assert.equal(refused(await go(() => ({ link: () => fault('EDQUOT') }))).reason, 'disk-full');
    assert.deepEqual(stateOf(repository), before);
    assert.deepEqual(readdirSync(ours('')), []);
  });

  it('puts back what the PM deleted, or what stands in both places, after an interruption', async () => {
    await killAfterSwap();
    repository.remove('src/home/a.txt');
    const { steps } = JSON.parse(readFileSync(ours('op/journal.json'), 'utf8')) as Journal;
    const number = steps.findIndex(({ name }) => name === 'src/home/new.txt');
    // A move to another disk that ended between the copy and the removal.
    copyFileSync(ours(`op/old/${number}`), join(repository.root, 'src/home/new.txt'));
    const { operations, backups } = done(await resume());
    assert.deepEqual([operations, backups], [1, []]);
    assert.deepEqual(stateOf(repository), before);
  });

  it('keeps what the PM wrote between two tries to put things back, each in a backup of its own', async () => {
    await killAfterSwap();
    repository.write('src/home/a.txt', 'written first\n');
    repository.write('src/home/new.txt/mine.txt', 'in the way\n');
    assert.equal(refused(await resume()).reason, 'in-the-way');
    repository.remove('src/home/new.txt');
    repository.write('src/home/new.txt', 'written second\n');
    assert.equal(done(await resume()).backups.length, 2);
    assert.deepEqual(stateOf(repository), before);
    const kept = (await run(backupsOf)).flatMap(({ paths }) => paths);
    assert.deepEqual(kept.sort(), ['src/home/a.txt', 'src/home/new.txt']);
  });
});
