import assert from 'node:assert/strict';
import { plan } from '../support/pilot-repository.js';
import type { FakePull, FakeReview } from '../hosts/fake-github/fake-github.js';
import { hostPilot, pullRequestEvent, type HostedPilot } from './hosted-pilot.js';

describe('a job of the gate and what was approved before', () => {
  let hosted: HostedPilot;
  let pull: FakePull;
  beforeEach(async () => {
    hosted = await hostPilot();
    hosted.work.write('src/home/PLANNING.md', plan);
    pull = hosted.open(7, hosted.people.maya);
    for (const who of ['erin', 'paul'] as const) hosted.approve(pull, hosted.people[who]);
    hosted.work.git('switch', '-q', 'main');
    hosted.work.write('lib/a.ts', 'export const a = 2;\n');
    hosted.work.commit('Go on', { author: 'Omar <omar@example.com>' });
    hosted.pushBase();
    hosted.work.git('fetch', '-q', 'origin');
    hosted.work.git('switch', '-q', pull.head.ref);
  });
  afterEach(async () => {
    assert.deepEqual(hosted.github.faults, []);
    await hosted.close();
  });

  const status = async (): Promise<string | undefined> => {
    await hosted.run('pull_request_target', pullRequestEvent(pull));
    return hosted.status(pull.head.sha);
  };

  it('keeps it of a head that no branch leads to any more, since the PM put their branch onto the base of today', async () => {
    hosted.work.git('rebase', '-q', 'main');
    hosted.push(pull, hosted.people.maya);
    assert.equal(await status(), 'success: Ready: every item is decided');
  });

  it('keeps it where the DRI pressed “Update with rebase”, which brings nothing of theirs', async () => {
    hosted.work.git('rebase', '-q', 'main');
    hosted.push(pull, hosted.people.erin);
    assert.equal(await status(), 'success: Ready: every item is decided');
  });

  it('does not keep it where more came with it', async () => {
    hosted.work.git('rebase', '-q', 'main');
    hosted.work.write('src/home/PLANNING.md', `${plan}\nOne thing more.\n`);
    hosted.work.git('commit', '-q', '--all', '--amend', '--no-edit');
    hosted.push(pull, hosted.people.maya);
    assert.match((await status()) ?? '', /^(?:pending|failure)/);
  });

  it('does not speak over a later run that knows of a later review', async () => {
    let lists = 0;
    hosted.github.server.fault = (_, { method, url }) => {
      if (method !== 'GET' || !url.pathname.endsWith('/pulls') || ++lists !== 2) return undefined;
      // While this run works, paul takes his approval back, and the run that this wakes has its say.
      pull.reviews.splice(1, 1, { ...(pull.reviews[1] as FakeReview), state: 'DISMISSED' });
      const said = { id: hosted.github.nextId(), state: 'pending', context: 'pm-zone (main)', description: 'Waits' };
      hosted.github.statuses.set(pull.head.sha, [{ ...said, target_url: null, creator: hosted.people.stranger }]);
      return undefined;
    };
    assert.equal(await status(), 'pending: Waits for @paul: 1 item');
  });
});
