import assert from 'node:assert/strict';
import { startChange } from '../../src/work/start-change.js';
import { switchChange } from '../../src/work/switch-change.js';
import { done, refused, stateOf } from './setup.js';
import { usePilotClone } from './use-pilot-clone.js';

describe('a branch with a rare name', function () {
  const { repository, run } = usePilotClone(this);
  const go = (to: string) => run((work) => switchChange(work, { to }));

  it('that is not in UTF-8 ends each step before it begins', async () => {
    repository.git('-c', `alias.latin=!git checkout --quiet -b "$(printf 'pm/caf\\351')"`, 'latin');
    repository.write('src/home/a.txt', 'edited\n');
    const before = stateOf(repository);
    for (const refusal of [
      refused(await go('main')),
      refused(await run((work) => startChange(work, { title: 'Next' }))),
    ]) {
      assert.equal(refusal.reason, 'no-branch');
      assert.match(refusal.sentence, /“pm\/caf\uFFFD”.*engineering DRI.*git branch -m.*try again/);
    }
    assert.deepEqual(stateOf(repository), before);
    repository.git('branch', '--move', 'pm/café');
    done(await go('main'));
  });
});
