import assert from 'node:assert/strict';
import { GithubPullRequests } from '../../src/hosts/github-pull-requests.js';
import { openGithub } from '../../src/hosts/open-github.js';
import { readProgress } from '../../src/opening/read-progress.js';
import { FakeGithub, type FakePull, type FakeUser } from '../hosts/fake-github/fake-github.js';
import { secret, sha } from '../hosts/fake-github/good-change.js';

describe('where an open pull request stands', () => {
  let github: FakeGithub;
  let pull: FakePull;
  let pulls: GithubPullRequests;
  let people: readonly FakeUser[];
  beforeEach(async () => {
    github = new FakeGithub();
    await github.server.start();
    people = ['maya', 'erin', 'paul', 'omar'].map((login) => github.addUser(login));
    const [maya = null] = people;
    if (maya !== null) github.tokens.set(secret, { user: maya, rights: new Set() });
    github.branches.set('main', sha('main'));
    pull = github.addPull({ number: 12, user: maya, head: { ref: 'pm/home', sha: sha('now'), repo: 'acme/shop' } });
    pulls = new GithubPullRequests(openGithub(github.server.url, secret), 'acme/shop');
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
    assert.deepEqual(await readProgress(pulls, 12), {
      state: 'open',
      reviewers: [
        { name: '@omar', opinion: 'asks-for-changes' },
        { name: '@acme/home', opinion: 'waits' },
        { name: '@paul', opinion: 'approved-before' },
        { name: '@erin', opinion: 'approved' },
      ],
    });
  });

  it('is nobody’s word who took it back, or is asked again', async () => {
    says('erin', 'APPROVED');
    says('erin', 'DISMISSED');
    says('paul', 'CHANGES_REQUESTED', null);
    pull.requested.people = ['paul'];
    assert.deepEqual((await readProgress(pulls, 12)).reviewers, [{ name: '@paul', opinion: 'waits' }]);
  });

  it('is a draft, closed or merged', async () => {
    const state = async (): Promise<string> => (await readProgress(pulls, 12)).state;
    pull.draft = true;
    assert.equal(await state(), 'draft');
    pull.state = 'closed';
    assert.equal(await state(), 'closed');
    pull.merged_at = '2026-11-20T12:00:00Z';
    assert.equal(await state(), 'merged');
  });

  it('costs the host little where it is asked again', async () => {
    const seen: unknown[] = [];
    await readProgress(pulls, 12);
    github.server.fault = (_, { headers }) => void seen.push(headers['if-none-match'] !== undefined);
    await readProgress(pulls, 12);
    assert.ok(seen.length >= 2 && seen.every((each) => each === true), JSON.stringify(seen));
  });
});
