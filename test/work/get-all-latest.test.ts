import assert from 'node:assert/strict';
import { fetchBase } from '../../src/work/fetch-base.js';
import { getAllLatest } from '../../src/work/get-all-latest.js';
import type { GetLatestOptions } from '../../src/work/get-latest.js';
import type { Refusal } from '../../src/work/operation-outcome.js';
import { done, refused } from './setup.js';
import { usePilotClone } from './use-pilot-clone.js';

describe('getting the latest of all that others did', function () {
  const { repository, origin, text, base, run } = usePilotClone(this);
  const latest = (options?: Partial<GetLatestOptions>) =>
    run((work) => getAllLatest(work, { base: base(), fetch: fetchBase, ...options }));

  /** Sends the change, on which an engineer then works in the origin itself. */
  const share = (path: string, words: string): void => {
    repository.git('push', '--quiet', 'origin', 'HEAD');
    origin.git('checkout', '--quiet', 'pm/home');
    origin.write(path, words);
    origin.commit('Help with it');
    origin.git('checkout', '--quiet', 'main');
  };

  it('brings in what an engineer committed to the branch, so that more can be sent', async () => {
    share('src/home/new.txt', 'shorter\n');
    repository.write('src/home/b.txt', 'mine\n');
    repository.commit('Change b');
    const outcome = done(await latest());
    assert.equal(outcome.sentence, 'What others committed to “origin/pm/home” is in your change now.');
    assert.deepEqual([text('src/home/new.txt'), text('src/home/b.txt')], ['shorter\n', 'mine\n']);
    repository.git('push', '--quiet', 'origin', 'HEAD');
    assert.equal(refused(await latest()).reason, 'nothing-to-do');
  });

  it('lets stand what was amended here after it was sent, and asks nobody about both', async () => {
    repository.git('push', '--quiet', 'origin', 'HEAD');
    const sent = repository.git('rev-parse', 'HEAD');
    repository.write('src/home/a.txt', 'amended\n');
    repository.git('commit', '--quiet', '--all', '--amend', '--no-edit');
    repository.commit('Confirm it');
    const outcome = done(await latest());
    assert.equal(
      outcome.sentence,
      '“origin/pm/home” had a commit of yours as it was before you changed it here; yours stands, and can be sent.',
    );
    assert.deepEqual([outcome.conflicts, text('src/home/a.txt')], [[], 'amended\n']);
    assert.equal(repository.git('merge-base', 'HEAD', sent), sent);
    repository.git('push', '--quiet', 'origin', 'HEAD');
  });

  it('asks where it is somebody else’s commit that was amended here', async () => {
    share('src/home/a.txt', 'theirs\n');
    origin.git('checkout', '--quiet', 'pm/home');
    origin.git('-c', 'user.email=erin@example.com', 'commit', '--quiet', '--amend', '--no-edit', '--reset-author');
    origin.git('checkout', '--quiet', 'main');
    repository.git('pull', '--quiet', '--ff-only', 'origin', 'pm/home');
    repository.write('src/home/a.txt', 'amended\n');
    repository.git('commit', '--quiet', '--all', '--amend', '--no-edit');
    assert.deepEqual(done(await latest()).conflicts, ['src/home/a.txt']);
  });

  it('asks where somebody else went on from what was amended here', async () => {
    share('src/home/a.txt', 'theirs\n');
    repository.write('src/home/a.txt', 'amended\n');
    repository.git('commit', '--quiet', '--all', '--amend', '--no-edit');
    assert.deepEqual(done(await latest()).conflicts, ['src/home/a.txt']);
  });

  it('brings in the base after it, and says both', async () => {
    share('src/home/new.txt', 'shorter\n');
    origin.write('docs/guide.md', 'guide\n');
    origin.commit('Write a guide');
    const outcome = done(await latest());
    assert.match(
      outcome.sentence,
      /^What others committed to .* now\. The latest of origin\/main is in your change now/,
    );
    assert.deepEqual([text('src/home/new.txt'), text('docs/guide.md')], ['shorter\n', 'guide\n']);
  });

  it('goes by what was fetched last where it fetches nothing', async () => {
    share('src/home/new.txt', 'shorter\n');
    repository.git('fetch', '--quiet');
    done(await run((work) => getAllLatest(work, { base: base() })));
    assert.equal(text('src/home/new.txt'), 'shorter\n');
  });

  it('leaves both sides of one file to the PM first, and the base for the next time', async () => {
    share('src/home/new.txt', 'theirs\n');
    origin.write('docs/guide.md', 'guide\n');
    origin.commit('Write a guide');
    repository.write('src/home/new.txt', 'mine\n');
    repository.commit('Word it');
    assert.deepEqual(done(await latest()).conflicts, ['src/home/new.txt']);
    assert.throws(() => text('docs/guide.md'));
  });

  it('says what came where the base cannot be brought in', async () => {
    share('src/home/new.txt', 'shorter\n');
    origin.write('src/home/b.txt', 'main\n');
    origin.commit('Change b');
    repository.write('src/home/b.txt', 'mine\n');
    const refusal = refused(await latest());
    assert.equal(refusal.reason, 'conflict');
    assert.match(refusal.sentence, /^What others committed to .* is in your change now\. /);
    assert.equal(text('src/home/new.txt'), 'shorter\n');
  });

  it('goes on where the branch is gone on the server, as after a merge', async () => {
    share('src/home/new.txt', 'shorter\n');
    origin.git('branch', '--quiet', '-D', 'pm/home');
    origin.write('docs/guide.md', 'guide\n');
    origin.commit('Write a guide');
    assert.equal(done(await latest()).sentence, 'The latest of origin/main is in your change now.');
    assert.equal(text('src/home/new.txt'), 'new\n');
  });

  it('does nothing where the server cannot be reached', async () => {
    share('src/home/new.txt', 'shorter\n');
    const offline: Refusal = { done: false, reason: 'not-reached', sentence: 'Offline.', paths: [] };
    const fetch = () => Promise.resolve(offline);
    assert.equal(refused(await latest({ fetch })).reason, 'not-reached');
    assert.equal(text('src/home/new.txt'), 'new\n');
  });

  it('takes the branch that everybody works from once', async () => {
    repository.git('checkout', '--quiet', '-B', 'main', 'origin/main');
    origin.write('docs/guide.md', 'guide\n');
    origin.commit('Write a guide');
    assert.equal(done(await latest()).sentence, 'The latest of origin/main is in your change now.');
  });
});
