import assert from 'node:assert/strict';
import type { Evidence, EvidenceRequest } from '../../src/gate/evidence.js';
import { openGithub } from '../../src/hosts/open-github.js';
import { readGithubEvidence } from '../../src/hosts/read-github-evidence.js';
import type { FakeCommit, FakeReview } from './fake-github/fake-github.js';
import { secret, sha, startGoodChange, zeros, type GoodChange } from './fake-github/good-change.js';

describe('reading evidence from GitHub', () => {
  let change: GoodChange;
  beforeEach(async () => (change = await startGoodChange()));
  afterEach(async () => {
    await change.github.server.stop();
    assert.deepEqual(change.github.faults, []);
  });

  const ask = (request: Partial<EvidenceRequest> = {}, repository = 'acme/shop') =>
    readGithubEvidence(change.host, { repository, number: 42, request: { ...change.request, ...request } });

  async function read(request: Partial<EvidenceRequest> = {}): Promise<Evidence> {
    const result = await ask(request);
    assert('value' in result, JSON.stringify(result));
    return result.value;
  }

  const review = (id: number, state: string, more: Partial<FakeReview> = {}): FakeReview => ({
    id,
    user: change.erin,
    state,
    body: '',
    commit_id: sha('two'),
    submitted_at: '2026-11-20T10:00:00Z',
    ...more,
  });

  const person = (handle: string, id: number) => ({ id: String(id), handle, kind: 'person' });

  it('reads all of a good change with seventeen requests', async () => {
    const { maya, erin } = change;
    const evidence = await read();
    const approval = (id: string, by: object, commit: string) => ({
      id,
      by,
      opinion: 'approved',
      commit: sha(commit),
      at: '2026-11-20T10:00:00Z',
      canWrite: true,
      waives: [],
    });
    const [author, engineer, product] = [
      person('maya', maya.id),
      person('Erin-Eng', erin.id),
      person('pat-product', 1002),
    ];
    assert.deepEqual(
      { ...evidence, readAt: '' },
      {
        version: 1,
        host: { kind: 'github', url: change.github.server.url, repository: 'acme/shop' },
        readAt: '',
        pullRequest: {
          number: 42,
          author,
          base: { ref: 'main', commit: sha('main') },
          head: { ref: 'maya/checkout', commit: sha('two'), repository: 'acme/shop' },
          retargetedAt: null,
        },
        sameHead: [],
        commits: [
          { commit: sha('one'), author, committer: author },
          { commit: sha('two'), author: null, committer: null },
        ],
        pushes: [
          { by: author, before: null, after: sha('main'), at: '2026-11-19T10:00:00Z' },
          { by: author, before: sha('main'), after: sha('one'), at: '2026-11-19T10:00:00Z' },
          { by: author, before: sha('one'), after: sha('two'), at: '2026-11-19T10:00:00Z' },
        ],
        reviews: [approval('1007', engineer, 'two'), approval('1008', product, 'two')],
        approvals: 'name-commit',
        handles: [
          { handle: '@maya', account: author },
          { handle: '@erin-eng', account: engineer },
          { handle: '@pat-product', account: product },
          { handle: '@nobody-at-all', account: null },
        ],
        teams: [{ team: '@acme/engineers', members: [engineer] }],
        plans: [
          {
            path: 'checkout/PLANNING.md',
            pullRequest: {
              number: 41,
              author,
              head: sha('plan'),
              pushers: [author],
              reviews: [approval('1005', engineer, 'plan'), approval('1006', product, 'plan')],
            },
          },
        ],
        unread: [],
      },
    );
    assert.equal(change.host.api.requests, 17);
  });

  it('may ask as much for each pull request, however many there are', async () => {
    const host = openGithub(change.github.server.url, secret, { requests: 17 });
    const question = { repository: 'acme/shop', number: 42, request: change.request };
    for (let time = 0; time < 3; time++) assert.ok('value' in (await readGithubEvidence(host, question)));
    const few = openGithub(change.github.server.url, secret, { requests: 16 });
    const none = await readGithubEvidence(few, question);
    assert.match('trouble' in none ? none.trouble.sentence : '', /no more than 16 things about one pull request/);
  });

  it('asks conditionally what it asks twice, and is answered "not modified"', async () => {
    await read();
    const again = change.github.server.seen.filter((each) => each.headers['if-none-match'] !== undefined);
    assert.deepEqual(
      again.map((each) => each.url.pathname),
      ['/repos/acme/shop/pulls/42'],
    );
    const [first, second] = [await read(), await read()];
    assert.deepEqual({ ...first, readAt: '' }, { ...second, readAt: '' });
  });

  it('reads an Enterprise Server by its own address', async () => {
    const { url } = change.github.server;
    const host = openGithub(`${url}/api/v3/`, secret);
    change.github.pulls.get(42)?.reviews.push(review(7, 'COMMENTED', { body: 'pm-zone waive secrets#1: a test key' }));
    const result = await readGithubEvidence(host, { repository: 'acme/shop', number: 42, request: change.request });
    assert('value' in result);
    assert.deepEqual([result.value.host.url, result.value.reviews.at(-1)?.waives.length], [url, 1]);
    const paths = change.github.server.seen.map((each) => each.url.pathname);
    assert(
      paths.every(
        (path) => path.startsWith('/api/v3/repos/') || /^\/api\/(?:v3\/(?:users|orgs)\/.+|graphql)$/.test(path),
      ),
    );
  });

  it('tells the web address of each kind of host', () => {
    assert.deepEqual(
      ['https://api.github.com', 'https://git.example.com/api/v3', 'https://api.acme.ghe.com'].map(
        (api) => openGithub(api, undefined).web,
      ),
      ['https://github.com', 'https://git.example.com', 'https://acme.ghe.com'],
    );
  });

  it('gives every opinion, oldest first, but none that was not sent', async () => {
    change.pull.reviews = [
      review(1, 'COMMENTED'),
      review(2, 'CHANGES_REQUESTED'),
      review(3, 'APPROVED', { commit_id: null }),
      review(4, 'DISMISSED'),
      review(5, 'PENDING', { body: 'pm-zone waive a: b' }),
      review(6, 'APPROVED', { user: null }),
      review(7, 'APPROVED', { user: { id: 10137, login: 'ghost', type: 'User' } }),
      review(8, 'APPROVED', { user: { id: 5, login: 'stand-in', type: 'Mannequin' } }),
    ];
    const { reviews } = await read();
    assert.deepEqual(
      reviews.map(({ id, opinion, canWrite }) => [id, opinion, canWrite]),
      [
        ['1', 'commented', null],
        ['2', 'changes-requested', null],
        ['3', 'approved', true],
        ['4', 'dismissed', null],
        ['6', 'approved', null],
        ['7', 'approved', null],
        ['8', 'approved', null],
      ],
    );
    assert.deepEqual(
      reviews.map(({ by, commit }) => [by === null, commit === null]),
      [
        [false, false],
        [false, false],
        [false, true],
        [false, false],
        [true, false],
        [true, false],
        [true, false],
      ],
    );
  });

  it('says who may not write, and does not say it of somebody who took a handle over', async () => {
    const reader = change.github.addUser('rita');
    const renamed = { id: 77, login: 'maya', type: 'User' };
    change.pull.reviews = [review(1, 'APPROVED', { user: reader }), review(2, 'APPROVED', { user: renamed })];
    const { reviews, unread } = await read({ plans: [] });
    assert.deepEqual(
      reviews.map(({ canWrite }) => canWrite),
      [false, null],
    );
    assert.deepEqual(unread, [{ part: 'write access of @maya', why: '@maya is somebody else by now.' }]);
  });

  it('takes the waivers of reviews that nobody edited', async () => {
    change.pull.reviews = [
      review(1, 'APPROVED', { body: 'Fine.\n\npm-zone waive secrets:a.ts:3: an example key' }),
      review(2, 'COMMENTED', { body: 'pm-zone waive b: mine', editedAt: '2026-11-20T11:00:00Z' }),
      review(3, 'COMMENTED', { body: 'pm-zone waive c' }),
    ];
    const { reviews, unread } = await read({ plans: [] });
    assert.deepEqual(
      reviews.map(({ waives }) => waives),
      [[{ finding: 'secrets:a.ts:3', reason: 'an example key' }], [], []],
    );
    assert.deepEqual(
      unread.map(({ part }) => part),
      ['waivers of review 3', 'waivers of review 2'],
    );
  });

  it('takes no waiver where GitHub does not tell of edits', async () => {
    change.pull.reviews = [review(1, 'APPROVED', { body: 'pm-zone waive a: b' })];
    const nodes: readonly unknown[] = [null, {}, { lastEditedAt: 3 }];
    for (const node of nodes) {
      change.github.server.fault = (_, { url, body }) =>
        url.pathname === '/graphql' && JSON.stringify(body).includes('lastEditedAt')
          ? (reply) => ({ ...reply, body: { data: { nodes: [node] } } })
          : undefined;
      const { reviews, unread } = await read({ plans: [] });
      assert.deepEqual([reviews[0]?.waives, unread.length], [[], 1]);
    }
    // Of a part that it may not tell it says null, as of a review that was never edited.
    change.github.server.fault = (_, { url, body }) =>
      url.pathname === '/graphql' && JSON.stringify(body).includes('lastEditedAt')
        ? () => ({ status: 200, body: { data: { nodes: [{ lastEditedAt: null }] }, errors: [{ type: 'FORBIDDEN' }] } })
        : undefined;
    const untold = await read({ plans: [] });
    assert.deepEqual([untold.reviews[0]?.waives, untold.unread.length], [[], 1]);
    change.pull.reviews = Array.from({ length: 101 }, (_, id) =>
      review(id + 1, 'APPROVED', { body: 'pm-zone waive a: b' }),
    );
    change.github.server.fault = () => undefined;
    const { reviews, unread } = await read({ plans: [] });
    assert.deepEqual([reviews.length, reviews.flatMap(({ waives }) => waives), unread.length], [101, [], 1]);
  });

  it('tells when the pull request was last sent to another base, and believes no silence about it', async () => {
    change.pull.retargetedAt = '2026-11-20T09:00:00Z';
    assert.equal((await read({ plans: [] })).pullRequest.retargetedAt, '2026-11-20T09:00:00Z');
    for (const repository of [null, { pullRequest: null }]) {
      change.github.server.fault = (_, { url }) =>
        url.pathname === '/graphql' ? (reply) => ({ ...reply, body: { data: { repository } } }) : undefined;
      const result = await ask({ plans: [] });
      assert.match('trouble' in result ? result.trouble.sentence : '', /does not say whether pull request 42 was sent/);
    }
    change.github.server.fault = (_, { url }) =>
      url.pathname === '/graphql'
        ? ({ body, ...reply }) => ({ ...reply, body: { ...(body as object), errors: [{ type: 'SOME' }] } })
        : undefined;
    assertTrouble(await ask({ plans: [] }), 'malformed');
  });

  it('reads every page of reviews, and asks for the next where a full page says nothing of it', async () => {
    change.pull.reviews = Array.from({ length: 250 }, (_, id) => review(id + 1, 'COMMENTED'));
    assert.equal((await read()).reviews.length, 250);
    change.github.server.fault = (_, { url }) =>
      url.pathname.endsWith('/reviews') ? (reply) => ({ ...reply, headers: {} }) : undefined;
    assert.equal((await read()).reviews.length, 250);
  });

  it('believes no list that ends before the end that it announced', async () => {
    change.pull.reviews = Array.from({ length: 250 }, (_, id) => review(id + 1, 'COMMENTED'));
    change.github.server.fault = (_, { url }) =>
      url.searchParams.get('page') === '2'
        ? (reply) => ({
            ...reply,
            headers: { link: (reply.headers?.['link'] ?? '').replace('rel="next"', 'rel="lost"') },
          })
        : undefined;
    assertTrouble(await ask(), 'incomplete');
  });

  describe('its commits', () => {
    const commits = (count: number): FakeCommit[] =>
      Array.from({ length: count }, (_, index) => ({ sha: index === count - 1 ? sha('two') : sha(`c${index}`) }));

    it('are all read, beyond the 250 that GitHub lists', async () => {
      change.pull.commits = commits(312);
      const evidence = await read();
      assert.equal(evidence.commits.length, 312);
      assert(change.github.server.seen.some((each) => each.url.pathname.includes('/compare/')));
    });

    it('are not believed where one is missing, or the last is not the head', async () => {
      change.pull.commits = commits(5);
      change.github.server.fault = (_, { url }) =>
        url.pathname.endsWith('/42/commits')
          ? (reply) => ({ ...reply, body: (reply.body as unknown[]).slice(1) })
          : undefined;
      assertTrouble(await ask(), 'incomplete');
      change.github.server.fault = () => undefined;
      change.pull.commits = [...commits(3), { sha: sha('other') }];
      assertTrouble(await ask(), 'incomplete');
    });

    it('may be none', async () => {
      change.pull.commits = [];
      change.pull.state = 'closed';
      assert.deepEqual((await read()).commits, []);
    });
  });

  describe('who pushed', () => {
    it('is read from a fork', async () => {
      const activity = change.github.activity.get('acme/shop') ?? [];
      change.github.activity.set('maya/shop', activity).set('acme/shop', activity.slice(0, 1));
      change.pull.head.repo = 'maya/shop';
      const { pushes, pullRequest } = await read();
      assert.deepEqual([pushes?.length, pullRequest.head.repository], [3, 'maya/shop']);
    });

    it('is not known where the fork cannot be read or is gone, or the list does not reach the head', async () => {
      for (const repo of ['hidden/shop', null, 'maya/shop']) {
        change.github.activity.set('maya/shop', (change.github.activity.get('acme/shop') ?? []).slice(0, 3));
        change.pull.head.repo = repo;
        const { pushes, unread } = await read();
        assert.deepEqual([pushes, unread.map(({ part }) => part)], [null, ['pushes']], String(repo));
      }
    });

    it('leaves out other branches, and knows a deletion', async () => {
      const activity = change.github.activity.get('acme/shop') ?? [];
      const [, , , last] = activity;
      assert(last !== undefined);
      activity.push({ ...last, activity_type: 'branch_deletion', before: sha('two'), after: zeros });
      change.github.server.fault = (_, { url }) =>
        url.pathname.endsWith('/activity')
          ? (reply) => ({
              ...reply,
              body: (reply.body as object[]).concat({ ...(reply.body as object[])[0], ref: 'refs/heads/x' }),
            })
          : undefined;
      assert.equal((await read()).pushes?.length, 3);
    });
  });

  describe('other pull requests of the same head', () => {
    const twin = (number: number, more: object = {}) =>
      change.github.addPull({
        number,
        user: change.maya,
        head: { ref: 'twin', sha: sha('two'), repo: 'acme/shop' },
        base: { ref: 'release', sha: sha('main') },
        ...more,
      });

    it('are those that are open', async () => {
      twin(50);
      twin(51, { state: 'closed' });
      twin(52, { head: { ref: 'more', sha: sha('three'), repo: 'acme/shop' }, commits: [{ sha: sha('two') }] });
      assert.deepEqual((await read()).sameHead, [{ number: 50, base: 'release' }]);
    });

    it('are looked for among all open ones where the list of the commit leaves out the pull request itself', async () => {
      twin(50);
      change.github.unlisted.add(42);
      change.github.unlisted.add(50);
      assert.deepEqual((await read()).sameHead, [{ number: 50, base: 'release' }]);
    });
  });

  describe('handles and teams', () => {
    it('are said where they are not what the policy takes them for', async () => {
      change.github.addUser('acme-org', 'Organization');
      change.github.users.set('old-name', { id: 90, login: 'new-name', type: 'User' });
      change.github.teams.delete('acme/engineers');
      const { handles, teams, unread } = await read({
        handles: ['@acme-org', '@old-name', '@ma/ya', '@..', '@renovate[bot]'],
        teams: ['@acme/engineers', '@acme/a/b', '@acme'],
        plans: [],
      });
      assert.deepEqual(
        handles.map(({ account }) => account?.handle),
        [undefined, 'new-name', undefined, undefined, undefined],
      );
      assert.deepEqual(
        teams.map(({ members }) => members),
        [null, null, null],
      );
      assert.deepEqual(
        unread.map(({ part }) => part),
        ['@acme/engineers', '@acme/a/b', '@acme', '@acme-org', '@old-name', '@ma/ya', '@..'],
      );
    });

    it('know a bot', async () => {
      change.github.addUser('renovate[bot]', 'Bot');
      const { handles } = await read({ handles: ['@Renovate[bot]'], teams: [], plans: [] });
      assert.equal(handles[0]?.account?.kind, 'bot');
    });
  });

  describe('plans', () => {
    it('are brought by the first pull request that was merged to this base', async () => {
      const commits = [{ sha: sha('plan') }];
      const head = { ref: 'plan', sha: sha('plan'), repo: 'acme/shop' };
      const other = { user: change.maya, state: 'closed' as const, head, commits };
      change.github.addPull({ number: 30, ...other, merged_at: '2026-11-01T10:00:00Z', base: { ref: 'dev', sha: '' } });
      change.github.addPull({ number: 31, ...other, merged_at: '2026-11-12T10:00:00Z' });
      change.github.addPull({ number: 32, ...other });
      const { plans } = await read({
        plans: [
          { path: 'a/PLANNING.md', commit: sha('plan') },
          { path: 'b/PLANNING.md', commit: sha('plan') },
          { path: 'c/PLANNING.md', commit: sha('pushed-directly') },
        ],
      });
      assert.deepEqual(
        plans.map(({ pullRequest }) => pullRequest?.number),
        [41, 41, undefined],
      );
      const asked = change.github.server.seen.filter(({ url }) => url.pathname.endsWith('/pulls/41/reviews'));
      assert.equal(asked.length, 1);
    });

    it('keep what can be read where pushers cannot', async () => {
      change.github.activity.get('acme/shop')?.shift();
      const { plans, unread } = await read();
      assert.deepEqual([plans[0]?.pullRequest?.pushers, plans[0]?.pullRequest?.reviews.length], [null, 2]);
      assert.deepEqual(unread.length, 1);
    });

    it('know no pushers where one is nobody any more', async () => {
      const activity = change.github.activity.get('acme/shop') ?? [];
      activity[0] = { ...(activity[0] as (typeof activity)[0]), actor: null };
      assert.equal((await read()).plans[0]?.pullRequest?.pushers, null);
    });
  });

  it('is of one moment: what changes meanwhile is read again', async () => {
    change.github.server.fault = (index, { url }) => {
      if (index > 0 && url.pathname.endsWith('/pulls/42')) {
        return (reply) => ({ ...reply, body: { ...(reply.body as object), state: 'closed' } });
      }
      return undefined;
    };
    assertTrouble(await ask(), 'moved');
  });

  it('asks nothing that is no name', async () => {
    for (const repository of ['acme', 'acme/..', './shop', `acme/${'x'.repeat(2000)}`, 'acme/\ud800']) {
      const result = await ask({}, repository);
      assertTrouble(result, 'refused');
    }
    assert.equal(change.github.server.seen.length, 0);
    assertTrouble(await ask({}, 'acme/other'), 'not-found');
  });

  it('is none where a review that was sent has no time', async () => {
    change.pull.reviews = [review(1, 'APPROVED')];
    change.github.server.fault = (_, { url }) =>
      url.pathname.endsWith('/42/reviews')
        ? (reply) => ({ ...reply, body: [{ ...(reply.body as object[])[0], submitted_at: undefined }] })
        : undefined;
    assertTrouble(await ask(), 'malformed');
  });

  it('says which value is none that evidence can have', async () => {
    change.pull.reviews = [review(1, 'COMMENTED')];
    change.github.server.fault = (_, { url }) =>
      url.pathname.endsWith('/42/reviews')
        ? (reply) => ({ ...reply, body: [{ ...(reply.body as object[])[0], submitted_at: 'yesterday' }] })
        : undefined;
    const result = await ask();
    assertTrouble(result, 'malformed');
    assert('trouble' in result && result.trouble.sentence.includes('at 0.submitted_at'), JSON.stringify(result));
  });

  function assertTrouble(result: Awaited<ReturnType<typeof ask>>, kind: string): void {
    assert('trouble' in result, 'evidence came back');
    assert.equal(result.trouble.kind, kind, result.trouble.sentence);
  }
});
