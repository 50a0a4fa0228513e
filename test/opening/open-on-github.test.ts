import assert from 'node:assert/strict';
import { inEditor, inTerminal } from '../../src/opening/opening-face.js';
import { allFaults } from '../hosts/faults.js';
import {
  draftOf,
  heldLimits,
  noPictures,
  secret,
  seeOpening,
  startHeldOpening,
  type HeldGithub,
  type Seen,
} from './held-opening.js';
import { sha } from '../hosts/fake-github/good-change.js';
import { openGithub } from '../../src/hosts/open-github.js';
import { pullRequestsOnGithub } from '../../src/hosts/pull-requests-on-github.js';

describe('opening a pull request on GitHub', () => {
  let held: HeldGithub;
  beforeEach(async () => {
    held = await startHeldOpening();
    held.reset(false);
  });
  afterEach(() => held.github.server.stop());
  const sentenceOf = (seen: Seen): string => ('sentence' in seen ? seen.sentence : '');

  it('says what GitHub may not like where it does not take it', async () => {
    held.github.drafts = false;
    assert.match(
      sentenceOf(await held.open({ draft: draftOf('now', { draft: true }) })),
      /^GitHub does not take a pull request of pm\/home to main\. Drafts may not be had in this repository, or one of the two/,
    );
    held.github.branches.delete('pm/home');
    assert.match(
      sentenceOf(await held.open()),
      /to main\. One of the two branches is not there, or both hold the same\. Open it with/,
    );
    assert.deepEqual(held.pulls(), []);
  });

  it('goes on with the one that another run made meanwhile', async () => {
    const { github } = held;
    github.server.fault = (_, { method, url }) => {
      if (method !== 'GET' || !url.pathname.endsWith('/pulls') || github.pulls.size > 0) return undefined;
      held.reset(true);
      return () => ({ status: 200, body: [] });
    };
    const seen = await held.open();
    assert('opened' in seen, JSON.stringify(seen));
    const { outcome, notes, pull } = seen.opened;
    assert.deepEqual([held.pulls().length, pull.number, outcome], [1, 12, 'renewed']);
    assert.deepEqual(notes, ['Another run opened it at the same moment, so no second one was opened.']);
  });

  it('leaves one alone that was closed meanwhile', async () => {
    held.reset(true);
    const [pull] = held.pulls();
    assert.ok(pull);
    const before = pull.body;
    held.github.server.fault = (_, { url }) => {
      if (url.pathname.endsWith('/requested_reviewers')) pull.state = 'closed';
      return undefined;
    };
    const seen = await held.open();
    assert('opened' in seen);
    assert.deepEqual(seen.opened.unfinished, [
      'Pull request 12 was closed meanwhile, so its description is left as it is.',
    ]);
    assert.equal(pull.body, before);
  });

  it('keeps a draft where it cannot be made ready, asks the engineer alone, and says so', async () => {
    held.reset(true);
    held.github.server.fault = (_, { url }) =>
      url.pathname.endsWith('/graphql') ? () => ({ status: 200, body: { data: { changed: null } } }) : undefined;
    const seen = await held.open();
    assert('opened' in seen);
    assert.deepEqual([seen.opened.pull.draft, seen.opened.asked, seen.opened.outcome], [true, ['@erin'], 'renewed']);
    assert.match(
      seen.opened.unfinished.join(),
      /^GitHub did not make pull request 12 ready for review: .* pull requests\. Make it so on its page/,
    );
  });

  it('leaves one that is open a draft, or ready, as people have it there, unless it is asked for', async () => {
    held.reset(true);
    const [pull] = held.pulls();
    assert.ok(pull);
    const turns = async (turn: 'draft' | 'ready' | undefined, draft: boolean): Promise<unknown> => {
      const seen = await held.open({ turn, draft: draftOf('now', { draft }) });
      assert('opened' in seen);
      assert.equal(seen.opened.pull.draft, pull.draft);
      return [pull.draft, seen.opened.asked];
    };
    assert.deepEqual(await turns(undefined, false), [true, ['@erin']]);
    assert.deepEqual(await turns('ready', false), [false, ['@erin', '@acme/home']]);
    assert.deepEqual(await turns(undefined, true), [false, ['@erin', '@acme/home']]);
    assert.deepEqual(await turns('draft', true), [true, ['@erin']]);
  });

  it('keeps what somebody wrote while it was under way', async () => {
    held.reset(true);
    const [pull] = held.pulls();
    assert.ok(pull);
    held.github.server.fault = (_, { url }) => {
      if (url.pathname.endsWith('/labels')) pull.body += '\nOne more thing.';
      return undefined;
    };
    await held.open();
    assert.match(pull.body, /A clearer home, now\.[^]*One more thing\.$/);
  });

  it('keeps nobody waiting between its steps, also where the repository has none of the labels', async () => {
    held.github.labels.clear();
    const labels = ['pm-authored', 'zone:copy', 'zone:flags', 'size:S', 'ai-assisted'];
    const wait = (each: number) => Promise.reject(new Error(`It waits for ${each} ms.`));
    const seen = await held.open({ draft: draftOf('now', { labels }) }, { wait });
    assert('opened' in seen, JSON.stringify(seen));
    assert.deepEqual([held.pulls()[0]?.labels, seen.opened.unfinished], [labels, []]);
  });

  it('says in the editor what to press there', async () => {
    const { server } = held.github;
    const sentences = [sentenceOf(await held.open({ onlyRenew: true }, {}, inEditor))];
    for (const { name, fault } of allFaults(secret)) {
      if (!/^(?:401|403|422|500|the connection is cut$|sent on to another)/.test(name)) continue;
      server.unheard = ({ method }) => method === 'POST';
      server.fault = (_, { method }) => (method === 'POST' ? fault : undefined);
      sentences.push(sentenceOf(await held.open({}, {}, inEditor)));
    }
    assert.ok(sentences.length >= 8 && !sentences.includes(''), sentences.join('\n'));
    for (const sentence of sentences) assert.doesNotMatch(sentence, /pm-zone pr|gh auth|GH_TOKEN/);
    assert.match(sentences.join('\n'), /When you choose “Open Pull Request” again, it goes on from there/);
  });

  it('opens none beside one that was closed with exactly these commits, and says what to do', async () => {
    held.reset(true);
    const [pull] = held.pulls();
    assert.ok(pull);
    pull.state = 'closed';
    assert.match(
      sentenceOf(await held.open()),
      /^Pull request 12 of this branch was closed on GitHub without being merged, .*\/pull\/12\. Ask there why\. .* reopen it/,
    );
    assert.equal(held.pulls().length, 1);
    // What was asked for is changed, or it was closed since it went to the wrong branch.
    for (const differs of [{ sha: sha('older') }, {}]) {
      held.reset(true);
      const [other] = held.pulls();
      assert.ok(other);
      Object.assign(other.head, differs);
      Object.assign(other, { state: 'closed', base: { ref: 'sha' in differs ? 'main' : 'next', sha: sha('main') } });
      const seen = await held.open();
      assert('opened' in seen, JSON.stringify(seen));
      assert.equal(seen.opened.outcome, 'opened');
    }
  });

  it('goes on in a repository that has a new name, with the one that is open there', async () => {
    const { server } = held.github;
    const isOld = ({ url }: { readonly url: URL }): boolean => url.pathname.startsWith('/repos/acme/store/');
    const redirect = (): void => {
      server.unheard = isOld;
      server.fault = (_, request) =>
        isOld(request)
          ? (__, ___, { method, url }) => ({
              status: method === 'GET' ? 301 : 307,
              body: '',
              headers: { location: url.href.replace('/acme/store/', '/acme/shop/') },
            })
          : undefined;
    };
    const host = () => pullRequestsOnGithub(openGithub(server.url, secret, heldLimits), 'acme/store');
    const head = { repository: 'acme/store', branch: 'pm/home' };
    for (const outcome of ['opened', 'unchanged']) {
      redirect();
      const request = {
        head,
        draft: draftOf('now'),
        pictures: noPictures,
        onlyRenew: false,
        turn: undefined,
        commit: sha('home'),
      };
      const seen = await seeOpening(host, request, inTerminal);
      assert('opened' in seen, JSON.stringify(seen));
      assert.deepEqual([seen.opened.outcome, seen.opened.unfinished, held.pulls().length], [outcome, [], 1]);
      assert.deepEqual(held.pulls()[0]?.labels, ['pm-authored', 'zone:copy']);
    }
  });

  it('hides no bug', async () => {
    const broken = { ...draftOf('now'), parts: undefined as unknown as [] };
    await assert.rejects(held.open({ draft: broken }), TypeError);
  });
});
