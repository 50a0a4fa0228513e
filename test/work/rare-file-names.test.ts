import assert from 'node:assert/strict';
import { switchChange } from '../../src/work/switch-change.js';
import { done, filesOf, refused } from './setup.js';
import { usePilotClone } from './use-pilot-clone.js';

describe('files with rare names', function () {
  const { repository, run } = usePilotClone(this);
  const go = (to: string) => run((work) => switchChange(work, { to }));

  for (const names of [['Icon\r'], ['Icon\r', 'Icon'], ['Ic\ron', 'Icon\r\n', '"Icon\r"', '\t']])
    it(`such as ${JSON.stringify(names)} are kept and come back`, async () => {
      for (const name of names) repository.write(name, `in ${JSON.stringify(name)}\n`);
      const before = filesOf(repository.root);
      done(await go('main'));
      assert.equal(repository.git('status', '--porcelain'), '');
      done(await go('pm/home'));
      assert.deepEqual(filesOf(repository.root), before);
    });

  it('are told without signs that no sentence has', async () => {
    const name = 'zip\r\n/.GIT';
    repository.write(name, 'x\n');
    const refusal = refused(await go('main'));
    assert.match(refusal.sentence, /^“zip \/\.GIT” cannot be kept safe/);
    assert.doesNotMatch(refusal.sentence, /\p{Cc}/u);
  });
});
