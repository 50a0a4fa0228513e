import assert from 'node:assert/strict';
import { chmodSync, existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { switchChange } from '../../src/work/switch-change.js';
import { done, filesOf, pilotClone, refused, slowest, stateOf, within } from './setup.js';

describe('switching between changes', function () {
  this.timeout(slowest);
  const { repository, origin } = pilotClone();
  after(() => {
    repository.remove();
    origin.remove();
  });

  it('parks every kind of unfinished work and brings exactly that back', async () => {
    repository.git('branch', 'pm/other', 'origin/main');
    repository.write('src/home/a.txt', 'edited\r\nwith\r\nmixed\n');
    repository.write('src/home/b.txt', 'staged\n');
    repository.git('add', 'src/home/b.txt');
    repository.write('src/home/b.txt', 'staged, then edited\n');
    repository.write('src/home/fresh/very new.txt', 'untracked\n');
    repository.write('added.txt', 'added\n');
    repository.git('add', 'added.txt');
    repository.write('announced.txt', 'announced\n');
    repository.git('add', '--intent-to-add', 'announced.txt');
    repository.remove('src/home/new.txt');
    repository.git('rm', '--quiet', '--cached', 'README.md');
    chmodSync(join(repository.root, 'run.sh'), 0o644);
    symlinkSync('src/home', join(repository.root, 'link'));
    repository.write('debug.log', 'ignored\n');
    const before = stateOf(repository);

    const there = done(await within(repository, (work) => switchChange(work, { to: 'pm/other' })));
    assert.equal(there.parked, true);
    assert.equal(there.waiting, 'none');
    assert.match(there.sentence, /parked with “pm\/home”/);
    assert.equal(repository.git('status', '--porcelain'), '');
    assert.deepEqual(filesOf(repository.root), {
      '.gitignore': '- *.log\n',
      'README.md': '- # Hello\n',
      'debug.log': '- ignored\n',
      'run.sh': 'x echo\n',
      'src/home/a.txt': '- one\n',
      'src/home/b.txt': '- two\n',
    });
    assert.match(repository.git('for-each-ref', 'refs/pm-zone'), /refs\/pm-zone\/parked\/pm\/home$/);

    const back = done(await within(repository, (work) => switchChange(work, { to: 'pm/home' })));
    assert.equal(back.parked, false, back.sentence);
    assert.equal(back.waiting, 'brought-back');
    assert.deepEqual(stateOf(repository), before);
    assert.equal(repository.git('for-each-ref', 'refs/pm-zone'), '');
    assert.equal(existsSync(join(repository.root, '.git', 'index.lock')), false);
  });

  it('stays where it was where another working tree goes to the same branch at the same moment', async () => {
    const second = join(repository.root, '..', 'second-window');
    repository.git('branch', 'pm/both', 'origin/main');
    repository.git('worktree', 'add', '--quiet', '--detach', second, 'main');
    repository.write('src/home/a.txt', 'unfinished\n');
    const before = stateOf(repository);
    const meeting = await within(repository, (work) => {
      const run: typeof work.run = (args, options) => {
        if (
          args[0] === 'symbolic-ref' &&
          args.at(-1) === 'refs/heads/pm/both' &&
          repository.git('branch', '--show-current') !== 'pm/both'
        )
          repository.git('-C', second, 'checkout', '--quiet', 'pm/both');
        return work.run(args, options);
      };
      return switchChange({ ...work, run }, { to: 'pm/both' });
    });
    assert.match(
      refused(meeting).sentence,
      /“pm\/both” is open in another folder, .*second-window\. Work on it there\./,
    );
    assert.deepEqual(stateOf(repository), before);
    repository.git('worktree', 'remove', '--force', second);
    repository.git('branch', '-q', '-D', 'pm/both');
    repository.git('checkout', '-q', '--', '.');
  });
});
