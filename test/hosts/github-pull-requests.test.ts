import assert from 'node:assert/strict';
import { askGithubReviewers } from '../../src/hosts/ask-github-reviewers.js';
import { GithubPullRequests } from '../../src/hosts/github-pull-requests.js';
import { HostError } from '../../src/hosts/host-error.js';
import { labelGithubPull } from '../../src/hosts/github/label-github-pull.js';
import { openGithub } from '../../src/hosts/open-github.js';
import type { NewPullRequest } from '../../src/hosts/pull-request-host.js';
import { FakeGithub, type FakeRight, type FakeUser } from './fake-github/fake-github.js';
import { secret, sha } from './fake-github/good-change.js';

const allRights: readonly FakeRight[] = ['pull-requests', 'triage', 'labels'];

describe('a pull request on GitHub', () => {
  let github: FakeGithub;
  let pulls: GithubPullRequests;
  let maya: FakeUser;
  let erin: FakeUser;
  beforeEach(async () => {
    github = new FakeGithub();
    await github.server.start();
    maya = github.addUser('Maya');
    erin = github.addUser('Erin-Eng');
    github.permissions.set('Erin-Eng', 'write').set('Maya', 'write');
    github.teams.set('acme/home', [erin]);
    github.branches.set('main', sha('main')).set('pm/home', sha('home'));
    pulls = open(allRights);
  });
  afterEach(async () => {
    await github.server.stop();
    assert.deepEqual(github.faults, []);
  });

  function open(rights: readonly FakeRight[], token = secret): GithubPullRequests {
    github.tokens.set(token, { user: maya, rights: new Set(rights) });
    const host = openGithub(github.server.url, token, { wait: () => Promise.resolve() });
    return new GithubPullRequests(host, 'acme/shop');
  }

  const wanted: NewPullRequest = {
    head: { repository: 'acme/shop', branch: 'pm/home' },
    base: 'main',
    title: 'A clearer home',
    body: 'Why.\r\n',
    draft: false,
  };

  async function kindOf(work: Promise<unknown>): Promise<string> {
    const error: unknown = await work.then(
      () => undefined,
      (each: unknown) => each,
    );
    assert(error instanceof HostError, String(error));
    return error.trouble.kind;
  }

  it('is opened, found again by its branch, and renewed', async () => {
    assert.deepEqual(await pulls.findOpen(wanted.head), []);
    const made = await pulls.create(wanted);
    assert.deepEqual(
      [made.title, made.body, made.draft, made.base, made.author, made.isOpen],
      ['A clearer home', 'Why.\r\n', false, 'main', 'Maya', true],
    );
    assert.equal(made.address, `${github.server.url}/acme/shop/pull/${made.number}`);
    assert.deepEqual(await pulls.findOpen(wanted.head), [made]);
    assert.deepEqual(await pulls.findOpen({ ...wanted.head, repository: 'ACME/Shop' }), [made]);
    await pulls.update(made.number, { title: 'A home', body: 'Because.' });
    const renewed = await pulls.read(made.number);
    assert.deepEqual([renewed.title, renewed.body], ['A home', 'Because.']);
    await pulls.update(made.number, { body: 'So.' });
    assert.equal((await pulls.read(made.number)).title, 'A home');
    const held = github.pulls.get(made.number);
    assert(held);
    held.state = 'closed';
    assert.deepEqual([await pulls.findOpen(wanted.head), (await pulls.read(made.number)).isOpen], [[], false]);
  });

  it('is found again once it was merged, with exactly its newest commit', async () => {
    const { number } = await pulls.create(wanted);
    const held = github.pulls.get(number);
    assert(held);
    held.state = 'closed';
    assert.equal((await pulls.findEnded(wanted.head, sha('home')))?.isMerged, false);
    github.addPull({ ...held, number: number + 1, merged_at: '2026-11-20T10:00:00Z' });
    assert.equal((await pulls.findEnded(wanted.head, sha('home')))?.number, number + 1);
    github.pulls.delete(number + 1);
    held.merged_at = '2026-11-20T10:00:00Z';
    assert.equal((await pulls.findEnded(wanted.head, sha('home')))?.number, number);
    assert.equal(await pulls.findEnded(wanted.head, sha('more')), undefined);
  });

  it('is the only one of its branch: a second is refused', async () => {
    await pulls.create(wanted);
    assert.equal(await kindOf(pulls.create(wanted)), 'refused');
    assert.equal(github.pulls.size, 1);
  });

  it('comes from a fork by its owner, and from one of the same owner by its name', async () => {
    for (const repository of ['maya/shop', 'acme/shop-of-maya']) {
      github.forks.set(repository, new Map([['pm/home', sha(repository)]]));
      const head = { repository, branch: 'pm/home' };
      const made = await pulls.create({ ...wanted, head });
      assert.deepEqual(await pulls.findOpen(head), [made]);
      assert.equal(github.pulls.get(made.number)?.head.repo, repository);
    }
    assert.deepEqual(await pulls.findOpen(wanted.head), [], 'a fork’s is not the repository’s own');
  });

  it('is made a draft and ready again, or it is said that it is not', async () => {
    const made = await pulls.create({ ...wanted, draft: true });
    assert.equal(made.draft, true);
    await pulls.setDraft(made, false);
    assert.equal((await pulls.read(made.number)).draft, false);
    await pulls.setDraft(made, true);
    assert.equal((await pulls.read(made.number)).draft, true);
    assert.equal(await kindOf(open([], 'token-that-may-nothing').setDraft(made, false)), 'refused');
    github.server.fault = () => () => ({ status: 200, body: { data: null, errors: [{ message: 'x' }] } });
    assert.equal(await kindOf(pulls.setDraft(made, false)), 'refused');
    const said = { data: { changed: { pullRequest: { isDraft: false } } } };
    github.server.fault = () => () => ({ status: 200, body: said });
    await assert.rejects(pulls.setDraft(made, true), ({ trouble }: { trouble: { sentence: string } }) =>
      /^GitHub did not make the pull request a draft: /.test(trouble.sentence),
    );
  });

  it('reads a review without words, of a commit that is gone', async () => {
    const made = await pulls.create(wanted);
    const review = { user: { login: 'erin', id: 2 }, state: 'APPROVED', commit_id: null, body: null };
    github.server.fault = () => () => ({ status: 200, body: [review] });
    assert.deepEqual(await pulls.listReviews(made.number), [
      { login: 'erin', state: 'APPROVED', commit: undefined, body: '' },
    ]);
  });

  it('reads what GitHub leaves out or says of nobody', async () => {
    const made = await pulls.create(wanted);
    github.server.fault = () => (reply) => ({
      ...reply,
      body: {
        ...(reply.body as object),
        body: null,
        user: null,
        draft: undefined,
        requested_reviewers: null,
        requested_teams: undefined,
      },
    });
    const { body, author, draft, people, teams } = await pulls.read(made.number);
    assert.deepEqual([body, author, draft, people, teams], ['', undefined, false, [], []]);
  });

  describe('its labels', () => {
    const labels = ['pm-authored', 'zone:copy'];

    it('are created where the repository lacks them, and set', async () => {
      github.labels.add('PM-Authored');
      const made = await pulls.create(wanted);
      assert.deepEqual(await labelGithubPull(pulls, made, labels), []);
      assert.deepEqual(github.pulls.get(made.number)?.labels, ['PM-Authored', 'zone:copy']);
      const before = github.server.seen.length;
      assert.deepEqual(await labelGithubPull(pulls, await pulls.read(made.number), labels), []);
      assert.equal(github.server.seen.length, before + 1, 'what is there already is not asked for');
    });

    it('are named with the reason where they cannot be had', async () => {
      github.labels.add('pm-authored');
      const made = await pulls.create(wanted);
      const noNew = open(['triage'], 'token-without-labels');
      assert.deepEqual(await labelGithubPull(noNew, made, labels), [
        { what: 'zone:copy', why: 'the repository has no such label, and it could not be created' },
      ]);
      assert.deepEqual(github.pulls.get(made.number)?.labels, ['pm-authored']);
      github.labels.clear();
      assert.equal((await labelGithubPull(open([], 'token-that-may-nothing'), made, labels)).length, 2);
      github.labels.add('zone:copy');
      assert.deepEqual(await labelGithubPull(open([], 'token-that-may-nothing'), made, ['zone:copy']), [
        { what: 'zone:copy', why: 'the token may not set labels here' },
      ]);
      github.server.fault = () => () => ({ status: 418, body: {} });
      assert.deepEqual(await labelGithubPull(pulls, made, ['zone:copy']), [
        { what: 'zone:copy', why: 'GitHub could not be asked for it' },
      ]);
    });

    it('that somebody creates at the same moment are set, and one that the host leaves out is named', async () => {
      const made = await pulls.create(wanted);
      github.server.fault = (_, { method, url }) =>
        method === 'POST' && url.pathname.endsWith('shop/labels')
          ? (reply) => ({ ...reply, status: 422, body: { message: 'x' } })
          : undefined;
      assert.deepEqual(await labelGithubPull(pulls, made, ['zone:copy']), []);
      github.labels.add('size:S');
      github.server.fault = (_, { url }) =>
        url.pathname.includes('/issues/') ? () => ({ status: 200, body: [] }) : undefined;
      assert.deepEqual(await labelGithubPull(pulls, made, ['size:S']), [
        { what: 'size:S', why: 'GitHub did not set it' },
      ]);
    });
  });

  describe('its reviewers', () => {
    const handles = ['@erin-eng', '@acme/home'];

    it('are asked in one call, people and teams, and only once', async () => {
      const made = await pulls.create(wanted);
      assert.deepEqual(await askGithubReviewers(pulls, made, handles, { first: true, commit: sha('home') }), {
        asked: handles,
        notAsked: [],
      });
      assert.deepEqual(github.pulls.get(made.number)?.requested, { people: ['Erin-Eng'], teams: ['home'] });
      const before = github.server.seen.filter(({ method }) => method === 'POST').length;
      const again = await askGithubReviewers(pulls, await pulls.read(made.number), handles, {
        first: false,
        commit: sha('home'),
      });
      assert.deepEqual(again, { asked: handles, notAsked: [] });
      assert.equal(github.server.seen.filter(({ method }) => method === 'POST').length, before);
    });

    it('who gave theirs are left in peace, and so are teams once somebody gave one', async () => {
      const made = await pulls.create(wanted);
      const held = github.pulls.get(made.number);
      const review = (user: FakeUser | null) => ({
        id: github.nextId(),
        user,
        state: 'COMMENTED',
        body: '',
        commit_id: sha('home'),
      });
      held?.reviews.push(review(maya), review(null));
      assert.deepEqual(
        (await askGithubReviewers(pulls, made, ['@acme/home'], { first: false, commit: sha('home') })).asked,
        ['@acme/home'],
      );
      assert.deepEqual(held?.requested.teams, ['home'], 'the author’s own words are no review');
      held.requested = { people: [], teams: [] };
      held.reviews.push(review(erin));
      assert.deepEqual(
        (await askGithubReviewers(pulls, made, handles, { first: false, commit: sha('home') })).asked,
        handles,
      );
      assert.deepEqual(held.requested, { people: [], teams: [] });
      await askGithubReviewers(pulls, made, handles, { first: true, commit: sha('home') });
      assert.deepEqual(held.requested, { people: [], teams: ['home'] }, 'the first time a team is asked all the same');
    });

    it('are asked again once there is a newer commit than the one of which they gave theirs, whatever they said', async () => {
      const made = await pulls.create(wanted);
      const held = github.pulls.get(made.number);
      for (const state of ['APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'DISMISSED']) {
        held?.reviews.push({ id: github.nextId(), user: erin, state, body: '', commit_id: sha('home') });
        const asking = { first: false, commit: sha('newer') };
        assert.deepEqual((await askGithubReviewers(pulls, made, ['@erin-eng'], asking)).asked, ['@erin-eng']);
        assert.deepEqual(held?.requested.people, ['Erin-Eng'], state);
        held.requested = { people: [], teams: [] };
        held.reviews.push({ id: github.nextId(), user: erin, state, body: '', commit_id: sha('newer') });
        await askGithubReviewers(pulls, made, ['@erin-eng'], asking);
        assert.deepEqual(held.requested.people, [], 'of the newest they gave theirs');
        held.reviews = [];
      }
    });

    it('are asked one by one where one name is wrong, and never the author', async () => {
      const made = await pulls.create(wanted);
      const { asked, notAsked } = await askGithubReviewers(
        pulls,
        made,
        ['@erin-eng', '@maya', '@nobody', '@acme/home', '@acme/none', '@other/home', '@a/b/c'],
        { first: true, commit: sha('home') },
      );
      assert.deepEqual(asked, ['@erin-eng', '@acme/home']);
      assert.deepEqual(
        notAsked.map(({ what, why }) => `${what}: ${why}`),
        [
          '@maya: nobody reviews their own pull request',
          '@other/home: a team of other is none of this repository',
          '@a/b/c: a team of a/b is none of this repository',
          '@nobody: GitHub does not take them: there is no such name, or it has no access to this repository',
          '@acme/none: GitHub does not take them: there is no such name, or it has no access to this repository',
        ],
      );
    });

    it('are named with the reason where nobody may be asked, or the host takes no notice', async () => {
      const made = await pulls.create(wanted);
      const why = async (host: GithubPullRequests, names = ['@erin-eng']): Promise<string | undefined> =>
        (await askGithubReviewers(host, { ...made, author: undefined }, names, { first: true, commit: sha('home') }))
          .notAsked[0]?.why;
      assert.equal(await why(open([], 'token-that-may-nothing')), 'the token may not ask for reviews here');
      const answer = (status: number, body: unknown) => {
        github.server.fault = (_, { method }) => (method === 'POST' ? () => ({ status, body }) : undefined);
      };
      answer(500, {});
      assert.equal(await why(pulls, handles), 'GitHub could not be asked for it');
      const whole = github.server.seen.length;
      github.server.fault = (_, { method }) =>
        method === 'POST'
          ? (reply) => ({ ...reply, body: { ...(reply.body as object), requested_reviewers: [], requested_teams: [] } })
          : undefined;
      assert.equal(await why(pulls, handles), 'GitHub took no notice of it');
      assert.equal(github.server.seen.length, whole + 2);
      github.server.fault = (_, { method }) => (method === 'GET' ? () => ({ status: 404, body: {} }) : undefined);
      assert.equal(await why(pulls), undefined, 'that reviews cannot be read keeps nobody from being asked');
    });
  });
});
