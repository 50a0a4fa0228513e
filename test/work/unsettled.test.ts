import assert from 'node:assert/strict';
import { cancelLatest } from '../../src/work/finish-latest.js';
import { commitReviewed, readReviewedFiles } from '../../src/work/commit-reviewed.js';
import type { OperationOutcome } from '../../src/work/operation-outcome.js';
import { putFilesBack } from '../../src/work/put-files-back.js';
import { startOver } from '../../src/work/start-over.js';
import { switchChange } from '../../src/work/switch-change.js';
import type { Work } from '../../src/work/work.js';
import { done, refused, stateOf } from './setup.js';
import { usePilotClone } from './use-pilot-clone.js';

describe('files in conflict where no merge is under way', function () {
  const { repository, base, run } = usePilotClone(this);
  const go = (to: string) => run((work) => switchChange(work, { to }));
  const attempted = (...args: readonly string[]): void => {
    assert.throws(() => repository.git(...args));
  };

  const conflicts: Readonly<Record<string, () => void>> = {
    'git checkout -m': () => {
      repository.git('checkout', '--quiet', '-b', 'pm/other', '--no-track', 'main');
      repository.write('src/home/b.txt', Buffer.from([0, 1]));
      repository.commit('Other');
      repository.git('checkout', '--quiet', 'pm/home');
      repository.write('src/home/b.txt', Buffer.from([0, 2]));
      repository.git('checkout', '--quiet', '-m', 'pm/other');
    },
    'git cherry-pick -n': () => {
      repository.git('checkout', '--quiet', '-b', 'pm/other', '--no-track', 'main');
      repository.write('src/home/a.txt', 'other\n');
      repository.commit('Other');
      repository.git('checkout', '--quiet', 'pm/home');
      attempted('cherry-pick', '--no-commit', 'pm/other');
    },
    'git stash pop': () => {
      repository.write('src/home/a.txt', 'put aside\n');
      repository.git('stash');
      repository.write('src/home/a.txt', 'committed\n');
      repository.commit('Meanwhile');
      attempted('stash', 'pop');
    },
  };
  for (const [how, begin] of Object.entries(conflicts))
    it(`are left as they are, as ${how} leaves them`, async () => {
      begin();
      const before = stateOf(repository);
      const operations: readonly ((work: Work) => Promise<OperationOutcome>)[] = [
        (work) => switchChange(work, { to: 'main' }),
        (work) => startOver(work, { base: base() }),
        (work) => putFilesBack(work, { paths: ['src/home'] }),
        async (work) =>
          commitReviewed(work, { ...done(await readReviewedFiles(work, ['src/home/a.txt'])), message: 'Settled' }),
      ];
      for (const operation of operations) {
        const refusal = refused(await run(operation));
        assert.equal(refusal.reason, 'conflict');
        assert.match(refusal.paths.join(), /^src\/home\/[ab]\.txt$/);
        assert.match(refusal.sentence, /two versions.*Keep what is right.*stage it .*try again/);
      }
      assert.equal(refused(await run(cancelLatest)).reason, 'nothing-to-do');
      assert.deepEqual(stateOf(repository), before);
      repository.git('add', '--all');
      done(await go('main'));
    });
});
