import assert from 'node:assert/strict';
import { bringBack, listBackupPaths } from '../../src/work/bring-back.js';
import { listChanges } from '../../src/work/list-changes.js';
import { startOver } from '../../src/work/start-over.js';
import { switchChange } from '../../src/work/switch-change.js';
import { backupsOf, done, refused } from './setup.js';
import { usePilotClone } from './use-pilot-clone.js';

describe('parked work, whatever becomes of its branch', function () {
  const { repository, text, base, run } = usePilotClone(this);
  const go = (to: string) => run((work) => switchChange(work, { to }));
  const bring = (ref: string, paths?: readonly string[]) =>
    run((work) => bringBack(work, paths === undefined ? { ref } : { ref, paths }));
  const listed = async () =>
    (await run(backupsOf)).map(({ parked, branch, goesTo, paths }) => ({ parked, branch, goesTo, paths }));
  const ours = (): string => repository.git('for-each-ref', '--format=%(refname)', 'refs/pm-zone');
  /** Unfinished work is parked with `pm/home`, and main is open. */
  const park = async (): Promise<void> => {
    repository.write('src/home/a.txt', 'parked\n');
    repository.write('fresh.txt', 'parked too\n');
    assert.equal(done(await go('main')).parked, true);
  };
  const home = { parked: true, branch: 'pm/home', paths: ['src/home/a.txt', 'fresh.txt'] };

  it('is listed while its branch is there, and comes back by switching there', async () => {
    await park();
    assert.deepEqual(await listed(), [{ ...home, goesTo: 'pm/home' }]);
    const [{ ref } = { ref: '' }] = await run(backupsOf);
    const refusal = refused(await bring(ref));
    assert.equal(refusal.reason, 'in-the-way');
    assert.match(refusal.sentence, /waits on “pm\/home”.*Switch there/);
    assert.deepEqual([...done(await run((work) => listBackupPaths(work, { ref }))).paths].sort(), [
      'fresh.txt',
      'src/home/a.txt',
      'src/home/new.txt',
    ]);
    done(await go('pm/home'));
    assert.deepEqual(await listed(), []);
  });

  it('comes back on the change that is open where its branch is gone, and is a backup from then on', async () => {
    await park();
    repository.git('branch', '--quiet', '-D', 'pm/home');
    assert.deepEqual(await listed(), [{ ...home, goesTo: undefined }]);
    const [{ ref } = { ref: '' }] = await run(backupsOf);
    done(await bring(ref, ['fresh.txt']));
    assert.deepEqual([text('fresh.txt'), text('src/home/a.txt')], ['parked too\n', 'one\n']);
    assert.equal((await listed()).filter(({ parked }) => parked).length, 1, 'there is more of it');
    done(await bring(ref));
    assert.deepEqual([text('fresh.txt'), text('src/home/a.txt')], ['parked too\n', 'parked\n']);
    assert.equal(text('src/home/new.txt'), 'new\n', 'what was committed there too');
    assert.equal((await listed()).filter(({ parked }) => parked).length, 0);
    assert.ok((await listed()).some(({ paths }) => paths.includes('fresh.txt')));
    assert.doesNotMatch(ours(), /parked/);
  });

  it('follows a branch that is renamed, also where nothing but its settings say so', async () => {
    await park();
    repository.git('branch', '--move', 'pm/home', 'pm/house');
    repository.git('reflog', 'expire', '--expire=now', '--all');
    assert.deepEqual(await listed(), [{ ...home, goesTo: 'pm/house' }]);
    const { changes } = done(await run((work) => listChanges(work, { base: base() })));
    assert.deepEqual(
      changes.map(({ branch, parked }) => [branch, parked]),
      [['pm/house', true]],
    );
    const back = done(await go('pm/house'));
    assert.equal(back.waiting, 'brought-back');
    assert.equal(text('fresh.txt'), 'parked too\n');
    assert.equal(ours(), '');
  });

  it('is not mixed up with that of a new branch of the same name', async () => {
    await park();
    repository.git('branch', '--move', 'pm/home', 'pm/house');
    repository.git('branch', '--no-track', 'pm/home', 'main');
    assert.equal(done(await go('pm/home')).waiting, 'none');
    repository.write('src/home/b.txt', 'another\n');
    done(await go('main'));
    assert.deepEqual((await listed()).map(({ branch, goesTo, paths }) => [branch, goesTo, paths[0]]).sort(), [
      ['pm/home', 'pm/home', 'src/home/b.txt'],
      ['pm/home', 'pm/house', 'src/home/a.txt'],
    ]);
    assert.equal(done(await go('pm/house')).waiting, 'brought-back');
    assert.deepEqual([text('fresh.txt'), text('src/home/b.txt')], ['parked too\n', 'two\n']);
    assert.equal(done(await go('pm/home')).waiting, 'brought-back');
    assert.equal(text('src/home/b.txt'), 'another\n');
  });

  it('waits beside what is parked under a name that leaves no room for its own', async () => {
    await park();
    repository.git('branch', '--quiet', '-D', 'pm/home');
    repository.git('checkout', '--quiet', '-b', 'pm/home/more', '--no-track');
    repository.write('more.txt', 'more\n');
    done(await go('main'));
    assert.deepEqual((await listed()).map(({ goesTo }) => goesTo).sort(), ['pm/home/more', undefined]);
    assert.equal(done(await go('pm/home/more')).waiting, 'brought-back');
    assert.equal(text('more.txt'), 'more\n');
    repository.git('update-ref', '-d', 'refs/pm-zone/parked/pm/home');
    done(await go('main'));
    repository.git('branch', '--quiet', '-D', 'pm/home/more');
    repository.git('checkout', '--quiet', '-b', 'pm/home', '--no-track');
    repository.write('less.txt', 'less\n');
    done(await go('main'));
    assert.deepEqual((await listed()).map(({ goesTo, paths }) => [...paths, goesTo]).sort(), [
      ['less.txt', 'pm/home'],
      ['more.txt', undefined],
    ]);
  });

  it('is a backup for any change where its branch was deleted and a new one parks under its name', async () => {
    await park();
    repository.git('branch', '--quiet', '-D', 'pm/home');
    repository.git('checkout', '--quiet', '-b', 'pm/home', '--no-track');
    repository.git('config', 'branch.pm/home.pmZoneId', 'another');
    assert.deepEqual(await listed(), [{ ...home, goesTo: undefined }]);
    repository.write('src/home/b.txt', 'another\n');
    done(await go('main'));
    assert.deepEqual((await listed()).map(({ parked, goesTo, paths }) => [parked, goesTo, paths[0]]).sort(), [
      [false, undefined, 'src/home/a.txt'],
      [true, 'pm/home', 'src/home/b.txt'],
    ]);
  });

  it('is kept from before the first commit too', async () => {
    repository.git('checkout', '--quiet', '--orphan', 'empty');
    repository.git('rm', '-r', '--quiet', '--cached', '.');
    done(await go('main'));
    const [only] = await listed();
    assert.deepEqual([only?.parked, only?.branch, only?.goesTo], [true, 'empty', undefined]);
    repository.git('branch', 'empty', 'main');
    done(await go('empty'));
  });

  it('goes by the name where an older version parked it, or git could not note whose it is', async () => {
    repository.write('.git/config.lock', '');
    await park();
    repository.remove('.git/config.lock');
    assert.deepEqual(await listed(), [{ ...home, goesTo: 'pm/home' }]);
    repository.git('branch', '--move', 'pm/home', 'pm/house');
    assert.deepEqual(await listed(), [{ ...home, goesTo: undefined }]);
    repository.git('branch', '--move', 'pm/house', 'pm/home');
    assert.equal(done(await go('pm/home')).waiting, 'brought-back');
  });

  it('stays a backup where it comes back and no branch has its commits any more', async () => {
    repository.write('fresh.txt', 'parked\n');
    done(await go('main'));
    repository.git('branch', '--force', 'pm/home', 'main');
    assert.equal(done(await go('pm/home')).waiting, 'brought-back');
    assert.equal(text('fresh.txt'), 'parked\n');
    const [{ ref, parked } = { ref: '', parked: true }] = await run(backupsOf);
    assert.equal(parked, false);
    assert.equal(repository.git('show', `${ref}^:src/home/new.txt`), 'new');
  });

  it('moves no branch back that went on meanwhile', async () => {
    await park();
    repository.git('checkout', '--quiet', 'pm/home');
    repository.git('commit', '--quiet', '--amend', '--message', 'Reworded');
    const tip = repository.git('rev-parse', 'HEAD');
    const [{ ref } = { ref: '' }] = await run(backupsOf);
    done(await bring(ref));
    assert.equal(repository.git('rev-parse', 'HEAD'), tip);
    assert.equal(text('fresh.txt'), 'parked too\n');
  });

  it('is followed for backups too: the whole change goes back to a branch that is renamed', async () => {
    const tip = repository.git('rev-parse', 'HEAD');
    const { backup } = done(await run((work) => startOver(work, { base: base() })));
    repository.git('branch', '--move', 'pm/home', 'pm/house');
    const [only] = await listed();
    assert.deepEqual([only?.parked, only?.branch, only?.goesTo], [false, 'pm/home', 'pm/house']);
    repository.git('checkout', '--quiet', 'main');
    assert.match(refused(await bring(backup)).sentence, /made on “pm\/house”\. Switch there/);
    repository.git('checkout', '--quiet', 'pm/house');
    done(await bring(backup));
    assert.equal(repository.git('rev-parse', 'pm/house'), tip);
  });
});
