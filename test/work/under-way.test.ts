import assert from 'node:assert/strict';
import { switchChange } from '../../src/work/switch-change.js';
import { done, refused, stateOf } from './setup.js';
import { usePilotClone } from './use-pilot-clone.js';

describe('what git is in the middle of', function () {
  const { repository, run } = usePilotClone(this);
  const go = (to: string) => run((work) => switchChange(work, { to }));
  const attempted = (...args: readonly string[]): void => {
    assert.throws(() => repository.git(...args));
  };

  for (const command of ['cherry-pick', 'revert'])
    it(`is noticed between two commits of a ${command} of several`, async () => {
      repository.git('checkout', '--quiet', '-b', 'pm/other', '--no-track', 'main');
      for (const words of ['first', 'second', 'third']) {
        repository.write('src/home/a.txt', `${words}\n`);
        repository.commit(words);
      }
      if (command === 'cherry-pick') repository.git('checkout', '--quiet', 'pm/home');
      attempted(command, '--no-edit', ...(command === 'revert' ? ['HEAD~2', 'HEAD~1'] : ['HEAD', 'main..pm/other']));
      repository.write('src/home/a.txt', 'settled\n');
      repository.git('commit', '--quiet', '--all', '--message', 'Settled');
      assert.throws(() => repository.git('rev-parse', '--verify', '--quiet', 'CHERRY_PICK_HEAD'));
      const before = stateOf(repository);
      const refusal = refused(await go('main'));
      assert.equal(refusal.reason, 'under-way');
      assert.match(refusal.sentence, /several commits/);
      assert.deepEqual(stateOf(repository), before);
      repository.git(command, '--quit');
      done(await go('main'));
    });

  it('is noticed in a search for a commit', async () => {
    repository.git('bisect', 'start');
    const refusal = refused(await go('main'));
    assert.equal(refusal.reason, 'under-way');
    assert.match(refusal.sentence, /bisect/);
    assert.doesNotMatch(refusal.sentence, /others/);
    repository.git('bisect', 'reset');
    done(await go('main'));
  });
});
