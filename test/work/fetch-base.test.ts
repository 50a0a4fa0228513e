import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { GitError } from '../../src/git/git-error.js';
import { fetchBase, toFetchError, type FetchOptions, type FetchRequest } from '../../src/work/fetch-base.js';
import type { Work } from '../../src/work/work.js';
import { openGitHost, type GitHost } from '../support/git-host.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';
import { done, pilotClone, refused, slowest, stateOf, within } from './setup.js';

describe('fetching from a host', function () {
  this.timeout(slowest);
  let repository: TemporaryRepository;
  let origin: TemporaryRepository;
  let host: GitHost;
  let newest: string;
  before(async () => {
    ({ repository, origin } = pilotClone());
    // A proxy of this computer has nothing to do with it.
    repository.git('config', 'http.proxy', '');
    host = await openGitHost(origin);
    origin.write('README.md', '# Newer\n');
    newest = origin.commit('Newer');
  });
  after(async () => {
    await host.close();
    repository.remove();
    origin.remove();
  });

  const fetch = (url: string, options: FetchOptions = {}, change: (work: Work) => Work = (work) => work) => {
    repository.git('remote', 'set-url', 'origin', url);
    const base = { ref: 'origin/main', commit: repository.git('rev-parse', 'origin/main') };
    return within(repository, (work) => fetchBase(change(work), base, options));
  };

  it('brings the newest commit of a host that wants nothing, or has the sign-in', async () => {
    const old = repository.git('rev-parse', 'origin/main');
    assert.notEqual(old, newest);
    for (const url of [host.url('open'), host.url('closed', 'maya:secret')]) {
      repository.git('update-ref', 'refs/remotes/origin/main', old);
      assert.equal(done(await fetch(url)).commit, newest);
    }
  });

  it('says in a sentence what failed, at once, and changes nothing', async () => {
    const before = stateOf(repository);
    const cases: readonly (readonly [string, string, RegExp])[] = [
      [host.url('closed'), 'sign-in', /Sign in to it in VS Code/],
      [host.url('closed', 'maya'), 'sign-in', /Sign in to it/],
      [host.url('closed', 'maya:wrong'), 'sign-in', /Sign in to it/],
      [host.url('forbidden'), 'sign-in', /ask your engineering DRI for access/],
      [host.url('broken'), 'not-reached', /could not be reached/],
      ['http://127.0.0.1:1/x.git', 'not-reached', /could not be reached.*online/],
      ['http://nowhere.invalid/x.git', 'not-reached', /could not be reached/],
      [`${origin.root}-gone`, 'git', /not where this computer remembers it/],
    ];
    for (const [url, reason, words] of cases) {
      const start = Date.now();
      const refusal = refused(await fetch(url));
      assert.equal(refusal.reason, reason, `${url}: ${refusal.sentence}`);
      assert.match(refusal.sentence, words);
      assert.ok(Date.now() - start < 30_000, url);
    }
    repository.git('remote', 'set-url', 'origin', host.url('open'));
    const gone = { ref: 'origin/gone', commit: newest };
    const refusal = refused(await within(repository, (work) => fetchBase(work, gone)));
    assert.equal(refusal.reason, 'branch-gone');
    assert.match(refusal.sentence, /no branch “gone” any more/);
    assert.deepEqual(stateOf(repository), before);
  });

  it('ends where it takes too long, and where the PM stops it: nothing goes on', async () => {
    const late = refused(await fetch(host.url('silent'), { timeout: 500 }));
    assert.equal(late.reason, 'timed-out');
    assert.match(late.sentence, /did not answer in time/);
    const stop = new AbortController();
    const waiting = fetch(host.url('silent'), { signal: stop.signal });
    for (let tries = 0; host.silent().waiting < 2 && tries < 200; tries += 1) await pause(50);
    stop.abort();
    assert.match(refused(await waiting).sentence, /^Stopped\. Nothing was changed/);
    for (let tries = 0; host.silent().given < 2 && tries < 200; tries += 1) await pause(50);
    assert.deepEqual(host.silent(), { waiting: 2, given: 2 });
    assert.match(refused(await fetch(host.url('open'), { signal: stop.signal })).sentence, /^Stopped/);
  });

  it('fetches in another way where there is one, and by itself where there is none', async () => {
    const asked: FetchRequest[] = [];
    const other = (said: string | undefined) => (request: FetchRequest) => {
      asked.push(request);
      return Promise.resolve(said);
    };
    const old = repository.git('rev-parse', 'origin/main~1');
    const reset = (): string => repository.git('update-ref', 'refs/remotes/origin/main', old);
    reset();
    assert.equal(done(await fetch(host.url('open'), { fetch: other('') })).commit, old);
    assert.deepEqual(asked, [{ remote: 'origin', refspec: '+refs/heads/main:refs/remotes/origin/main' }]);
    assert.equal(done(await fetch(host.url('open'), { fetch: other(undefined) })).commit, newest);
    assert.equal(refused(await fetch(host.url('open'), { fetch: other('AuthenticationFailed') })).reason, 'sign-in');
    const stop = new AbortController();
    const stopping = (): Promise<string> => {
      stop.abort();
      return Promise.reject(new Error('cancelled'));
    };
    const signal = stop.signal;
    assert.match(refused(await fetch(host.url('open'), { fetch: stopping, signal })).sentence, /^Stopped/);
  });

  it('rethrows what is no error of fetching', async () => {
    const failing = (error: Error) => (work: Work) => ({ ...work, run: () => Promise.reject(error) });
    const gone = new GitError('git-missing', 'There is no git.');
    assert.equal(refused(await fetch(host.url('open'), {}, failing(gone))).sentence, 'There is no git.');
    const silent = (work: Work) => ({
      ...work,
      run: () => Promise.resolve({ code: 1, output: Buffer.alloc(0), said: '' }),
    });
    assert.match(refused(await fetch(host.url('open'), {}, silent)).sentence, /could not be fetched/);
  });

  const said: readonly (readonly [string, string])[] = [
    ["fatal: Authentication failed for 'https://x/'", 'sign-in'],
    ['remote: Repository not found.\nfatal: repository https://x/ not found', 'sign-in'],
    ['git@x: Permission denied (publickey).\nfatal: Could not read from remote repository.', 'sign-in'],
    ['Host key verification failed.', 'sign-in'],
    ["fatal: unable to access 'https://x/': SSL certificate problem: self-signed certificate", 'not-reached'],
    ["fatal: unable to access 'https://x/': Failed to connect to x port 443: Connection timed out", 'timed-out'],
    ['ssh: Could not resolve hostname x: Name or service not known', 'not-reached'],
    ["fatal: repository 'http://127.0.0.1/x/' not found", 'git'],
    ['anything else', 'git'],
  ];
  for (const [words, reason] of said)
    it(`knows “${words.split('\n', 1)[0] ?? ''}”`, () => assert.equal(toFetchError(words, 'main').reason, reason));
});
