import assert from 'node:assert/strict';
import { bringBack, listBackupPaths } from '../../src/work/bring-back.js';
import { listChanges } from '../../src/work/list-changes.js';
import { switchChange } from '../../src/work/switch-change.js';
import { backupsOf, done, refused } from './setup.js';
import { usePilotClone } from './use-pilot-clone.js';

describe('what is kept and cannot be read', function () {
  const { repository, text, base, run } = usePilotClone(this);
  const go = (to: string) => run((work) => switchChange(work, { to }));
  const refs = (): readonly string[] =>
    repository.git('for-each-ref', '--format=%(refname) %(objectname)', 'refs/pm-zone').split('\n').filter(Boolean);
  /** Something under one of our refs that this version does not know how to read. */
  const keepUnreadable = (name: string): string => {
    const ref = `refs/pm-zone/${name}`;
    repository.git('update-ref', ref, repository.git('commit-tree', '-m', `kept as ${name}`, 'HEAD^{tree}'));
    return ref;
  };

  it('stays under its ref where the same branch parks, and what is parked then comes back', async () => {
    keepUnreadable('parked/pm/home');
    const [kept] = refs();
    repository.write('src/home/a.txt', 'edited\n');
    assert.equal(done(await go('main')).parked, true);
    assert.ok(refs().includes(String(kept)));
    const back = done(await go('pm/home'));
    assert.equal(back.waiting, 'brought-back');
    assert.match(back.sentence, /Something else was parked with it that cannot be read.*“Bring Back…” lists it/);
    assert.equal(text('src/home/a.txt'), 'edited\n');
    assert.deepEqual(refs(), [kept]);
  });

  for (const name of ['parked/pm/home/more', 'parked/pm'])
    it(`leaves room for what is parked beside ${name}`, async () => {
      if (name === 'parked/pm') repository.git('branch', '--move', 'pm/home', 'pm/house');
      const [branch, path] = [repository.git('symbolic-ref', '--short', 'HEAD'), 'src/home/a.txt'];
      keepUnreadable(name);
      const [kept] = refs();
      repository.write(path, 'edited\n');
      done(await go('main'));
      assert.ok(refs().includes(String(kept)));
      assert.equal(done(await go(branch)).waiting, 'brought-back');
      assert.equal(text(path), 'edited\n');
    });

  it('is left alone where git itself cannot read it', async () => {
    const ref = keepUnreadable('parked/pm/home');
    const id = repository.git('rev-parse', ref);
    repository.remove(`.git/objects/${id.slice(0, 2)}/${id.slice(2)}`);
    repository.write('src/home/a.txt', 'edited\n');
    done(await go('main'));
    const [parked, gone] = await run(backupsOf);
    assert.deepEqual([parked?.goesTo, gone?.ref, gone?.at], ['pm/home', ref, new Date(0).toISOString()]);
    done(await go('pm/home'));
    assert.equal(text('src/home/a.txt'), 'edited\n');
  });

  it('is listed as what cannot be read, and is not brought back', async () => {
    const [parked, backup] = [keepUnreadable('parked/pm/home'), keepUnreadable('backups/of-another-version')];
    const listed = await run(backupsOf);
    assert.deepEqual(
      listed.map(({ ref, why, paths, goesTo, parked: waits }) => [ref, why, paths, goesTo, waits]),
      [backup, parked].map((ref) => [ref, 'kept in a way that cannot be read here', [], undefined, false]),
    );
    for (const { ref, at } of listed) {
      assert.equal(Date.parse(at), Date.parse(repository.git('log', '-1', '--format=%cI', ref)));
      for (const refusal of [
        refused(await run((work) => bringBack(work, { ref }))),
        refused(await run((work) => listBackupPaths(work, { ref }))),
      ]) {
        assert.equal(refusal.reason, 'git');
        assert.ok(refusal.sentence.includes(ref), refusal.sentence);
        assert.match(refusal.sentence, /cannot be read.*It stays kept.*engineering DRI/);
      }
    }
    assert.deepEqual(refs().length, 2);
    const { changes } = done(await run((work) => listChanges(work, { base: base() })));
    assert.deepEqual(
      changes.map(({ parked: waits }) => waits),
      [false],
    );
  });
});
