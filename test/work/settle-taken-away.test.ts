import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { finishLatest } from '../../src/work/finish-latest.js';
import { findTakenAway, settleTakenAway } from '../../src/work/settle-taken-away.js';
import { backupsOf, done, refused } from './setup.js';
import { usePilotClone } from './use-pilot-clone.js';

describe('a file that one side of a merge at a terminal took away', function () {
  const { repository, origin, text, run } = usePilotClone(this);
  const [theirs, mine, both] = ['src/home/b.txt', 'README.md', 'src/home/a.txt'];

  /** Main takes one away, the PM another; each changes what the other took, and both change a third. */
  const merge = (): void => {
    origin.git('rm', '--quiet', theirs);
    origin.write(mine, '# Main\n');
    origin.write(both, 'main\n');
    origin.commit('Take b away');
    repository.git('rm', '--quiet', mine);
    repository.write(theirs, 'mine\n');
    repository.commit('Change b');
    repository.git('fetch', '--quiet');
    assert.throws(() => repository.git('merge', '--quiet', 'origin/main'));
  };
  const unmerged = (): string => repository.git('diff', '--name-only', '--diff-filter=U');

  it('is known by its side', async () => {
    merge();
    const found = await run((work) =>
      Promise.all([theirs, mine, both, 'none'].map((path) => findTakenAway(work, path))),
    );
    assert.deepEqual(found, ['theirs', 'yours', undefined, undefined]);
  });

  it('stays where the PM says so, and the rest is as it was', async () => {
    merge();
    const outcome = done(await run((work) => settleTakenAway(work, theirs, { stays: true })));
    assert.equal(outcome.sentence, '“src/home/b.txt” stays.');
    assert.deepEqual([text(theirs), unmerged()], ['mine\n', `${mine}\n${both}`]);
    assert.match(text(both), /<<<<<<<[^]*>>>>>>>/);
    assert.equal(refused(await run((work) => settleTakenAway(work, theirs, { stays: true }))).reason, 'nothing-to-do');
  });

  it('goes where the PM says so, after a backup, and the merge is finished without it', async () => {
    merge();
    repository.write(theirs, 'mine, and more\n');
    done(await run((work) => settleTakenAway(work, theirs, { stays: false })));
    assert.ok(!existsSync(join(repository.root, theirs)));
    assert.equal(unmerged(), `${mine}\n${both}`);
    assert.match(text(both), /<<<<<<<[^]*>>>>>>>/);
    const [backup] = await run(backupsOf);
    assert.deepEqual(backup?.paths, [theirs]);
    done(await run((work) => settleTakenAway(work, mine, { stays: true })));
    repository.write(both, 'both\n');
    done(await run(finishLatest));
    assert.equal(repository.git('status', '--porcelain'), '');
    assert.equal(repository.git('ls-tree', '-r', '--name-only', 'HEAD', theirs, mine), mine);
  });

  it('cannot stay where it is not there any more', async () => {
    merge();
    rmSync(join(repository.root, theirs));
    const refusal = refused(await run((work) => settleTakenAway(work, theirs, { stays: true })));
    assert.equal(refusal.reason, 'changed-meanwhile');
    assert.match(refusal.sentence, /not on this computer any more/);
  });
});
