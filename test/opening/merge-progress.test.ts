import assert from 'node:assert/strict';
import { progressReader } from '../../src/opening/open-branch.js';
import type { PullProgress } from '../../src/opening/pull-progress.js';
import { FakeMergeHost, type FakeAccount, type FakeMerge } from '../hosts/fake-gitlab/fake-merge-host.js';
import { sha } from '../hosts/fake-github/good-change.js';

const token = 'glpat-progressTESTTOKEN000';

describe('where an open merge request stands', () => {
  let gitlab: FakeMergeHost;
  let merge: FakeMerge;
  let read: () => Promise<PullProgress>;
  let people: Readonly<Record<'maya' | 'erin' | 'paul' | 'omar', FakeAccount>>;
  beforeEach(async () => {
    gitlab = new FakeMergeHost();
    await gitlab.server.start();
    const add = (name: string): FakeAccount => gitlab.addAccount(name);
    people = { maya: add('maya'), erin: add('erin'), paul: add('paul'), omar: add('omar') };
    const { maya, erin, paul, omar } = people;
    gitlab.tokens.set(token, { account: maya, scope: 'read_api', isMember: true });
    const project = gitlab.addProject('acme/web/shop');
    merge = gitlab.addMerge({ project, source_branch: 'pm/home', author: maya, reviewers: [erin, paul, omar] });
    merge.sha = sha('now');
    const ask = progressReader({
      kind: 'gitlab',
      api: `${gitlab.server.url}/api/v4`,
      repository: 'acme/web/shop',
      token,
    });
    read = () => ask(merge.iid);
  });
  afterEach(async () => {
    await gitlab.server.stop();
    assert.deepEqual(gitlab.faults, []);
  });

  const thread = (author: FakeAccount | null, body: string, more: object = {}): object => ({
    id: body,
    individual_note: false,
    notes: [{ id: 1, author, body, resolvable: true, resolved: false, ...more }],
  });

  it('is who asks for changes, whom it waits for, and who approved what is in it now', async () => {
    const { maya, erin, paul } = people;
    merge.stands.set('omar', 'requested_changes').set('erin', 'reviewed');
    merge.approvals = [{ user: paul, approved_at: '2026-11-20T11:00:00Z' }];
    assert.deepEqual(await read(), {
      state: 'open',
      reviewers: [
        { name: '@omar', opinion: 'asks-for-changes' },
        { name: '@erin', opinion: 'waits' },
        { name: '@paul', opinion: 'approved-before' },
      ],
      tasks: [],
      gate: undefined,
      unread: [],
    });
    merge.approvals = [
      { user: paul, approved_at: '2026-11-20T12:30:00Z' },
      { user: erin, approved_at: null },
      { user: maya },
    ];
    const names = (await read()).reviewers.map(({ name, opinion }) => `${name} ${opinion}`);
    assert.deepEqual(names, ['@omar asks-for-changes', '@erin approved', '@paul approved']);
    // Nothing says when its commits came.
    merge.pushedAt = undefined;
    assert.deepEqual(
      (await read()).reviewers.map(({ name, opinion }) => `${name} ${opinion}`),
      names,
    );
  });

  it('is what was read where GitLab does not say a part of it, and names that', async () => {
    const { paul } = people;
    merge.approvals = [{ user: paul, approved_at: '2026-11-20T11:00:00Z' }];
    for (const [end, part, count] of [
      [/\/reviewers$/, 'who is asked to review it', 1],
      [/\/approvals$/, 'who approved it', 3],
      [/\/versions$/, 'whether that was before your latest commits', 3],
      [/\/discussions$/, 'which threads are open', 3],
    ] as const) {
      gitlab.server.fault = (_, { url }) => (end.test(url.pathname) ? () => ({ status: 404, body: {} }) : undefined);
      const { unread, reviewers } = await read();
      assert.deepEqual([unread, reviewers.length], [[part], count]);
    }
  });

  it('has the gate’s answer to GitLab where the project has an external status check for it', async () => {
    const gates = [];
    for (const [status, check] of [
      [undefined, 'passed'],
      [undefined, 'pending'],
      [undefined, 'failed'],
      ['success', 'passed'],
      ['success', 'pending'],
      ['failed', 'passed'],
    ] as const) {
      gitlab.checks = [
        { id: 1, name: 'Licences', external_url: 'https://a.example', status: 'failed' },
        { id: 2, name: 'PM Zone (main)', external_url: 'https://b.example', status: check },
      ];
      const said = { id: 1, name: 'pm-zone (main)', status, description: 'Its words' };
      gitlab.statuses.set(sha('now'), status === undefined ? [] : [said]);
      const { gate } = await read();
      gates.push(`${String(gate?.outcome)}: ${String(gate?.words)}`);
    }
    const coming = 'waits: Its answer to GitLab for your latest commits is still to come.';
    assert.deepEqual(gates, [
      'ready: ',
      coming,
      'not-ready: Its answer to GitLab is that it failed.',
      'ready: Its words',
      coming,
      'failed: Its words',
    ]);
    gitlab.checks = [{ id: 1, name: 'Licences', external_url: 'https://a.example', status: 'failed' }];
    gitlab.statuses.clear();
    assert.equal((await read()).gate, undefined);
  });

  it('has the threads that are still to be resolved, whoever began them, at their lines', async () => {
    const { maya, erin } = people;
    merge.reviewers = [];
    merge.discussions = [
      thread(erin, 'Too long\u202e\nfor a button', { position: { new_path: 'src/home/i18n/de.json', new_line: 3 } }),
      thread(erin, 'Why is this gone?', { position: { new_path: 'src/home/i18n/en.json', new_line: null } }),
      thread(erin, 'In all', {}),
      thread(erin, 'Settled', { resolved: true }),
      thread(erin, 'Said by the way', { resolvable: false }),
      thread(maya, 'Why I did this'),
      thread(null, 'Who?'),
      { id: 'none', individual_note: true, notes: [] },
    ];
    const { reviewers, tasks } = await read();
    assert.deepEqual(reviewers, [{ name: '@erin', opinion: 'threads' }]);
    assert.deepEqual(tasks, [
      { name: '@erin', path: 'src/home/i18n/de.json', line: 3, text: 'Too long\\u{202e}' },
      { name: '@erin', path: 'src/home/i18n/en.json', line: undefined, text: 'Why is this gone?' },
      { name: '@erin', line: undefined, text: 'In all' },
    ]);
    merge.approvals = [{ user: erin }];
    assert.deepEqual((await read()).reviewers, [{ name: '@erin', opinion: 'approved' }]);
  });

  it('has what the gate says last of its newest commit, which fails what waits', async () => {
    const seen = [];
    const all: object[] = [{ id: 90, name: 'pm-zone (release)', status: 'success', description: 'Of another branch' }];
    gitlab.statuses.set(sha('now'), all);
    assert.equal((await read()).gate, undefined);
    for (const [status, description] of [
      ['failed', 'Not ready: 2 points to mend'],
      ['failed', 'Waits for @erin: 1 item'],
      ['success', 'Ready: every item is decided'],
      ['failed', 'It could not be judged.'],
      ['running', null],
    ] as const) {
      all.unshift({ id: all.length, name: 'pm-zone (main)', status, description });
      all.push({ id: 0, name: 'pm-zone (main)', status: 'success', description: 'Long ago' });
      seen.push((await read()).gate);
    }
    assert.deepEqual(seen, [
      { outcome: 'not-ready', words: 'Not ready: 2 points to mend' },
      { outcome: 'waits', words: 'Waits for @erin: 1 item' },
      { outcome: 'ready', words: 'Ready: every item is decided' },
      { outcome: 'failed', words: 'It could not be judged.' },
      { outcome: 'failed', words: '' },
    ]);
    gitlab.server.fault = (_, { url }) =>
      url.pathname.endsWith('/statuses') ? () => ({ status: 403, body: {} }) : undefined;
    assert.deepEqual((await read()).gate, { outcome: 'unread', words: '' });
    gitlab.server.fault = () => undefined;
    merge.sha = undefined;
    assert.equal((await read()).gate, undefined);
  });

  it('leaves out accounts that are deleted, and does without the times of its commits', async () => {
    const { erin, paul } = people;
    const stands = (user: FakeAccount | null): object => {
      return { user, state: 'unreviewed', created_at: '2026-11-20T12:00:00Z' };
    };
    gitlab.server.fault = (_, { url }) => {
      const body = url.pathname.endsWith('/approvals')
        ? {
            approved_by: [
              { user: null, approved_at: null },
              { user: erin, approved_at: '2026-11-20T12:30:00Z' },
            ],
          }
        : url.pathname.endsWith('/reviewers')
          ? [stands(null), stands(paul)]
          : url.pathname.endsWith('/versions')
            ? []
            : undefined;
      return body && (() => ({ status: 200, body }));
    };
    const { reviewers } = await read();
    assert.deepEqual(reviewers.map(({ name, opinion }) => `${name} ${opinion}`).sort(), [
      '@erin approved',
      '@paul waits',
    ]);
  });

  it('is a draft, closed or merged', async () => {
    const state = async (): Promise<string> => (await read()).state;
    merge.title = 'Draft: A clearer home';
    assert.equal(await state(), 'draft');
    merge.state = 'closed';
    assert.equal(await state(), 'closed');
    merge.state = 'merged';
    assert.equal(await state(), 'merged');
  });

  it('costs the host little where it is asked again', async () => {
    const seen: unknown[] = [];
    await read();
    gitlab.server.fault = (_, { headers }) => void seen.push(headers['if-none-match'] !== undefined);
    await read();
    assert.ok(seen.length >= 4 && seen.every((each) => each === true), JSON.stringify(seen));
  });
});
