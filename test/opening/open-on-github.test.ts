import assert from 'node:assert/strict';
import { inEditor } from '../../src/opening/opening-face.js';
import { allFaults } from '../hosts/faults.js';
import { draftOf, secret, startHeldOpening, type HeldGithub, type Seen } from './held-opening.js';

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
    assert.match(sentenceOf(await held.open()), /to main\. One of the two branches is not there\. Open it with/);
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
    assert.deepEqual([held.pulls().length, seen.opened.pull.number], [1, 12]);
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
    assert.match(seen.opened.unfinished.join(), /did not make the pull request ready for review/);
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

  it('hides no bug', async () => {
    const broken = { ...draftOf('now'), parts: undefined as unknown as [] };
    await assert.rejects(held.open({ draft: broken }), TypeError);
  });
});
