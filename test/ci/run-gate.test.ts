import assert from 'node:assert/strict';
import { createCommitStore, type CommitStore } from '../../src/ci/fetch-commits.js';
import type { OpenPullRequest } from '../../src/ci/find-targets.js';
import type { GateWork } from '../../src/ci/plan-work.js';
import { runGate, type Judged, type Posted, type RunParts } from '../../src/ci/run-gate.js';
import type { GateOutcome } from '../../src/gate/gate-verdict.js';
import { openGitHost, type GitHost } from '../support/git-host.js';
import { temporaryRepository, type TemporaryRepository } from '../support/temporary-repository.js';

describe('runGate', () => {
  let repository: TemporaryRepository;
  let host: GitHost;
  let store: CommitStore;
  let heads: readonly string[];
  beforeEach(async () => {
    repository = temporaryRepository();
    repository.commit('base');
    repository.git('branch', 'release');
    heads = [1, 2].map((number) => {
      const head = repository.commit(`head ${number}`);
      repository.git('update-ref', `refs/pull/${number}/head`, head);
      return head;
    });
    repository.git('reset', '-q', '--hard', 'release');
    host = await openGitHost(repository);
    store = await createCommitStore({ url: host.url('open'), authorization: undefined }, process.env);
  });
  afterEach(async () => {
    await store.remove();
    await host.close();
    repository.remove();
  });

  const pull = (number: number, base = 'main', head = number): OpenPullRequest => ({
    number,
    base,
    commit: heads[head - 1] as string,
  });
  interface Made {
    readonly open?: () => readonly OpenPullRequest[];
    readonly queued?: readonly number[];
    readonly judge?: (number: number) => GateOutcome;
    readonly stands?: () => string;
    readonly changesPolicy?: number;
  }
  const run = async (
    work: GateWork,
    { open = () => [pull(1), pull(2)], queued = [], judge = () => 'ready', stands, changesPolicy }: Made = {},
  ) => {
    const asked: string[] = [];
    const posts: Posted[] = [];
    const parts: RunParts = {
      host: {
        pullRef: (number) => `refs/pull/${number}/head`,
        openPullRequests: () => {
          asked.push('list');
          return Promise.resolve(open());
        },
        queued: () => Promise.resolve(queued),
        said: () => Promise.resolve(stands?.()),
        post: (status) => {
          posts.push(status);
          return Promise.resolve();
        },
      },
      store,
      defaultBranch: 'main',
      isGated: (base) => base !== 'open',
      judge: ({ number }, base): Promise<Judged> => {
        asked.push(`${number} ${base}`);
        const outcome = judge(number);
        return Promise.resolve({
          number,
          outcome,
          description: outcome,
          changesPolicy: number === changesPolicy,
          summary: '',
          annotations: '',
          record: undefined,
        });
      },
    };
    const { posted, notes } = await runGate(work, parts);
    const shown = posted.map(({ commit, base, outcome, description }) => [commit, base, outcome, description]);
    const [, , outcome, said = ''] = shown[0] ?? [];
    return { shown, outcome, said, posts: posts.length, asked, notes };
  };

  it('judges at the base’s tip here and posts one status for a commit and a base', async () => {
    const { shown, posts, asked } = await run({ kind: 'pull-request', number: 1 });
    assert.deepEqual(shown, [[heads[0], 'main', 'ready', 'ready']]);
    assert.deepEqual([posts, asked], [1, ['list', '1 refs/remotes/origin/main', 'list']]);
  });

  it('says the worst of all that share a status', async () => {
    repository.git('update-ref', 'refs/pull/3/head', heads[0] as string);
    const open = (): readonly OpenPullRequest[] => [pull(1), pull(3, 'main', 1), pull(2, 'release')];
    for (const worst of ['waits', 'not-ready', 'not-run'] as const) {
      const { shown } = await run({ kind: 'all' }, { open, judge: (number) => (number === 3 ? worst : 'ready') });
      assert.deepEqual(shown, [
        [heads[0], 'main', worst, `#3: ${worst}`],
        [heads[1], 'release', 'ready', 'ready'],
      ]);
    }
  });

  it('judges again what changed while it was judged', async () => {
    let pushed = 0;
    const open = (): readonly OpenPullRequest[] => [
      { ...pull(1), commit: repository.git('rev-parse', 'refs/pull/1/head') },
    ];
    const judge = (): GateOutcome => {
      if (pushed++ === 0) repository.git('update-ref', 'refs/pull/1/head', heads[1] as string);
      return pushed === 1 ? 'ready' : 'not-ready';
    };
    const { shown, asked } = await run({ kind: 'pull-request', number: 1 }, { open, judge });
    assert.deepEqual(shown, [[heads[1], 'main', 'not-ready', 'not-ready']]);
    assert.equal(asked.filter((each) => each === 'list').length, 3);
  });

  it('judges again where the base moved on, since its policy did', async () => {
    let judged = 0;
    const judge = (): GateOutcome => {
      if (judged++ === 0) repository.commit('a new policy');
      return judged === 1 ? 'ready' : 'waits';
    };
    const { shown } = await run({ kind: 'pull-request', number: 1 }, { judge });
    assert.deepEqual(shown, [[heads[0], 'main', 'waits', 'waits']]);
  });

  it('judges again what another run spoke of meanwhile, which may know of a later review', async () => {
    let speaker = 'nobody';
    let judged = 0;
    const judge = (): GateOutcome => {
      if (judged++ > 0) return 'waits';
      speaker = 'another run';
      return 'ready';
    };
    const { shown, posts } = await run({ kind: 'pull-request', number: 1 }, { judge, stands: () => speaker });
    assert.deepEqual([shown, posts], [[[heads[0], 'main', 'waits', 'waits']], 1]);
  });

  it('gives up where it never comes to rest, and says so', async () => {
    const judge = (): GateOutcome => {
      repository.commit('and again');
      return 'ready';
    };
    const { outcome, said, asked } = await run({ kind: 'pull-request', number: 1 }, { judge });
    assert.equal(outcome, 'not-run');
    assert.match(said, /changes all the time/);
    assert.equal(asked.filter((each) => each === 'list').length, 4);
    const behind = await run(
      { kind: 'pull-request', number: 1 },
      { open: () => [{ ...pull(1), commit: heads[1] as string }] },
    );
    assert.match(behind.said, /Somebody pushes to pull request 1/);
    assert.deepEqual(behind.asked, ['list', 'list', 'list', 'list']);
  });

  it('says on the commit that its commits could not be fetched', async () => {
    const { shown, said } = await run({ kind: 'pull-request', number: 9 }, { open: () => [{ ...pull(1), number: 9 }] });
    assert.deepEqual(shown[0]?.slice(0, 3), [heads[0], 'main', 'not-run']);
    assert.match(said, /no refs\/pull\/9\/head any more/);
  });

  it('rejects with what is no trouble of git', async () => {
    store = { ...store, fetch: () => Promise.reject(new TypeError('a bug')) };
    await assert.rejects(run({ kind: 'pull-request', number: 1 }), TypeError);
  });

  it('speaks for a merge queue’s group by all of its pull requests', async () => {
    const work: GateWork = { kind: 'merge-group', commit: 'c'.repeat(40), base: 'main' };
    const { shown, asked } = await run(work, { queued: [1, 2], judge: (number) => (number === 2 ? 'waits' : 'ready') });
    assert.deepEqual(shown, [[work.commit, 'main', 'waits', '#2: waits']]);
    assert.deepEqual(asked.slice(1, 3), ['1 refs/remotes/origin/main', '2 refs/remotes/origin/main']);
    const order = await run(work, { queued: [2, 1], judge: () => 'waits' });
    assert.deepEqual(order.asked.slice(1, 3), ['2 refs/remotes/origin/main', '1 refs/remotes/origin/main']);
    const unknown = await run(work, { queued: [1, 7] });
    assert.equal(unknown.outcome, 'not-run');
    assert.match(unknown.said, /does not say which pull requests/);
  });

  it('is red for a merge queue’s group behind a change of the policy, which it was not judged by', async () => {
    const work: GateWork = { kind: 'merge-group', commit: 'c'.repeat(40), base: 'main' };
    const { outcome, said } = await run(work, { queued: [1, 2], changesPolicy: 1 });
    assert.deepEqual(
      [outcome, said],
      ['not-ready', '#1 before it in the queue changes the policy: queue this again once that is merged'],
    );
    // Nothing stands behind the last, and what is no queue has no order.
    assert.equal((await run(work, { queued: [1, 2], changesPolicy: 2 })).outcome, 'ready');
    assert.equal((await run(work, { queued: [1, 2], changesPolicy: 1, judge: () => 'waits' })).outcome, 'waits');
    assert.equal((await run({ kind: 'all' }, { changesPolicy: 1 })).outcome, 'ready');
  });

  it('takes back what it said of a pull request that was closed or sent elsewhere', async () => {
    const left = { commit: heads[0] as string, base: 'main' };
    const { outcome, said, posts } = await run({ kind: 'pull-request', number: 1, left }, { open: () => [] });
    assert.deepEqual([outcome, posts], ['waits', 1]);
    assert.match(said, /^No open pull request brings this commit to main now/);
  });

  it('posts nothing of a preview', async () => {
    const stands = (): never => assert.fail('a preview may not know what is said');
    const { outcome, posts } = await run({ kind: 'preview', number: 2 }, { stands });
    assert.deepEqual([outcome, posts], ['ready', 0]);
  });

  it('asks nobody where nothing is to be judged', async () => {
    const { shown, asked, notes } = await run({ kind: 'nothing', why: 'it is merged' });
    assert.deepEqual([shown, asked, notes.length], [[], [], 1]);
  });
});
