import assert from 'node:assert/strict';
import { getLatest } from '../../src/work/get-latest.js';
import { putFilesBack } from '../../src/work/put-files-back.js';
import { rebuildOnPlan } from '../../src/work/rebuild-on-plan.js';
import { switchChange } from '../../src/work/switch-change.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';
import { done, refused, stateOf, within } from './setup.js';
import { usePilotClone } from './use-pilot-clone.js';

describe('a clone that has not all', function () {
  const { repository, origin } = usePilotClone(this);
  let clone: TemporaryRepository;
  const cloned = (...options: readonly string[]): void => {
    origin.git('config', 'uploadpack.allowFilter', 'true');
    origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
    clone = origin.clone(...options);
  };
  afterEach(() => {
    clone.remove();
  });
  const base = () => ({ ref: 'origin/main', commit: clone.git('rev-parse', 'origin/main') });

  it('says how to get the contents that are missing, and goes on then', async () => {
    repository.git('push', '--quiet', 'origin', 'pm/home');
    cloned('--filter=blob:none');
    clone.git('branch', '--quiet', 'pm/home', 'origin/pm/home');
    clone.write('README.md', 'edited\n');
    const before = stateOf(clone);
    const go = () => within(clone, (work) => switchChange(work, { to: 'pm/home' }));
    const refusal = refused(await go());
    assert.equal(refusal.reason, 'git');
    assert.match(refusal.sentence, /clone.*without all.*git fetch --refetch --no-filter/);
    assert.deepEqual(stateOf(clone), before);
    clone.git('fetch', '--quiet', '--refetch', '--no-filter');
    done(await go());
  });

  it('says how to get the history that is missing, and goes on then', async () => {
    cloned('--depth=1');
    clone.git('checkout', '--quiet', '-b', 'pm/new', '--no-track');
    clone.write('mine.txt', 'mine\n');
    clone.commit('Mine');
    for (const words of ['first', 'second']) {
      origin.write('theirs.txt', `${words}\n`);
      origin.commit(words);
    }
    clone.git('fetch', '--quiet', '--depth=1', 'origin', 'main');
    const before = stateOf(clone);
    const latest = () => within(clone, (work) => getLatest(work, { base: base() }));
    const refusals = [
      refused(await latest()),
      refused(await within(clone, (work) => rebuildOnPlan(work, { base: base(), plan: 'mine.txt', message: 'All' }))),
      refused(await within(clone, (work) => putFilesBack(work, { base: base(), paths: ['mine.txt'] }))),
    ];
    for (const { sentence } of refusals) assert.match(sentence, /newest part of the history.*git fetch --unshallow/);
    assert.deepEqual(stateOf(clone), before);
    clone.git('fetch', '--quiet', '--unshallow');
    done(await latest());
  });

  it('says so where two histories have nothing in common', async () => {
    cloned();
    clone.git('checkout', '--quiet', '--orphan', 'pm/new');
    clone.git('commit', '--quiet', '--message', 'Another beginning');
    const refusal = refused(await within(clone, (work) => getLatest(work, { base: base() })));
    assert.match(refusal.sentence, /“origin\/main” and your change have no commit in common.*engineering DRI/);
  });
});
