import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkDisk } from '../../../src/git/work-disk.js';
import { listBackups } from '../../../src/work/list-backups.js';
import { bringBack } from '../../../src/work/bring-back.js';
import { resumeWork } from '../../../src/work/resume-work.js';
import { startChange } from '../../../src/work/start-change.js';
import { startOver } from '../../../src/work/start-over.js';
import type { Work } from '../../../src/work/work.js';
import { dyingAt, Killed } from '../faults.js';
import { backupsOf, done, filesOf, refused } from '../setup.js';
import { usePilotClone } from '../use-pilot-clone.js';

describe('a journal that the power took', function () {
  const { repository, base, run } = usePilotClone(this);
  beforeEach(() => repository.write('src/home/a.txt', 'authored, unfinished\n'));

  const inFolder = (...names: readonly string[]): string => join(repository.root, '.git', 'pm-zone', ...names);
  const over = (work: Work) => startOver(work, { base: base() });
  const dead = { isAlive: () => false };
  /** The process ends where the operation has moved the files aside and is about to move the branch. */
  const cutOff = async (): Promise<void> => {
    let refs = 0;
    // The first time it is the backup's.
    const isBranch = (args: readonly string[]): boolean => args[0] === 'update-ref' && (refs += 1) === 2;
    await run((work) => over(dyingAt(work, isBranch)).catch(ignoreKilled));
    assert.ok(readdirSync(inFolder('op', 'old')).length > 0);
    assert.ok(existsSync(join(repository.root, '.git', 'index.lock')));
  };

  it('is flushed to the disk before anything that it says is done', async () => {
    const calls: string[] = [];
    await run(async (work) => {
      const { disk } = work;
      const name = (place: Buffer): string => place.toString().slice(repository.root.length);
      const watched: Work = {
        ...work,
        disk: {
          ...disk,
          flush: (place) => (calls.push(`flush ${name(place)}`), disk.flush(place)),
          replace: (from, to) => (calls.push(`replace ${name(to)}`), disk.replace(from, to)),
          move: (from, to) => (calls.push(`move ${name(to)}`), disk.move(from, to)),
        },
      };
      done(await over(watched));
    });
    const [first = ''] = calls;
    assert.match(first, /^flush .*start-.*journal\.new$/);
    const journals = [...calls.entries()].filter(([, call]) => /^replace .*journal\.json$/.test(call));
    assert.ok(journals.length >= 3);
    for (const [at, call] of journals) {
      const folder = call.slice('replace '.length, -'/journal.json'.length);
      assert.deepEqual([calls[at - 1], calls[at + 1]], [`flush ${folder}/journal.new`, `flush ${folder}`]);
    }
    assert.equal(calls[calls.indexOf('replace /.git/pm-zone/op') + 1], 'flush /.git/pm-zone');
    const moved = calls.findIndex((call) => /^move .*\/old\//.test(call));
    assert.ok(moved > (journals[1]?.[0] ?? Infinity));
  });

  for (const [what, tear] of [
    ['empty', (place: string) => writeFileSync(place, '')],
    ['torn', (place: string) => writeFileSync(place, '{"id":"x","st')],
    ['of zeros', (place: string) => writeFileSync(place, Buffer.alloc(512))],
    ['something else', (place: string) => writeFileSync(place, '"x"')],
    ['half of one', (place: string) => writeFileSync(place, '{"id":"x"}')],
    ['nothing', (place: string) => writeFileSync(place, 'null')],
    ['gone', (place: string) => rmSync(place)],
  ] as const) {
    it(`blocks nothing where it is ${what}, and what was set aside is a backup`, async () => {
      await cutOff();
      const aside = readdirSync(inFolder('op', 'old')).map((number) => `set-aside/${number}`);
      tear(inFolder('op', 'journal.json'));
      const before = filesOf(repository.root);
      const resumed = done(await run(resumeWork, dead));
      assert.deepEqual([resumed.operations, resumed.torn, resumed.backups.length], [0, 1, 1]);
      assert.match(resumed.sentence, /The computer stopped in the middle.*look at them.*“Bring Back…”/);
      assert.deepEqual(filesOf(repository.root), before, 'the files are as they stand');
      assert.deepEqual(readdirSync(inFolder()), []);
      assert.equal(existsSync(join(repository.root, '.git', 'index.lock')), false);
      const listed = await run(backupsOf);
      const backup = listed.find(({ ref }) => ref === resumed.backups[0]);
      assert.deepEqual([...(backup?.paths ?? [])].sort(), aside.sort());
      done(await run((work) => bringBack(work, { ref: String(resumed.backups[0]) })));
      const found = Object.values(filesOf(repository.root));
      assert.ok(found.includes('- authored, unfinished\n'), JSON.stringify(found));
      assert.equal(done(await run(resumeWork, dead)).sentence, 'Nothing was interrupted.');
    });
  }

  it('is reported by the next step, which goes on the second time', async () => {
    await cutOff();
    writeFileSync(inFolder('op', 'journal.json'), '');
    const start = (work: Work) => startChange(work, { title: 'Fresh' });
    const refusal = refused(await run(start, dead));
    assert.equal(refusal.reason, 'interrupted');
    assert.match(refusal.sentence, /The computer stopped .* Then try again\.$/);
    done(await run(start, dead));
    done(await run(listBackups));
  });

  it('blocks nothing where it was left for the next step, nor where its mark on the index is lost too', async () => {
    await cutOff();
    writeFileSync(inFolder('op', 'journal.json'), '');
    // The lock is the very same file where the disk has links.
    writeFileSync(inFolder('op', 'lock'), '');
    writeFileSync(join(repository.root, '.git', 'index.lock'), '');
    mkdirSync(inFolder('op', 'rescued', '0'), { recursive: true });
    writeFileSync(inFolder('op', 'rescued', '0', '3'), 'rescued\n');
    mkdirSync(inFolder('op', 'rescued', '0', '4'));
    renameSync(inFolder('op'), inFolder('left-x'));
    const resumed = done(await run(resumeWork, dead));
    assert.deepEqual([resumed.torn, resumed.backups.length], [1, 2]);
    assert.equal(existsSync(join(repository.root, '.git', 'index.lock')), false);
  });

  it('leaves the lock of another git, and an operation that is done meanwhile', async () => {
    await cutOff();
    writeFileSync(inFolder('op', 'journal.json'), '');
    rmSync(join(repository.root, '.git', 'index.lock'));
    writeFileSync(join(repository.root, '.git', 'index.lock'), 'DIRC');
    done(await run(resumeWork, dead));
    assert.ok(existsSync(join(repository.root, '.git', 'index.lock')));
    rmSync(join(repository.root, '.git', 'index.lock'));
    mkdirSync(inFolder('op'));
    const meanwhile = await run((work) =>
      resumeWork({
        ...work,
        disk: {
          ...work.disk,
          stat: async (place) => {
            const found = await work.disk.stat(place);
            if (place.toString().endsWith('journal.json')) rmSync(inFolder('op'), { recursive: true, force: true });
            return found;
          },
        },
      }),
    );
    assert.deepEqual([done(meanwhile).operations, done(meanwhile).torn], [0, 0]);
  });

  it('is all that there is to clear away where nothing was done yet', async () => {
    mkdirSync(inFolder('op', 'old'), { recursive: true });
    const before = filesOf(repository.root);
    const resumed = done(await run(resumeWork, dead));
    assert.deepEqual([resumed.torn, resumed.backups], [1, []]);
    assert.deepEqual(filesOf(repository.root), before);
    assert.deepEqual(readdirSync(inFolder()), []);
  });

  it('says what the disk says where it cannot be read', async () => {
    mkdirSync(inFolder('left-x'), { recursive: true });
    writeFileSync(inFolder('left-x', 'journal.json'), '{}');
    const refusal = refused(
      await run((work) =>
        resumeWork({
          ...work,
          disk: {
            ...work.disk,
            read: () => Promise.reject(Object.assign(new Error('EIO: broken'), { code: 'EIO' })),
          },
        }),
      ),
    );
    assert.match(refusal.sentence, /EIO/);
  });

  it('needs no disk that can flush', async () => {
    repository.write('file', 'x');
    const place = Buffer.from(join(repository.root, 'file'));
    const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));
    await openWorkDisk(undefined, undefined, failing('EINVAL')).flush(place);
    await assert.rejects(openWorkDisk(undefined, undefined, failing('EIO')).flush(place), /EIO/);
    await openWorkDisk().flush(Buffer.from(repository.root));
    await openWorkDisk().flush(place);
  });
});

function ignoreKilled(error: unknown): undefined {
  if (!(error instanceof Killed)) throw error;
}
