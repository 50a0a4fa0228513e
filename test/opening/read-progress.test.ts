import assert from 'node:assert/strict';
import { progressReader } from '../../src/opening/open-branch.js';
import type { PullProgress } from '../../src/opening/pull-progress.js';
import { FakeGithub, type FakePull, type FakeUser } from '../hosts/fake-github/fake-github.js';
import { secret, sha } from '../hosts/fake-github/good-change.js';

describe('where an open pull request stands', () => {
  let github: FakeGithub;
  let pull: FakePull;
  let read: (number: number) => Promise<PullProgress>;
  let people: readonly FakeUser[];
  beforeEach(async () => {
    github = new FakeGithub();
    await github.server.start();
    people = ['maya', 'erin', 'paul', 'omar'].map((login) => github.addUser(login));
    const [maya = null] = people;
    if (maya !== null) github.tokens.set(secret, { user: maya, rights: new Set() });
    github.branches.set('main', sha('main'));
    pull = github.addPull({ number: 12, user: maya, head: { ref: 'pm/home', sha: sha('now'), repo: 'acme/shop' } });
    read = progressReader({ kind: 'github', api: github.server.url, repository: 'acme/shop', token: secret });
  });
  afterEach(async () => {
    await github.server.stop();
    assert.deepEqual(github.faults, []);
  });

  const says = (login: string | undefined, state: string, commit: string | null = sha('now')): void => {
    const user = people.find((each) => each.login === login) ?? null;
    pull.reviews.push({ id: github.nextId(), user, state, body: '', commit_id: commit });
  };

  it('is the latest word of each, who asks for changes first', async () => {
    says('erin', 'CHANGES_REQUESTED', sha('before'));
    says('erin', 'APPROVED');
    says('erin', 'COMMENTED');
    says('paul', 'APPROVED', sha('before'));
    says('omar', 'CHANGES_REQUESTED');
    says('maya', 'COMMENTED');
    says(undefined, 'APPROVED');
    pull.requested.teams = ['home'];
    assert.deepEqual(await read(12), {
      state: 'open',
      reviewers: [
        { name: '@omar', opinion: 'asks-for-changes' },
        { name: '@acme/home', opinion: 'waits' },
        { name: '@paul', opinion: 'approved-before' },
        { name: '@erin', opinion: 'approved' },
      ],
      tasks: [],
      gate: undefined,
      unread: [],
    });
  });

  it('waits for whose word was taken back, and for who is asked again', async () => {
    says('erin', 'APPROVED');
    says('erin', 'DISMISSED');
    says('paul', 'CHANGES_REQUESTED', null);
    pull.requested.people = ['paul'];
    assert.deepEqual((await read(12)).reviewers, [
      { name: '@paul', opinion: 'waits' },
      { name: '@erin', opinion: 'dismissed' },
    ]);
  });

  it('has what is asked of its author by who asks for changes now, at the lines where it still is', async () => {
    const [maya = null, erin = null, , omar = null] = people;
    says('omar', 'CHANGES_REQUESTED');
    pull.reviews.push({
      id: 1,
      user: erin,
      state: 'CHANGES_REQUESTED',
      body: 'Shorter,\nplease.',
      commit_id: sha('now'),
    });
    pull.comments = [
      { user: erin, path: 'src/home/i18n/de.json', line: 3, body: 'Too long\u202e\r\nfor a button' },
      { user: maya, path: 'src/home/i18n/de.json', line: 3, body: 'Is it?', in_reply_to_id: 1 },
      { user: erin, path: 'src/home/i18n/fr.json', body: 'And this' },
      { user: erin, path: 'src/home/i18n/en.json', line: 9, side: 'LEFT', body: 'Why is this gone?' },
      { user: null, path: 'a.md', line: 1, body: 'Who?' },
      { user: maya, path: 'a.md', line: 1, body: 'Why I did this' },
      { user: omar, path: 'b.md', line: 1, body: 'x'.repeat(400) },
    ];
    const { tasks } = await read(12);
    assert.deepEqual(tasks, [
      { name: '@omar', path: 'b.md', line: 1, text: `${'x'.repeat(299)}…` },
      { name: '@erin', text: 'Shorter,' },
      { name: '@erin', path: 'src/home/i18n/de.json', line: 3, text: 'Too long\\u{202e}' },
      { name: '@erin', path: 'src/home/i18n/fr.json', line: undefined, text: 'And this' },
      { name: '@erin', path: 'src/home/i18n/en.json', line: undefined, text: 'Why is this gone?' },
    ]);
    says('erin', 'APPROVED');
    assert.deepEqual(
      (await read(12)).tasks.map(({ name }) => name),
      ['@omar'],
    );
  });

  it('has what the gate says last of its newest commit, for the branch that it goes to', async () => {
    const [maya] = people;
    assert.ok(maya);
    const post = (state: string, description: string | null, context = 'pm-zone (main)'): void => {
      const before = github.statuses.get(sha('now')) ?? [];
      github.statuses.set(sha('now'), [
        ...before,
        { id: before.length + 1, state, context, description, target_url: null, creator: maya },
      ]);
    };
    post('success', 'Built', 'build');
    assert.equal((await read(12)).gate, undefined);
    const seen = [];
    for (const [state, description] of [
      ['failure', 'Not ready: 2 points to mend'],
      ['pending', 'Waits for @erin: 1 item'],
      ['success', 'Ready: every item is decided'],
      ['error', null],
    ] as const) {
      post(state, description);
      post('success', 'Of another branch', 'pm-zone (release)');
      seen.push((await read(12)).gate);
    }
    assert.deepEqual(seen, [
      { outcome: 'not-ready', words: 'Not ready: 2 points to mend' },
      { outcome: 'waits', words: 'Waits for @erin: 1 item' },
      { outcome: 'ready', words: 'Ready: every item is decided' },
      { outcome: 'failed', words: '' },
    ]);
    github.server.fault = (_, { url }) =>
      url.pathname.endsWith('/statuses') ? () => ({ status: 403, body: {} }) : undefined;
    assert.deepEqual((await read(12)).gate, { outcome: 'unread', words: '' });
  });

  it('is a draft, closed or merged', async () => {
    const state = async (): Promise<string> => (await read(12)).state;
    pull.draft = true;
    assert.equal(await state(), 'draft');
    pull.state = 'closed';
    assert.equal(await state(), 'closed');
    pull.merged_at = '2026-11-20T12:00:00Z';
    assert.equal(await state(), 'merged');
  });

  it('costs the host little where it is asked again', async () => {
    const seen: unknown[] = [];
    await read(12);
    github.server.fault = (_, { headers }) => void seen.push(headers['if-none-match'] !== undefined);
    await read(12);
    assert.ok(seen.length >= 2 && seen.every((each) => each === true), JSON.stringify(seen));
  });

  it('is what was read where GitHub does not say a part of it, and names that', async () => {
    says('omar', 'CHANGES_REQUESTED');
    pull.requested.people = ['paul'];
    for (const [end, part, count] of [
      [/\/reviews$/, 'who reviewed it', 1],
      [/\/comments$/, 'what is asked for at single lines', 2],
    ] as const) {
      github.server.fault = (_, { url }) => (end.test(url.pathname) ? () => ({ status: 404, body: {} }) : undefined);
      const { unread, reviewers } = await read(12);
      assert.deepEqual([unread, reviewers.length], [[part], count]);
    }
  });
});
