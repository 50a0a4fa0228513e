import assert from 'node:assert/strict';
import type { Evidence, EvidenceRequest } from '../../src/gate/evidence.js';
import { openGitlab } from '../../src/hosts/open-gitlab.js';
import { readGitlabEvidence } from '../../src/hosts/read-gitlab-evidence.js';
import { sha } from './fake-github/good-change.js';
import { startGoodMergeRequest, type GoodMergeRequest } from './fake-gitlab/good-merge-request.js';

describe('reading evidence from GitLab', () => {
  let change: GoodMergeRequest;
  beforeEach(async () => (change = await startGoodMergeRequest()));
  afterEach(async () => {
    await change.gitlab.server.stop();
    assert.deepEqual(change.gitlab.faults, []);
  });

  const ask = (request: Partial<EvidenceRequest> = {}) =>
    readGitlabEvidence(change.host, {
      repository: 'acme/web/shop',
      number: 42,
      request: { ...change.request, ...request },
    });

  async function read(request: Partial<EvidenceRequest> = {}): Promise<Evidence> {
    const result = await ask(request);
    assert('value' in result, JSON.stringify(result));
    return result.value;
  }

  async function readTrouble(): Promise<string> {
    const result = await ask();
    assert('trouble' in result, 'evidence came back');
    return result.trouble.kind;
  }

  const said = ({ reviews }: Evidence) => reviews.map(({ by, opinion }) => `${by?.handle ?? 'nobody'} ${opinion}`);

  it('reads all of a good change with twenty-two requests', async () => {
    const evidence = await read();
    const [author, engineer, product] = [
      { id: '100', handle: 'maya', kind: 'person' },
      { id: '101', handle: 'Erin-Eng', kind: 'person' },
      { id: '102', handle: 'pat-product', kind: 'person' },
    ];
    const approval = (by: typeof author, at: string, commit = sha('two')) => ({
      id: `approval ${by.id}`,
      by,
      opinion: 'approved',
      commit,
      at,
      canWrite: true,
      waives: [],
    });
    assert.deepEqual(
      { ...evidence, readAt: '' },
      {
        version: 1,
        host: { kind: 'gitlab', url: change.gitlab.server.url, repository: 'acme/web/shop' },
        readAt: '',
        pullRequest: {
          number: 42,
          author,
          base: { ref: 'main', commit: sha('main') },
          head: { ref: 'maya/checkout', commit: sha('two'), repository: 'acme/web/shop' },
          retargetedAt: null,
        },
        sameHead: [],
        commits: [
          { commit: sha('one'), author: null, committer: null },
          { commit: sha('two'), author: null, committer: null },
        ],
        pushes: [
          { by: author, before: null, after: sha('one'), at: '2026-11-19T12:00:00.000Z' },
          { by: author, before: sha('one'), after: sha('two'), at: '2026-11-19T12:00:00.000Z' },
        ],
        reviews: [approval(engineer, '2026-11-20T10:00:00.000Z'), approval(product, '2026-11-20T11:00:00.000Z')],
        approvals: 'reset-on-push',
        handles: [
          { handle: '@maya', account: author },
          { handle: '@erin-eng', account: engineer },
          { handle: '@nobody', account: null },
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
              reviews: [approval(engineer, '2026-11-20T12:00:00.000Z', sha('plan'))],
            },
          },
        ],
        unread: [],
      },
    );
    assert.equal(change.host.api.requests, 22);
  });

  it('tells the web address of each kind of host', () => {
    assert.deepEqual(
      ['https://gitlab.com/api/v4', 'https://git.example.com/code/api/v4/'].map(
        (api) => openGitlab(api, undefined).web,
      ),
      ['https://gitlab.com', 'https://git.example.com/code'],
    );
  });

  describe('approvals', () => {
    it('outlive a push where the project keeps them, or does not say', async () => {
      change.gitlab.approvals = { reset_approvals_on_push: false };
      assert.deepEqual([(await read()).approvals, (await read()).unread], ['outlive-push', []]);
      change.gitlab.approvals = undefined;
      const { approvals, unread } = await read();
      assert.deepEqual([approvals, unread.length], ['outlive-push', 1]);
    });

    it('that are older than the latest push count as taken back, which GitLab does with a delay', async () => {
      change.mergeRequest.pushedAt = '2026-11-20T10:30:00.000Z';
      assert.deepEqual(said(await read()), ['Erin-Eng dismissed', 'pat-product approved']);
      change.mergeRequest.approved_by = [{ user: change.erin }];
      assert.deepEqual(said(await read()), ['Erin-Eng approved']);
      change.mergeRequest.pushedAt = new Date().toISOString();
      assert.deepEqual(said(await read()), ['Erin-Eng dismissed']);
    });

    it('are of the head at their time, and of none that went to another branch', async () => {
      const commitsOf = async () => (await read()).reviews.map(({ by, commit }) => [by?.handle, commit]);
      change.mergeRequest.pushedAt = '2026-11-20T10:30:00.000Z';
      const one = { sha: sha('one'), at: '2026-11-20T09:00:00.000Z' };
      change.mergeRequest.earlier = [one];
      assert.deepEqual(await commitsOf(), [
        ['Erin-Eng', sha('one')],
        ['pat-product', sha('two')],
      ]);
      change.mergeRequest.earlier = [{ ...one, sha: sha('two') }];
      assert.deepEqual(said(await read()), ['Erin-Eng dismissed', 'pat-product approved']);
      change.mergeRequest.earlier = [{ sha: sha('one'), at: '2026-11-20T09:30:00.000Z' }, one];
      assert.deepEqual((await commitsOf())[0], ['Erin-Eng', sha('one')]);
    });

    it('are not read at all where the head moved, or nothing says when it came', async () => {
      const { server } = change.gitlab;
      for (const body of [[], [{ head_commit_sha: sha('other'), created_at: '2026-11-20T10:30:00.000Z' }]]) {
        server.fault = (_, { url }) =>
          url.pathname.endsWith('/versions') ? (reply) => ({ ...reply, body, headers: {} }) : undefined;
        assert.equal(await readTrouble(), 'moved');
      }
    });

    it('stand beside requests for changes, and know deleted accounts and those who may not push', async () => {
      const ghost = { ...change.erin, username: 'ghost1' };
      change.mergeRequest.approved_by = [{ user: null }, { user: ghost }, { user: change.pat }, { user: change.maya }];
      change.mergeRequest.reviewers = [
        { user: change.erin, state: 'requested_changes', created_at: '2026-11-20T09:00:00.000Z' },
        { user: null, state: 'requested_changes', created_at: '2026-11-20T09:00:00.000Z' },
      ];
      change.gitlab.members.set(change.pat.id, 20).delete(change.maya.id);
      const evidence = await read();
      assert.deepEqual(said(evidence), [
        'Erin-Eng changes-requested',
        'nobody changes-requested',
        'nobody approved',
        'nobody approved',
        'pat-product approved',
        'maya approved',
      ]);
      assert.deepEqual(
        evidence.reviews.map(({ canWrite }) => canWrite),
        [null, null, null, null, false, false],
      );
    });
  });

  it('says of an account that was blocked that it may not write, whatever it may as a member', async () => {
    assert.equal((await read()).reviews.find(({ by }) => by?.handle === 'Erin-Eng')?.canWrite, true);
    change.gitlab.blocked.add(change.erin.id);
    assert.equal((await read()).reviews.find(({ by }) => by?.handle === 'Erin-Eng')?.canWrite, false);
  });

  it('takes the waivers of notes that nobody edited', async () => {
    const note = (id: number, body: string, more: object = {}) => ({
      id,
      body,
      author: change.erin,
      created_at: '2026-11-20T12:30:00.000Z',
      updated_at: '2026-11-20T12:30:00.000Z',
      system: false,
      ...more,
    });
    change.mergeRequest.notes = [
      note(1, 'pm-zone waive secrets: an example'),
      note(2, 'pm-zone waive a: b', { updated_at: '2026-11-20T12:31:00.000Z' }),
      note(3, 'pm-zone waive a'),
      note(4, 'pm-zone waive a: b', { system: true }),
    ];
    const { reviews, unread } = await read({ plans: [] });
    assert.deepEqual(
      reviews.flatMap(({ by, waives, canWrite }) => waives.map(({ finding }) => [by?.handle, finding, canWrite])),
      [['Erin-Eng', 'secrets', true]],
    );
    assert.deepEqual(
      unread.map(({ part }) => part),
      ['waivers of note 2', 'waivers of note 3'],
    );
  });

  describe('who pushed', () => {
    it('is read from a fork', async () => {
      change.gitlab.events.set(8, change.gitlab.events.get(7) ?? []);
      change.mergeRequest.source_project_id = 8;
      const { pushes, pullRequest } = await read();
      assert.deepEqual([pushes?.length, pullRequest.head.repository], [2, 'maya/shop']);
    });

    it('is not known where the fork cannot be seen, or is gone', async () => {
      for (const [project, name] of [
        [9, 'project 9'],
        [null, ''],
      ] as const) {
        change.mergeRequest.source_project_id = project;
        const { pushes, pullRequest, unread } = await read();
        assert.deepEqual([pushes, pullRequest.head.repository], [null, name]);
        assert(unread.some(({ part }) => part === 'pushes'));
      }
    });

    it('is not looked for past ten pages of a project, nor past the beginning of the branch', async () => {
      const events = change.gitlab.events.get(7) ?? [];
      change.gitlab.events.set(7, [
        ...Array.from({ length: 2000 }, () => ({ author: null, created_at: '2026-11-01T10:00:00Z' })),
        ...events,
      ]);
      assert.equal((await read({ plans: [] })).pushes?.length, 2);
      assert.equal((await read()).plans[0]?.pullRequest?.pushers?.length, 1);
      change.gitlab.events.set(7, [
        ...events,
        ...Array.from({ length: 1000 }, () => ({ author: null, created_at: '2026-11-01T10:00:00Z' })),
      ]);
      assert.equal((await read()).pushes, null);
    });
  });

  describe('other merge requests of the same head', () => {
    it('are those that are open', async () => {
      change.gitlab.mergeRequests.set(50, { ...change.mergeRequest, iid: 50, target_branch: 'release' });
      change.gitlab.mergeRequests.set(51, { ...change.mergeRequest, iid: 51, state: 'closed' });
      change.gitlab.mergeRequests.set(52, { ...change.mergeRequest, iid: 52, sha: sha('three') });
      assert.deepEqual((await read()).sameHead, [{ number: 50, base: 'release' }]);
    });

    it('are not believed where the merge request itself is missing', async () => {
      change.gitlab.server.fault = (_, { url }) =>
        url.pathname.includes(`/commits/${sha('two')}/`) ? (reply) => ({ ...reply, body: [], headers: {} }) : undefined;
      assert.equal(await readTrouble(), 'incomplete');
      change.gitlab.server.fault = () => undefined;
      change.mergeRequest.state = 'merged';
      assert.deepEqual((await read()).sameHead, []);
    });
  });

  it('says which handles and groups are not what the policy takes them for', async () => {
    change.gitlab.users.set('old-name', { ...change.erin, username: 'new-name' });
    change.gitlab.addUser('service_account_x');
    const { handles, teams, unread } = await read({
      handles: ['@old-name', '@service_account_x'],
      teams: ['@acme/nobody'],
    });
    assert.deepEqual([handles.map(({ account }) => account?.kind), teams[0]?.members], [[undefined, 'bot'], null]);
    assert.deepEqual(
      unread.map(({ part }) => part),
      ['@acme/nobody', '@old-name'],
    );
  });

  it('knows nobody of a group in which a deleted account still is', async () => {
    change.gitlab.groups.set('acme/old', [change.erin, { ...change.erin, id: 99, username: 'ghost1' }]);
    const { teams, unread } = await read({ teams: ['@acme/old'] });
    assert.deepEqual(teams, [{ team: '@acme/old', members: null }]);
    assert.match(unread.find(({ part }) => part === '@acme/old')?.why ?? '', /neither a person nor a bot/);
  });

  it('knows plans by the first merge request that was merged to this base', async () => {
    const plan = change.gitlab.mergeRequests.get(41);
    assert(plan !== undefined);
    change.gitlab.mergeRequests.set(30, {
      ...plan,
      iid: 30,
      target_branch: 'dev',
      merged_at: '2026-11-01T10:00:00.000Z',
    });
    change.gitlab.mergeRequests.set(31, { ...plan, iid: 31, merged_at: '2026-11-12T10:00:00.000Z' });
    change.gitlab.mergeRequests.set(32, { ...plan, iid: 32, state: 'closed' });
    const { plans } = await read({
      plans: [
        { path: 'a/PLANNING.md', commit: sha('plan') },
        { path: 'b/PLANNING.md', commit: sha('plan') },
        { path: 'c/PLANNING.md', commit: sha('direct') },
      ],
    });
    assert.deepEqual(
      plans.map(({ pullRequest }) => pullRequest?.number),
      [41, 41, undefined],
    );
  });

  it('is of one moment: what changes meanwhile is read again', async () => {
    change.mergeRequest.commits = [sha('three'), sha('one')];
    assert.equal(await readTrouble(), 'moved');
    change.mergeRequest.commits = [];
    change.gitlab.mergeRequests.set(50, { ...change.mergeRequest, iid: 42, commits: [sha('two')] });
    let asked = 0;
    change.gitlab.server.fault = (_, { url }) =>
      url.pathname.endsWith('/merge_requests/42') && asked++ > 1
        ? (reply) => ({ ...reply, body: { ...(reply.body as object), target_branch: 'release' } })
        : undefined;
    assert.equal(await readTrouble(), 'moved');
  });

  it('believes no list that is shorter than its total', async () => {
    change.gitlab.server.fault = (_, { url }) =>
      url.pathname.endsWith('/notes') ? (reply) => ({ ...reply, body: [] }) : undefined;
    assert.equal(await readTrouble(), 'incomplete');
  });
});
