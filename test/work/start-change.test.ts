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

  it('leaves a branch of everybody’s as everybody has it, where its own commits came along', async () => {
    const everybody = base().commit;
    repository.git('checkout', '--quiet', '-B', 'main', 'origin/main');
    const mine = repository.commit('On main');
    const { sentence } = done(await run((work) => startChange(work, { title: 'Next', sharedAt: everybody })));
    assert.match(sentence, /at “pm\/next” now\. Your commits came along, and “main” is as everybody has it again\.$/u);
    assert.deepEqual(
      ['pm/next', 'main', 'HEAD'].map((name) => repository.git('rev-parse', name)),
      [mine, everybody, mine],
    );
    assert.equal(repository.git('branch', '--show-current'), 'pm/next');
  });

  it('moves no branch of everybody’s that has nothing of its own, or has nothing in common with it', async () => {
    repository.git('checkout', '--quiet', '-B', 'main', 'origin/main');
    done(await run((work) => startChange(work, { title: 'Next', sharedAt: base().commit })));
    assert.equal(repository.git('rev-parse', 'main'), base().commit);
    repository.git('checkout', '--quiet', '--orphan', 'apart');
    const apart = repository.commit('Apart');
    done(await run((work) => startChange(work, { title: 'Other', sharedAt: base().commit })));
    assert.equal(repository.git('rev-parse', 'apart'), apart);
    repository.git('checkout', '--quiet', '--detach', 'origin/main');
    const loose = repository.commit('Loose');
    done(await run((work) => startChange(work, { title: 'Third', sharedAt: base().commit })));
    assert.equal(repository.git('rev-parse', 'pm/third'), loose);
    repository.git('checkout', '--quiet', '--orphan', 'unborn');
    done(await run((work) => startChange(work, { title: 'Fourth', sharedAt: base().commit })));
    assert.equal(repository.git('branch', '--show-current'), 'pm/fourth');
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
