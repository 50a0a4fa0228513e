import assert from 'node:assert/strict';
import { HostError } from '../../src/hosts/host-error.js';
import { mergeRequestsOnGitlab } from '../../src/hosts/merge-requests-on-gitlab.js';
import { openGitlab } from '../../src/hosts/open-gitlab.js';
import type {
  AskedReviewers,
  HostedPullRequest,
  NewPullRequest,
  PullRequestHost,
} from '../../src/hosts/pull-request-host.js';
import { FakeMergeHost, type FakeAccess, type FakeAccount, type FakeProject } from './fake-gitlab/fake-merge-host.js';

const secret = 'glpat-mergeRequestsTESTTOKEN';

describe('a merge request on GitLab', () => {
  let gitlab: FakeMergeHost;
  let shop: FakeProject;
  let maya: FakeAccount;
  let erin: FakeAccount;
  let merges: ReturnType<typeof open>;
  beforeEach(async () => {
    gitlab = new FakeMergeHost();
    await gitlab.server.start();
    [maya, erin] = [gitlab.addAccount('Maya'), gitlab.addAccount('Erin-Eng')];
    shop = gitlab.addProject('acme/web/shop');
    shop.branches.set('main', 'a').set('pm/home', 'b');
    merges = open();
  });
  afterEach(async () => {
    await gitlab.server.stop();
    assert.deepEqual(gitlab.faults, []);
  });

  function open(access: Partial<FakeAccess> = {}, token = secret) {
    gitlab.tokens.set(token, { account: maya, scope: 'api', isMember: true, ...access });
    const host = openGitlab(`${gitlab.server.url}/api/v4`, token, { wait: () => Promise.resolve() });
    return mergeRequestsOnGitlab(host, 'acme/web/shop');
  }

  const wanted: NewPullRequest = {
    head: { repository: 'acme/web/shop', branch: 'pm/home' },
    base: 'main',
    title: 'A clearer home',
    body: 'Why.\r\nSo.',
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
    assert.deepEqual(await merges.findOpen(wanted.head), []);
    const made = await merges.create(wanted);
    assert.deepEqual(
      [made.title, made.body, made.draft, made.base, made.author, made.isOpen, made.isMerged],
      ['A clearer home', 'Why.\r\nSo.', false, 'main', 'Maya', true, false],
    );
    assert.equal(made.address, `${gitlab.server.url}/acme/web/shop/-/merge_requests/${made.number}`);
    assert.deepEqual(await merges.findOpen(wanted.head), [made]);
    assert.deepEqual(await merges.findOpen({ ...wanted.head, repository: 'ACME/web/Shop' }), [made]);
    await merges.writeBody(made.number, 'Because.');
    assert.deepEqual((await merges.read(made.number)).body, 'Because.');
    const [held] = gitlab.merges;
    assert(held);
    held.state = 'merged';
    const { isOpen, isMerged } = await merges.read(made.number);
    assert.deepEqual([await merges.findOpen(wanted.head), isOpen, isMerged], [[], false, true]);
    for (const { headers, url } of gitlab.server.seen) {
      assert.equal(headers['private-token'], secret);
      assert.equal(headers['authorization'], undefined);
      assert(!url.href.includes(secret));
    }
  });

  it('is found again once it was merged, with exactly its newest commit', async () => {
    await merges.create(wanted);
    assert.equal(await merges.findEnded(wanted.head, 'b'), undefined);
    const [held] = gitlab.merges;
    assert(held);
    held.state = 'closed';
    assert.equal((await merges.findEnded(wanted.head, 'b'))?.isMerged, false);
    held.state = 'merged';
    assert.equal((await merges.findEnded(wanted.head, 'b'))?.number, held.iid);
    assert.equal(await merges.findEnded(wanted.head, 'c'), undefined);
    gitlab.addProject('maya/shop', shop);
    assert.equal(await merges.findEnded({ ...wanted.head, repository: 'maya/shop' }, 'b'), undefined);
    gitlab.server.fault = () => (reply) => ({
      ...reply,
      body: (reply.body as object[]).map((each) => ({ ...each, sha: null })),
    });
    assert.equal(await merges.findEnded(wanted.head, 'b'), undefined);
  });

  it('is the only one of its branch: a second is a conflict', async () => {
    await merges.create(wanted);
    assert.equal(await kindOf(merges.create(wanted)), 'conflict');
    assert.equal(gitlab.merges.length, 1);
  });

  it('comes from a fork, whose branches are told from others of their name', async () => {
    const fork = gitlab.addProject('maya/shop', shop);
    fork.branches.set('pm/home', 'c');
    const head = { repository: 'maya/shop', branch: 'pm/home' };
    const made = await merges.create({ ...wanted, head });
    assert.deepEqual([gitlab.merges[0]?.source, gitlab.merges[0]?.project], [fork, shop]);
    assert.deepEqual(await merges.findOpen(head), [made]);
    assert.deepEqual(await merges.findOpen(wanted.head), [], 'a fork’s is not the project’s own');
    const own = await merges.create(wanted);
    assert.deepEqual(await open().findOpen(head), [made]);
    assert.deepEqual(await merges.findOpen(wanted.head), [own]);
    assert.equal(await kindOf(merges.create({ ...wanted, head: { ...head, repository: 'nobody/shop' } })), 'not-found');
  });

  it('is a draft by its title, whoever wrote that how', async () => {
    const made = await merges.create({ ...wanted, draft: true, title: 'draft: [Draft] A clearer home' });
    assert.deepEqual([made.title, made.draft], ['Draft: A clearer home', true]);
    const [held] = gitlab.merges;
    assert(held);
    held.title = '(Draft) What an engineer calls it';
    await merges.setDraft(made, false);
    assert.deepEqual([held.title, (await merges.read(made.number)).draft], ['What an engineer calls it', false]);
    await merges.setDraft(made, true);
    assert.equal(held.title, 'Draft: What an engineer calls it');
    held.state = 'closed';
    const ready = await merges.create({ ...wanted, title: 'Draft: A draft of our terms' });
    assert.deepEqual([ready.title, ready.draft], ['A draft of our terms', false], 'its own words make it none');
    held.title = 'draft: ';
    await merges.setDraft(made, false);
    assert.equal(held.title, 'Change');
  });

  it('says where it was not made a draft, or ready', async () => {
    const made = await merges.create(wanted);
    const keeps = (reply: { readonly body: unknown; readonly status: number }) => ({
      ...reply,
      body: { ...(reply.body as object), draft: undefined, work_in_progress: false },
    });
    gitlab.server.fault = (_, { method }) => (method === 'PUT' ? keeps : undefined);
    assert.equal(await kindOf(merges.setDraft(made, true)), 'refused');
    gitlab.server.fault = (_, { method }) =>
      method === 'PUT' ? (reply) => ({ ...reply, body: { ...(reply.body as object), draft: true } }) : undefined;
    await assert.rejects(merges.setDraft(made, false), /did not make the merge request ready for review/);
  });

  it('reads what older servers leave out or say of nobody', async () => {
    const made = await merges.create(wanted);
    gitlab.server.fault = () => (reply) => ({
      ...reply,
      body: {
        ...(reply.body as object),
        description: null,
        author: null,
        draft: undefined,
        work_in_progress: undefined,
        reviewers: null,
        source_project_id: null,
      },
    });
    const { body, author, draft, reviewers } = await merges.read(made.number);
    assert.deepEqual([body, author, draft, reviewers], ['', undefined, false, []]);
  });

  it('gives GitLab no order by what stands in its description', async () => {
    await merges.create({ ...wanted, body: 'Why.\n/label ~automerge\n  /merge\n/approve\nnot /this, /api/v4 neither' });
    assert.equal(
      gitlab.merges[0]?.description,
      'Why.\n&sol;label ~automerge\n  &sol;merge\n&sol;approve\nnot /this, /api/v4 neither',
    );
    assert.match(merges.whyUnsent('Words.\n```\n/merge\n```') ?? '', /could take for an order of yours/);
    assert.equal(merges.whyUnsent('/api/v4 and\n- /merge'), undefined);
  });

  describe('its labels', () => {
    const labels = ['pm-authored', 'zone:copy'];
    type Merge = Awaited<ReturnType<typeof merges.read>>;
    const label = (made: Merge, names: readonly string[] = labels, host = merges) => host.setLabels(made, names);

    it('are set as the project writes them, and none is made', async () => {
      for (const name of ['PM-Authored', 'zone:copy', 'Zone:Copy']) shop.labels.add(name);
      const made = await merges.create(wanted);
      assert.deepEqual(await label(made, [...labels, 'size:XS']), [
        { what: 'size:XS', why: 'the project has no such label' },
      ]);
      assert.deepEqual(gitlab.merges[0]?.labels, ['PM-Authored', 'zone:copy']);
      const before = gitlab.server.seen.length;
      assert.deepEqual(await label(await merges.read(made.number)), []);
      assert.equal(gitlab.server.seen.length, before + 1, 'what is there already is not asked for');
      const none = await label(made, ['a', 'b']);
      assert.equal(none.length, 2);
    });

    it('are named with the reason where they cannot be had', async () => {
      for (const name of labels) shop.labels.add(name);
      const made = await merges.create(wanted);
      const why = async (host = merges): Promise<unknown> => (await label(made, ['zone:copy'], host))[0]?.why;
      assert.equal(
        await why(open({ scope: 'read_api' }, 'token-that-reads-alone')),
        'the token may not set labels here',
      );
      assert.equal(await why(open({ isMember: false }, 'token-of-a-guest')), 'GitLab did not set it');
      gitlab.server.fault = () => () => ({ status: 404, body: {} });
      assert.equal(await why(), 'the token may not set labels here');
      gitlab.server.fault = () => () => ({ status: 418, body: {} });
      assert.equal(await why(), 'GitLab could not be asked for it');
    });
  });

  describe('its reviewers', () => {
    const ask = <Pull extends HostedPullRequest>(host: PullRequestHost<Pull>, made: Pull, names: readonly string[]) =>
      host.askReviewers(made, names, { first: true, commit: 'c' });

    it('are asked by their numbers, beside those whom somebody asked, and only once', async () => {
      const made = await merges.create(wanted);
      const ida = gitlab.addAccount('ida');
      gitlab.merges[0]?.reviewers.push(ida);
      assert.deepEqual(await ask(merges, made, ['@erin-eng']), { asked: ['@erin-eng'], notAsked: [] });
      assert.deepEqual(gitlab.merges[0]?.reviewers, [ida, erin]);
      const puts = (): number => gitlab.server.seen.filter(({ method }) => method === 'PUT').length;
      const before = puts();
      assert.deepEqual(await ask(merges, made, ['@Erin-Eng', '@ida']), { asked: ['@Erin-Eng', '@ida'], notAsked: [] });
      assert.equal(puts(), before);
    });

    it('are named with the reason where they cannot be asked, and the author never is', async () => {
      const made = await merges.create(wanted);
      gitlab.addAccount('gone').state = 'blocked';
      gitlab.addAccount('stranger');
      gitlab.members.delete('stranger');
      const names = ['@maya', '@acme/home', '@nobody', '@gone', '@stranger', '@erin-eng'];
      const { asked, notAsked } = await ask(merges, made, names);
      assert.deepEqual(asked, ['@erin-eng']);
      assert.deepEqual(
        notAsked.map(({ what, why }) => `${what}: ${why}`),
        [
          '@maya: nobody reviews their own merge request',
          '@acme/home: GitLab asks people for reviews, and no groups',
          '@nobody: no person has this name there',
          '@gone: the account is not active',
          '@stranger: GitLab passed over them: it takes one reviewer alone where its plan has no more, and nobody who may not see the project',
        ],
      );
      assert.deepEqual(await ask(merges, { ...made, author: undefined }, ['@nobody']), {
        asked: [],
        notAsked: [{ what: '@nobody', why: 'no person has this name there' }],
      });
      const before = gitlab.server.seen.length;
      assert.deepEqual((await ask(merges, made, ['@maya'])).asked, []);
      assert.equal(gitlab.server.seen.length, before, 'for nobody GitLab is not asked');
    });

    it('are named where they gave a review before, since GitLab asks them again on its page alone', async () => {
      const made = await merges.create(wanted);
      const again = (...names: readonly string[]): Promise<AskedReviewers> =>
        merges.askReviewers(made, names, { first: false, commit: 'c' });
      gitlab.addAccount('paul');
      assert.deepEqual((await again('@erin-eng', '@paul')).asked, ['@erin-eng', '@paul']);
      for (const state of ['requested_changes', 'reviewed']) {
        gitlab.merges[0]?.stands.set(erin.username, state);
        const { asked, notAsked } = await again('@Erin-Eng', '@paul');
        assert.deepEqual([asked, notAsked.map(({ what }) => what)], [['@paul'], ['@Erin-Eng']]);
        assert.match(notAsked[0]?.why ?? '', /^they reviewed it before.* so tell them what is new$/);
      }
      gitlab.merges[0]?.stands.set(erin.username, 'unreviewed');
      assert.deepEqual((await again('@erin-eng')).asked, ['@erin-eng']);
      gitlab.server.fault = (_, { url }) =>
        url.pathname.endsWith('/reviewers') ? () => ({ status: 500, body: {} }) : undefined;
      assert.deepEqual((await again('@erin-eng')).notAsked, []);
    });

    it('are one where the plan has no more: the first of them, or whom somebody asked', async () => {
      gitlab.mostReviewers = 1;
      gitlab.addAccount('paul');
      const made = await merges.create(wanted);
      const first = await ask(merges, made, ['@erin-eng', '@paul']);
      assert.deepEqual([first.asked, first.notAsked.map(({ what }) => what)], [['@erin-eng'], ['@paul']]);
      await ask(merges, made, ['@paul']);
      assert.deepEqual(gitlab.merges[0]?.reviewers, [erin]);
    });

    it('are named where nobody may be asked', async () => {
      const made = await merges.create(wanted);
      const why = async (host = merges): Promise<unknown> => (await ask(host, made, ['@erin-eng'])).notAsked[0]?.why;
      assert.equal(
        await why(open({ scope: 'read_api' }, 'token-that-reads-alone')),
        'the token may not ask for reviews here',
      );
      gitlab.server.fault = (_, { url }) =>
        url.pathname.endsWith('/users') ? () => ({ status: 500, body: {} }) : undefined;
      assert.equal(await why(), 'GitLab could not be asked for it');
      gitlab.server.fault = () => () => ({ status: 404, body: {} });
      assert.equal(await why(), 'the token may not ask for reviews here');
    });
  });
});
