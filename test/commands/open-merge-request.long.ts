import assert from 'node:assert/strict';
import { gitlabToken, startOnGitlab, type GitlabPilot } from '../opening/gitlab-pilot.js';
import { startOpening } from '../opening/opening-pilot.js';

describe('pm-zone pr on GitLab', () => {
  let pilot: GitlabPilot;
  beforeEach(async () => (pilot = await startOnGitlab()));
  afterEach(async () => {
    assert.deepEqual(pilot.faults, []);
    await pilot.close();
  });

  it('pushes, opens, labels, asks for reviews, and says what happens next; once more it changes nothing', async () => {
    const first = await pilot.pr();
    assert.equal(first.code, 0, first.stderr);
    const [merge] = pilot.merges();
    assert.ok(merge);
    assert.equal(first.stdout, `${pilot.server.url}/acme/web/shop/-/merge_requests/${merge.iid}\n`);
    assert.equal(pilot.remote('pm/home'), pilot.work.git('rev-parse', 'HEAD'));
    assert.deepEqual(
      [merge.title, merge.target_branch, merge.source_branch, merge.labels],
      ['A clearer home', 'main', 'pm/home', ['pm-authored', 'zone:copy', 'size:XS']],
    );
    assert.deepEqual(
      merge.reviewers.map(({ username }) => username),
      ['erin', 'paul'],
    );
    assert.match(first.stderr, /Merge request \d+ is open\.\n/);
    assert.match(
      first.stderr,
      /@acme\/home is not asked to review it: GitLab asks people for reviews, and no groups\./,
    );
    assert.match(first.stderr, /Next: it waits for its reviews \(asked: @erin, @paul\)/);
    assert.doesNotMatch(first.stderr, /GitHub|pull request/i);
    assert.match(merge.description, /Review by `@acme\/home`: GitLab asks people for reviews, and no groups/);

    const again = await pilot.pr('--format', 'json');
    assert.equal(again.code, 0, again.stderr);
    const { outcome, number, reviewers, reviewersLeft } = again.json[0] as Record<string, unknown>;
    assert.deepEqual(
      { outcome, number, reviewers, reviewersLeft },
      {
        outcome: 'unchanged',
        number: merge.iid,
        reviewers: ['@erin', '@paul'],
        reviewersLeft: [{ what: '@acme/home', why: 'GitLab asks people for reviews, and no groups' }],
      },
    );
    assert.equal(pilot.merges().length, 1);
  });

  it('proposes labels of those that the project has, and takes none in a pipe', async () => {
    const { labels } = pilot.shop;
    labels.add('wording').add('automerge');
    const { code, stderr } = await pilot.pr('--propose', '--dry-run');
    assert.equal(code, 0, stderr);
    assert.match(stderr, /^pm-zone: Label wording, proposed by its files and owners/m);
    assert.doesNotMatch(stderr, /automerge/);
    assert.match(stderr, /None of it is taken, since there is no terminal to ask at\./);
    assert.equal(pilot.merges().length, 0);
  });

  it('opens a draft that stays one, keeps what people wrote, and makes it ready when the PM says so', async () => {
    const draft = await pilot.pr('--draft');
    assert.equal(draft.code, 0, draft.stderr);
    const [merge] = pilot.merges();
    assert.ok(merge);
    assert.equal(merge.title, 'Draft: A clearer home');
    assert.deepEqual(
      merge.reviewers.map(({ username }) => username),
      ['erin'],
    );
    assert.match(draft.stderr, /is open, as a draft\./);
    merge.title = 'Draft: What the engineer calls it';
    merge.description = `Mind the German!\r\n\r\n${merge.description}`;
    pilot.work.write('src/home/notes.md', '# Notes\n');
    pilot.work.commit('Go on');
    const kept = await pilot.pr('--draft', '--update');
    assert.match(kept.stderr, /was open already, and is renewed, as a draft/);
    assert.equal(merge.title, 'Draft: What the engineer calls it');
    assert.match(merge.description, /^Mind the German!\r\n\r\n<!-- pm-zone[^]*src\/home\/notes\.md/);
    pilot.work.git('reset', '-q', '--hard', 'HEAD~1');
    pilot.work.git('push', '-q', '--force', 'origin', 'pm/home');
    const ready = await pilot.pr('--ready', '--format', 'json');
    assert.equal(ready.code, 0, ready.stderr);
    const { title, draft: isDraft } = ready.json[0] as Record<string, unknown>;
    assert.deepEqual([title, isDraft], ['What the engineer calls it', false]);
    assert.deepEqual([merge.title, merge.reviewers.length], ['What the engineer calls it', 2]);
    assert.match(merge.description, /^Mind the German!/);
  });

  it('sends no order to GitLab by the template of the repository, or by what somebody wrote there', async () => {
    const { work } = pilot;
    work.git('switch', '-q', 'main');
    work.write(
      '.gitlab/merge_request_templates/Default.md',
      '## What\n\n## Checks\n\nRan them.\n\n/label ~automerge\n/merge\n',
    );
    work.commit('A template');
    work.git('push', '-q', 'origin', 'main');
    work.git('switch', '-q', 'pm/home');
    work.git('rebase', '-q', 'main');
    const dry = await pilot.pr('--dry-run');
    const first = await pilot.pr('--draft');
    const [merge] = pilot.merges();
    assert.ok(merge, first.stderr);
    assert.match(merge.description, /Ran them\.\n\n&sol;label ~automerge\n&sol;merge\n/);
    assert.match(dry.stdout, /&sol;label ~automerge\n&sol;merge\n/);
    assert.match(first.stderr, /template begin with “\/”[^\n]*none of them is carried out/);
    merge.description += '\n\n/label ~automerge';
    const before = merge.description;
    work.write('src/home/notes.md', '# Notes\n');
    work.commit('Go on');
    const again = await pilot.pr('--draft');
    assert.match(again.stderr, /The description is left as it is: a line of it begins with “\/” and a word/);
    assert.equal(merge.description, before);
  });

  it('says a sentence where the token is none, or of too little scope', async () => {
    pilot.gitlab.tokens.set(gitlabToken, { account: pilot.maya, scope: 'read_api', isMember: true });
    const reading = await pilot.pr();
    assert.equal(reading.code, 2);
    assert.match(
      reading.stderr,
      /GitLab does not let your sign-in do this here\..* a token needs the scope “api”\.\n$/,
    );
    pilot.gitlab.tokens.clear();
    const refused = await pilot.pr();
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /^pm-zone: GitLab does not take your sign-in\. Set GITLAB_TOKEN to a new token .*\n$/);
    assert.ok(!(refused.stderr + refused.stdout).includes(gitlabToken));
    assert.deepEqual(pilot.merges(), []);
  });

  it('comes from a fork where the branch is pushed to one', async () => {
    const { work, gitlab, shop, bare, pr } = pilot;
    const forked = work.clone('--no-checkout');
    forked.git('config', 'core.bare', 'true');
    work.git('remote', 'rename', 'origin', 'upstream');
    for (const [name, path, place] of [
      ['upstream', 'acme/web/shop', bare],
      ['origin', 'maya/shop', forked.root],
    ] as const) {
      const address = `https://gitlab.com/${path}.git`;
      work.git('config', `url.file://${place}.insteadOf`, address);
      work.git('config', `remote.${name}.url`, address);
    }
    work.git('config', 'remote.origin.fetch', '+refs/heads/*:refs/remotes/origin/*');
    forked.git('update-ref', '-d', 'refs/heads/pm/home');
    const fork = gitlab.addProject('maya/shop', shop);
    fork.branches.set('pm/home', work.git('rev-parse', 'HEAD'));
    const { code, stderr } = await pr();
    assert.equal(code, 0, stderr);
    const [merge] = pilot.merges();
    assert.deepEqual([merge?.source, merge?.project, merge?.target_branch], [fork, shop, 'main']);
    assert.equal(pilot.remote('pm/home'), undefined);
    assert.match((await pr()).stderr, /is as it should be/);
    assert.equal(pilot.merges().length, 1);
    forked.remove();
  });

  it('opens no second one beside one that somebody sent to another branch, and none with --update', async () => {
    const none = await pilot.pr('--update');
    assert.match(none.stderr, /There is no open merge request of this branch to renew\. Open one with pm-zone pr\./);
    assert.deepEqual([pilot.merges(), pilot.remote('pm/home')], [[], undefined]);
    await pilot.pr();
    const [merge] = pilot.merges();
    assert.ok(merge);
    merge.target_branch = 'release';
    const { code, stderr } = await pilot.pr();
    assert.equal(code, 2);
    assert.match(stderr, /has an open merge request already, to release and not to main: .* No second one is opened\./);
    assert.equal(pilot.merges().length, 1);
  });
});

describe('labels under the names of the repository', () => {
  const policy = '\n**Labels:** `zone:copy` as `type::copy`, `size:XS` as `size/S`, `pm-authored` as `Product`\n';
  const named = ['Product', 'type::copy', 'size/S'];

  it('are set on GitLab, in a draft and for the page alike', async () => {
    const pilot = await startOnGitlab(policy);
    for (const label of ['product', 'type::copy']) pilot.shop.labels.add(label);
    assert.match((await pilot.pr('--dry-run')).stdout, /^Labels: {4}Product, type::copy, size\/S$/m);
    const { code, stderr } = await pilot.pr();
    assert.equal(code, 0, stderr);
    assert.deepEqual(pilot.merges()[0]?.labels, ['product', 'type::copy']);
    assert.match(stderr, /The label size\/S is not set: the project has no such label\./);
    assert.deepEqual(pilot.faults, []);
    await pilot.close();
  });

  it('are set on GitHub', async () => {
    const pilot = await startOpening(policy);
    for (const label of named) pilot.github.labels.add(label);
    const { code, stderr } = await pilot.pr();
    assert.equal(code, 0, stderr);
    assert.deepEqual(pilot.pulls()[0]?.labels, named);
    await pilot.close();
  });

  it('are not guessed where the line cannot be read: it is an error, and they keep their own', async () => {
    const pilot = await startOpening('\n**Labels:** `zone:copy` as `automerge` when small\n');
    const { code, stdout, stderr } = await pilot.pr('--dry-run');
    assert.equal(code, 2);
    assert.match(stderr, /“Labels” cannot be read/);
    assert.match(stdout, /^Labels: {4}pm-authored, zone:copy, size:XS$/m);
    await pilot.close();
  });
});
