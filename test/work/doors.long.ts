import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { openRepository } from '../../src/git/repository.js';
import { openGit } from '../../src/git/git.js';
import { isProcessRunning, writeGitProcessNote, parseGitProcessNote } from '../../src/git/git-process-note.js';
import { openWorkDisk } from '../../src/git/work-disk.js';
import { openWorkGit } from '../../src/git/work-git.js';
import { bringBack } from '../../src/work/bring-back.js';
import { commitReviewed, readReviewedFiles } from '../../src/work/commit-reviewed.js';
import { finishLatest } from '../../src/work/finish-latest.js';
import { getLatest } from '../../src/work/get-latest.js';
import { attempt, toRefusal, OperationError, toOperationError } from '../../src/work/operation-outcome.js';
import { resumeWork } from '../../src/work/resume-work.js';
import { startOver } from '../../src/work/start-over.js';
import { switchChange } from '../../src/work/switch-change.js';
import { runGit, openWork, type Work } from '../../src/work/work.js';
import { temporaryRepository } from '../support/temporary-repository.js';
import { dyingAt, Killed, withFault } from './faults.js';
import { backupsOf, done, filesOf, refused, slowest } from './setup.js';
import { usePilotClone } from './use-pilot-clone.js';

describe('the doors of the work room', function () {
  this.timeout(slowest);
  const repository = temporaryRepository();
  const place = (name: string): Buffer => Buffer.from(join(repository.root, name));
  after(() => repository.remove());

  it('moves files and links also to another disk, and never over anything', async () => {
    const elsewhere = () => Promise.reject(Object.assign(new Error('EXDEV'), { code: 'EXDEV' }));
    const disk = openWorkDisk(elsewhere);
    writeFileSync(place('one'), 'one');
    symlinkSync('one', place('link'));
    await disk.move(place('one'), place('two'));
    await disk.move(place('link'), place('other'));
    assert.equal(readFileSync(place('two'), 'utf8'), 'one');
    assert.equal(readlinkSync(place('other')), 'one');
    assert.ok(!existsSync(place('one')));
    await assert.rejects(disk.move(place('two'), place('other')), /Something is there/);
    const broken = openWorkDisk(() => Promise.reject(Object.assign(new Error('EPERM'), { code: 'EPERM' })));
    await assert.rejects(broken.move(place('two'), place('three')), /EPERM/);
    assert.equal(readFileSync(place('two'), 'utf8'), 'one');
  });

  it('lets a file stand at another place too, also where the disk has no links', async () => {
    writeFileSync(place('mark'), 'mark');
    const without = openWorkDisk(undefined, () => Promise.reject(Object.assign(new Error('EPERM'), { code: 'EPERM' })));
    for (const [number, disk] of [openWorkDisk(), without].entries()) {
      await disk.link(place('mark'), place(`shared ${number}`));
      assert.equal(readFileSync(place(`shared ${number}`), 'utf8'), 'mark');
      await assert.rejects(disk.link(place('mark'), place(`shared ${number}`)), { code: 'EEXIST' });
    }
  });

  it('notes which git runs, where there is a place for it', async () => {
    const [folder, at] = [join(repository.root, 'notes'), Date.now()];
    writeGitProcessNote(folder, { owner: 1, process: 2, at })();
    mkdirSync(folder);
    const taken = writeGitProcessNote(folder, { owner: 1, process: 2, at });
    const [name = ''] = readdirSync(folder);
    assert.deepEqual(parseGitProcessNote(name), { owner: 1, process: 2, at });
    assert.equal(parseGitProcessNote('op'), undefined);
    taken();
    assert.deepEqual(readdirSync(folder), []);
    const stuck = writeGitProcessNote(folder, { owner: 1, process: 2, at });
    repository.remove(`notes/${name}`);
    repository.write(`notes/${name}/in-the-way`, '');
    stuck();
    const opened = await openRepository(repository.root, { environment: repository.environment });
    const running = openWorkGit(opened.git, false, folder)(['-c', 'alias.wait=!sleep 0.3', 'wait']);
    assert.ok(readdirSync(folder).some((each) => parseGitProcessNote(each)?.owner === process.pid));
    await running;
    assert.deepEqual(readdirSync(folder), [name]);
    opened.close();
  });

  it('says what stands where, and leaves no half file', async () => {
    const disk = openWorkDisk();
    mkdirSync(place('folder'));
    execFileSync('mkfifo', [place('pipe').toString()]);
    assert.deepEqual(await disk.stat(place('folder')), { kind: 'folder' });
    assert.deepEqual(await disk.stat(place('pipe')), { kind: 'special' });
    assert.deepEqual(await disk.stat(place('two/below')), { kind: 'missing' });
    await assert.rejects(disk.stat(Buffer.from('/\0')), TypeError);
    await assert.rejects(disk.write(place('half'), 5 as never, 'file'));
    assert.ok(!existsSync(place('half')));
    await disk.write(place('run'), Buffer.from('x'), 'executable');
    assert.equal(((await disk.stat(place('run'))) as { executable: boolean }).executable, true);
    repository.remove('pipe');
  });

  it('runs git without filters unless trusted, and stops what takes too long', async () => {
    const opened = await openRepository(repository.root, { environment: repository.environment });
    repository.git('config', 'filter.loud.smudge', 'sed s/^/filtered/');
    repository.git('config', 'filter.a=b.smudge', 'cat');
    const again = await openRepository(repository.root, { environment: repository.environment });
    try {
      const smudge = async (trusted: boolean): Promise<string> =>
        (await openWorkGit(again.git, trusted)(['config', '--get', 'filter.loud.smudge'])).output.toString();
      assert.equal(await smudge(false), '\n');
      assert.equal(await smudge(true), 'sed s/^/filtered/\n');
      const slow = openWorkGit(again.git, false)(['cat-file', '--batch'], { timeout: 1, input: 'HEAD\n'.repeat(9999) });
      await assert.rejects(slow, /longer than 0.001 seconds/);
      const stubborn = ['-c', 'alias.wait=!trap "" TERM; sleep 60', 'wait'];
      const stop = new AbortController();
      const stopped = openWorkGit(again.git, false)(stubborn, { signal: stop.signal });
      setTimeout(() => stop.abort(), 100);
      await assert.rejects(stopped, { kind: 'stopped' });
      await assert.rejects(openWorkGit(again.git, false)(['version'], { signal: stop.signal }), { kind: 'stopped' });
      const killed = await openWorkGit(again.git, false)(['-c', 'alias.die=!kill -9 $PPID', 'die']);
      assert.equal(killed.code, 128);
      const said = await openWorkGit(again.git, true)(['no-such-command']);
      assert.equal(said.code, 1);
    } finally {
      opened.close();
      again.close();
    }
    const missing = openGit(repository.root, { environment: repository.environment, program: 'no-such-git' });
    await assert.rejects(openWorkGit(missing, false)(['status']), /not found/);
  });

  it('classifies errors of git and the disk', async () => {
    const code = (name: string): Error => Object.assign(new Error(`${name}: x`), { code: name });
    assert.equal(toRefusal(code('EDQUOT'))?.reason, 'disk-full');
    assert.equal(toRefusal(code('EBUSY'))?.reason, 'in-use');
    assert.equal(toRefusal('text'), undefined);
    assert.equal(toOperationError("fatal: Unable to create '/x/index.lock': File exists.").reason, 'busy');
    assert.equal(toOperationError('error: write failed: No space left on device').reason, 'disk-full');
    for (const said of [
      `fatal: missing blob object '${'1'.repeat(40)}'`,
      'fatal: bad tree object HEAD',
      `fatal: git show-ref: bad ref HEAD (${'1'.repeat(40)})`,
      'error: unable to write file .git/objects/aa/bb: No such file or directory',
      "hint: x\nerror: unable to create temporary file: No such file or directory\nfatal: 'x'",
    ])
      assert.equal(toOperationError(said).reason, 'cleared', said);
    for (const said of [
      "fatal: bad boolean config value 'x' for 'commit.gpgsign'",
      'fatal: bad config line 1 in file x',
    ])
      assert.equal(toOperationError(said).reason, 'git', said);
    assert.match(toOperationError('odd words').sentence, /said: odd words/);
    assert.match(toOperationError('hint: x\nfatal: broken').sentence, /said: broken/);
    await assert.rejects(
      attempt(() => Promise.reject(new Error('ours'))),
      /ours/,
    );
    assert.equal(refused(await attempt(() => Promise.reject(new OperationError('busy', 'x')))).sentence, 'x');
  });

  it('knows whether a process runs', async () => {
    const opened = await openRepository(repository.root, { environment: repository.environment });
    const { isAlive } = openWork(opened);
    assert.equal(isAlive(process.pid), true);
    assert.equal(isAlive(2 ** 30), false);
    opened.close();
    assert.equal(isProcessRunning(process.pid, '/nowhere'), true);
    if (process.platform !== 'linux') return;
    // It has ended, and its parent never asks how.
    const parent = spawn('sh', ['-c', 'sleep 0.3 & echo $!; exec sleep 60']);
    try {
      const ended = await new Promise<number>((resolve) => {
        parent.stdout.once('data', (id: Buffer) => {
          resolve(Number(id));
        });
      });
      for (let tries = 0; isAlive(ended) && tries < 100; tries += 1) await new Promise((next) => setTimeout(next, 50));
      assert.equal(isAlive(ended), false);
      assert.equal(isProcessRunning(ended, '/nowhere'), true, 'it still has its number');
    } finally {
      parent.kill();
    }
  });
});

describe('operations side by side and one after the other', function () {
  const { repository, origin, run } = usePilotClone(this);
  const killed = (at: (args: readonly string[]) => boolean) => async (work: Work) => {
    await assert.rejects(switchChange(dyingAt(work, at), { to: 'main' }), Killed);
  };
  /** The process ends when all files are exchanged. */
  const afterSwap = (args: readonly string[]): boolean =>
    (args[0] === 'update-ref' || args[0] === 'symbolic-ref') &&
    args.length > 3 &&
    !filesOf(repository.root)['src/home/new.txt'];

  it('refuses while another one is at work, and puts back what a process left', async () => {
    repository.write('src/home/a.txt', 'unfinished\n');
    const before = filesOf(repository.root);
    await run(killed(afterSwap));
    assert.notDeepEqual(filesOf(repository.root), before);
    const busy = refused(await run((work) => switchChange(work, { to: 'main' })));
    assert.match(busy.sentence, /another window/);
    const later = { isAlive: () => false };
    assert.equal(refused(await run((work) => switchChange(work, { to: 'main' }), later)).reason, 'interrupted');
    assert.deepEqual(filesOf(repository.root), before);
    assert.equal(done(await run(resumeWork)).operations, 0);
    assert.match(done(await run(resumeWork)).sentence, /Nothing/);
  });

  it('takes an operation of long ago for left, whoever has its number now', async () => {
    await run(killed(afterSwap));
    const tomorrow = { now: () => new Date(Date.now() + 86_400_000) };
    assert.match(done(await run(resumeWork, tomorrow)).sentence, /All is as it was before it\.$/);
    assert.equal(existsSync(join(repository.root, '.git/index.lock')), false);
    repository.write('.git/index.lock', `PM Zone ${process.pid} x\n`);
    repository.write(`.git/pm-zone/start-${process.pid}-x/new`, '');
    repository.write('.git/pm-zone/done-x/new', '');
    done(await run(resumeWork));
    assert.equal(existsSync(join(repository.root, '.git/index.lock')), true, 'its process is still there');
    assert.deepEqual(readdirSync(join(repository.root, '.git/pm-zone')), [`start-${process.pid}-x`]);
    done(await run(resumeWork, { isAlive: () => false }));
    assert.equal(existsSync(join(repository.root, '.git/index.lock')), false);
    assert.deepEqual(readdirSync(join(repository.root, '.git/pm-zone')), []);
  });

  it('keeps what was written over an interrupted operation', async () => {
    repository.write('src/home/a.txt', 'unfinished\n');
    repository.write('fresh.txt', 'untracked\n');
    const before = filesOf(repository.root);
    await run(killed(afterSwap));
    repository.write('src/home/a.txt', 'written since\n');
    repository.write('src/home/new.txt', 'written since too\n');
    const resumed = done(await run(resumeWork, { isAlive: () => false }));
    assert.equal(resumed.backups.length, 1);
    assert.match(resumed.sentence, /kept as a backup/);
    assert.deepEqual(filesOf(repository.root), before);
    const [rescued] = await run(backupsOf);
    assert.deepEqual([...(rescued?.paths ?? [])].sort(), ['src/home/a.txt', 'src/home/new.txt']);
    done(await run((work) => bringBack(work, { ref: rescued?.ref ?? '' })));
    assert.equal(readFileSync(join(repository.root, 'src/home/a.txt'), 'utf8'), 'written since\n');
  });

  it('waits with putting back until what stands in the way is gone', async () => {
    await run(killed(afterSwap));
    repository.write('src/home/new.txt/mine.txt', 'a folder now\n');
    const later = { isAlive: () => false };
    assert.equal(refused(await run(resumeWork, later)).reason, 'in-the-way');
    repository.write('elsewhere.txt', 'a folder now\n');
    repository.remove('src/home/new.txt');
    repository.remove('src/home');
    repository.write('src/home', 'a file now\n');
    assert.equal(refused(await run(resumeWork, later)).reason, 'in-the-way');
    repository.remove('src/home');
    done(await run(resumeWork, later));
    assert.equal(readFileSync(join(repository.root, 'src/home/new.txt'), 'utf8'), 'new\n');
  });

  it('leaves alone what was done with git after an interruption', async () => {
    await run(killed(afterSwap));
    repository.remove('.git/index.lock');
    repository.git('symbolic-ref', 'HEAD', 'refs/heads/elsewhere');
    done(await run(resumeWork, { isAlive: () => false }));
    assert.equal(repository.git('symbolic-ref', 'HEAD'), 'refs/heads/elsewhere');
  });

  /** The process ends right after git has committed. */
  const dyingAfterCommit = (work: Work): Work => {
    let dead = false;
    const guard = <T>(act: () => Promise<T>): Promise<T> => (dead ? Promise.reject(new Killed()) : act());
    return {
      ...work,
      run: (args, options) =>
        guard(async () => {
          const reply = await work.run(args, options);
          dead = args[0] === 'commit';
          return reply;
        }),
      disk: Object.fromEntries(
        Object.entries(work.disk).map(([name, act]) => [
          name,
          (...all: readonly unknown[]) =>
            guard(() => (act as (...each: readonly unknown[]) => Promise<unknown>)(...all)),
        ]),
      ) as unknown as Work['disk'],
    };
  };

  it('carries a commit on to its end that git has made already', async () => {
    repository.write('src/home/a.txt', 'reviewed\n');
    await run(async (work) => {
      const read = done(await readReviewedFiles(work, ['src/home/a.txt']));
      await assert.rejects(commitReviewed(dyingAfterCommit(work), { ...read, message: 'Reviewed' }), Killed);
    });
    done(await run(resumeWork, { isAlive: () => false }));
    assert.equal(repository.git('log', '-1', '--format=%s'), 'Reviewed');
    assert.equal(repository.git('status', '--porcelain'), '');
  });

  it('forgets a merge that git has committed, and no other', async () => {
    const merging = (name: string): string => join(repository.root, '.git', name);
    for (const other of [false, true]) {
      origin.write('src/home/a.txt', `theirs ${String(other)}\n`);
      const commit = origin.commit('Theirs');
      repository.git('fetch', '--quiet');
      done(await run((work) => getLatest(work, { base: { ref: 'origin/main', commit } })));
      repository.write('src/home/a.txt', `both ${String(other)}\n`);
      const [head, message] = [readFileSync(merging('MERGE_HEAD')), readFileSync(merging('MERGE_MSG'))];
      await run((work) => assert.rejects(finishLatest(dyingAfterCommit(work)), Killed));
      // Git was killed before it forgot the merge, or another one has begun since.
      writeFileSync(merging('MERGE_HEAD'), other ? `${repository.git('rev-parse', 'main~0')}\n` : head);
      writeFileSync(merging('MERGE_MSG'), message);
      done(await run(resumeWork, { isAlive: () => false }));
      assert.match(repository.git('log', '-1', '--format=%s'), /^Bring in/);
      assert.equal(repository.git('status', '--porcelain'), '');
      assert.deepEqual([existsSync(merging('MERGE_HEAD')), existsSync(merging('MERGE_MSG'))], [other, other]);
    }
  });

  it('says so where a git that it left goes on for long', async () => {
    await run(killed(afterSwap));
    const [gone, now] = [2 ** 30, Date.now()];
    const slow = spawn('sleep', ['60']);
    const note = `.git/pm-zone/git-${gone}-${String(slow.pid)}-${now}`;
    try {
      repository.write(note, '');
      repository.write(`.git/pm-zone/git-${process.pid}-${process.pid}-${now}`, 'of this very window');
      let time = now;
      const hurried = {
        isAlive: (id: number) => id === slow.pid,
        now: () => {
          time += 500;
          return new Date(time);
        },
      };
      assert.match(refused(await run(resumeWork, hurried)).sentence, /Git is still at work on a step/);
      assert.ok(existsSync(join(repository.root, note)));
      // Nobody's number lasts as long.
      const tomorrow = { ...hurried, now: () => new Date(now + 86_400_000) };
      assert.equal(done(await run(resumeWork, tomorrow)).operations, 1);
      assert.deepEqual(readdirSync(join(repository.root, '.git/pm-zone')), []);
    } finally {
      slow.kill();
    }
  });

  it('takes the locks away that a killed git left on what it changes, and no others', async () => {
    repository.write('src/home/a.txt', 'unfinished\n');
    const before = filesOf(repository.root);
    await run(killed((args) => args[0] === 'symbolic-ref' && args.length > 3));
    const older = '.git/refs/pm-zone/parked/pm/home.lock';
    repository.write('.git/HEAD.lock', '');
    repository.write(older, '');
    const at = Date.now();
    utimesSync(join(repository.root, older), at / 1000 - 60, at / 1000 - 60);
    const later = { isAlive: () => false };
    assert.equal(refused(await run(resumeWork, later)).reason, 'busy');
    assert.ok(Date.now() - at > 1500, 'it may be of a git that is still at work');
    assert.equal(existsSync(join(repository.root, '.git/HEAD.lock')), false);
    assert.equal(existsSync(join(repository.root, older)), true, 'it was there before');
    repository.remove(older);
    assert.equal(done(await run(resumeWork, later)).operations, 1);
    assert.deepEqual(filesOf(repository.root), before);
  });

  it('notices a file that is saved while it is being exchanged', async () => {
    repository.write('src/home/a.txt', 'unfinished\n');
    const outcome = await run((work) =>
      startOver(
        {
          ...work,
          run: async (args, options) => {
            const reply = await work.run(args, options);
            if (args[0] === 'update-ref') repository.write('src/home/a.txt', 'saved just now\n');
            return reply;
          },
        },
        { base: { ref: 'origin/main', commit: repository.git('rev-parse', 'origin/main') } },
      ),
    );
    assert.equal(refused(outcome).reason, 'changed-meanwhile');
    assert.equal(readFileSync(join(repository.root, 'src/home/a.txt'), 'utf8'), 'saved just now\n');
  });

  it('notices a file that is saved while it is being kept', async () => {
    repository.write('src/home/a.txt', 'unfinished\n');
    const outcome = await run((work) =>
      switchChange(
        {
          ...work,
          run: (args, options) => {
            if (args[0] === 'hash-object' && args.includes('--stdin-paths'))
              repository.write('src/home/a.txt', 'saved\n');
            return work.run(args, options);
          },
        },
        { to: 'main' },
      ),
    );
    assert.equal(refused(outcome).reason, 'changed-meanwhile');
  });

  it('throws an error of our own after everything was put back', async () => {
    repository.write('src/home/a.txt', 'unfinished\n');
    const before = filesOf(repository.root);
    const broken = (work: Work): Work => ({
      ...work,
      run: (args, options) =>
        args[0] === 'symbolic-ref' && args.length > 3 ? Promise.reject(new TypeError('ours')) : work.run(args, options),
    });
    await assert.rejects(
      run((work) => switchChange(broken(work), { to: 'main' })),
      TypeError,
    );
    assert.deepEqual(filesOf(repository.root), before);
    assert.equal(repository.git('for-each-ref', 'refs/pm-zone'), '');
  });

  it('says where not everything could be put back yet', async () => {
    repository.write('src/home/a.txt', 'unfinished\n');
    const before = filesOf(repository.root);
    const refusal = refused(await run((work) => switchChange(withFault(work, 'stays-full', 60).work, { to: 'main' })));
    assert.ok(refusal.reason === 'disk-full' || refusal.reason === 'interrupted', refusal.reason);
    done(await run(resumeWork, { isAlive: () => false }));
    assert.deepEqual(filesOf(repository.root), before);
  });

  it('refuses files that cannot be kept', async () => {
    repository.remove('src/home/a.txt');
    execFileSync('mkfifo', [join(repository.root, 'src/home/a.txt')]);
    assert.match(refused(await run((work) => switchChange(work, { to: 'main' }))).sentence, /no plain file/);
    repository.remove('src/home/a.txt');
    repository.write('huge.bin', '');
    truncateSync(join(repository.root, 'huge.bin'), 101 * 2 ** 20);
    assert.equal(refused(await run((work) => switchChange(work, { to: 'main' }))).reason, 'too-large');
    assert.ok(existsSync(join(repository.root, 'huge.bin')));
  });

  it('goes back to no branch where it came from', async () => {
    repository.git('checkout', '--quiet', '--detach');
    const before = filesOf(repository.root);
    const head = repository.git('rev-parse', 'HEAD');
    let moved = false;
    const broken = (work: Work): Work => ({
      ...work,
      run: (args, options) => {
        if (moved) return Promise.resolve({ code: 1, output: Buffer.alloc(0), said: '' });
        moved = args[0] === 'symbolic-ref' && args.length > 3;
        return work.run(args, options);
      },
    });
    assert.equal(done(await run((work) => switchChange(broken(work), { to: 'main' }))).branch, 'main');
    repository.git('checkout', '--quiet', '--detach', 'pm/home');
    await run((work) =>
      switchChange(
        {
          ...work,
          disk: {
            ...work.disk,
            replace: (from, to) =>
              to.toString().endsWith('.git/index') ? Promise.reject(new Killed()) : work.disk.replace(from, to),
          },
        },
        { to: 'main' },
      ).catch((error: unknown) => assert.ok(error instanceof Killed)),
    );
    assert.throws(() => repository.git('symbolic-ref', 'HEAD'));
    assert.equal(repository.git('rev-parse', 'HEAD'), head);
    assert.deepEqual(filesOf(repository.root), before);
  });

  it('keeps what git leaves out by sparse checkout out, and refuses hidden edits there', async () => {
    repository.git('update-index', '--skip-worktree', 'run.sh');
    repository.remove('run.sh');
    done(await run((work) => switchChange(work, { to: 'main' })));
    assert.ok(!existsSync(join(repository.root, 'run.sh')));
    done(await run((work) => switchChange(work, { to: 'pm/home' })));
    repository.write('run.sh', 'edited unseen\n');
    assert.match(refused(await run((work) => switchChange(work, { to: 'main' }))).sentence, /not to look/);
  });

  it('has one operation at a time, and refuses too many files', async () => {
    const mocked = (work: Work): Work => ({
      ...work,
      disk: {
        ...work.disk,
        replace: (from, to) => {
          const code = to.toString().endsWith('/op') ? 'ENOTEMPTY' : undefined;
          return code ? Promise.reject(Object.assign(new Error(code), { code })) : work.disk.replace(from, to);
        },
      },
    });
    assert.equal(refused(await run((work) => switchChange(mocked(work), { to: 'main' }))).reason, 'busy');
    const many = (work: Work): Work => ({
      ...work,
      run: async (args, options) =>
        args.includes('--others')
          ? { code: 0, output: Buffer.from('x\0'.repeat(20_001)), said: '' }
          : work.run(args, options),
    });
    assert.match(refused(await run((work) => switchChange(many(work), { to: 'main' }))).sentence, /20000/);
  });

  it('does not take a file for gone that git did not write', async () => {
    const silent = (work: Work): Work => ({
      ...work,
      run: async (args, options) =>
        args[0] === 'checkout-index' ? { code: 0, output: Buffer.alloc(0), said: '' } : work.run(args, options),
    });
    const before = filesOf(repository.root);
    assert.match(refused(await run((work) => switchChange(silent(work), { to: 'main' }))).sentence, /did not give/);
    assert.deepEqual(filesOf(repository.root), before);
  });

  it('does not start where git cannot be asked', async () => {
    const failing = (work: Work): Work => ({
      ...work,
      run: () => Promise.resolve({ code: 1, output: Buffer.alloc(0), said: '' }),
    });
    assert.equal(refused(await run((work) => switchChange(failing(work), { to: 'main' }))).reason, 'git');
    await assert.rejects(
      run((work) => runGit(failing(work), ['x'])),
      OperationError,
    );
  });
});
