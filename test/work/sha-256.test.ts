import assert from 'node:assert/strict';
import { bringBack } from '../../src/work/bring-back.js';
import { putFilesBack } from '../../src/work/put-files-back.js';
import { switchChange } from '../../src/work/switch-change.js';
import { temporaryRepository } from '../support/temporary-repository.js';
import { done, slowest, stateOf, within } from './setup.js';

describe('operations in a repository with SHA-256', function () {
  this.timeout(slowest);
  const repository = temporaryRepository();
  after(() => repository.remove());

  it('is parked, brought back, put back and brought back again', async () => {
    repository.remove('.git');
    repository.git('init', '--quiet', '--template=', '--object-format=sha256', '--initial-branch=main');
    repository.git('config', 'user.name', 'Maya');
    repository.git('config', 'user.email', 'maya@example.com');
    repository.write('a.txt', 'one\n');
    repository.write('gone.txt', 'gone\n');
    assert.equal(repository.commit('begin').length, 64);
    repository.git('checkout', '--quiet', '-b', 'pm/home');
    repository.write('b.txt', 'two\n');
    repository.commit('Write b');
    repository.write('a.txt', 'staged\n');
    repository.git('add', 'a.txt');
    repository.write('a.txt', 'edited\n');
    repository.git('rm', '--quiet', 'gone.txt');
    repository.write('fresh.txt', 'untracked\n');
    const before = stateOf(repository);
    done(await within(repository, (work) => switchChange(work, { to: 'main' })));
    assert.equal(repository.git('status', '--porcelain'), '');
    // The branch went on meanwhile, so that what is parked is carried to another tree.
    const tip = repository.git('rev-parse', 'pm/home');
    const onward = repository.gitWith('onward', 'commit-tree', `${tip}~1^{tree}`, '-p', tip);
    repository.git('update-ref', 'refs/heads/pm/home', onward);
    assert.equal(
      done(await within(repository, (work) => switchChange(work, { to: 'pm/home' }))).waiting,
      'brought-back',
    );
    assert.equal(repository.git('status', '--porcelain'), 'MM a.txt\nD  gone.txt\n?? fresh.txt');
    done(await within(repository, (work) => switchChange(work, { to: 'main' })));
    repository.git('update-ref', 'refs/heads/pm/home', tip);
    done(await within(repository, (work) => switchChange(work, { to: 'pm/home' })));
    assert.deepEqual(stateOf(repository), before);
    const { backup } = done(
      await within(repository, (work) => putFilesBack(work, { paths: ['a.txt', 'fresh.txt', 'gone.txt'] })),
    );
    assert.equal(repository.git('status', '--porcelain'), '');
    done(await within(repository, (work) => bringBack(work, { ref: backup })));
    assert.deepEqual(stateOf(repository), before);
  });
});
