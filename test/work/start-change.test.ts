import assert from 'node:assert/strict';
import { startChange, type StartChangeOptions } from '../../src/work/start-change.js';
import { done } from './setup.js';
import { usePilotClone } from './use-pilot-clone.js';

describe('starting a change', function () {
  const { repository, origin, base, run } = usePilotClone(this);
  const start = async (options: Partial<StartChangeOptions>): Promise<string> => {
    done(await run((work) => startChange(work, { title: 'Next', base: base(), ...options })));
    return repository.git('rev-parse', 'pm/next');
  };

  it('takes along what was committed on no branch, and nothing else where it begins at the base', async () => {
    repository.git('checkout', '--quiet', '--detach', 'origin/main');
    const loose = repository.commit('On no branch');
    assert.equal(await start({ takesLoose: true }), loose);
  });

  it('begins at the base from another change', async () => {
    assert.equal(await start({ takesLoose: true }), base().commit);
  });

  it('begins at the base from an old state of it', async () => {
    repository.git('checkout', '--quiet', '--detach', 'origin/main');
    origin.write('docs/guide.md', 'guide\n');
    origin.commit('Write a guide');
    repository.git('fetch', '--quiet');
    assert.equal(await start({ takesLoose: true }), base().commit);
  });
});
