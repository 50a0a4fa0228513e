import assert from 'node:assert/strict';
import { openBranch } from '../../src/opening/open-branch.js';
import { inEditor } from '../../src/opening/opening-face.js';
import { tellWaits } from '../../src/opening/tell-waits.js';
import { draftOf, noPictures, startHeldOpening } from './held-opening.js';

describe('a wait that a host asks for', () => {
  it('is said behind its step with what is left, and the step again once it is over', async () => {
    const said: string[] = [];
    const pauses: number[] = [];
    const { tell, wait } = tellWaits(
      'GitHub',
      (step) => void said.push(step),
      (milliseconds) => Promise.resolve(pauses.push(milliseconds)),
    );
    tell('Setting labels');
    await wait(5000);
    await wait(12_500);
    assert.deepEqual(said, [
      'Setting labels',
      'Setting labels (GitHub asks to wait: 13 seconds left)',
      'Setting labels (GitHub asks to wait: 8 seconds left)',
      'Setting labels (GitHub asks to wait: 3 seconds left)',
      'Setting labels',
    ]);
    assert.deepEqual(pauses, [5000, 5000, 5000, 2500]);
  });

  it('ends where the PM stops, and nothing is opened', async () => {
    const held = await startHeldOpening();
    held.reset(false);
    held.server.fault = () => () => ({ status: 429, body: {}, headers: { 'retry-after': '60' } });
    const said: string[] = [];
    const stopped = new Error('stopped');
    const tell = (step: string): void => {
      said.push(step);
      if (step.includes('wait')) throw stopped;
    };
    const opening = openBranch(
      { kind: 'github', api: held.server.url, repository: 'acme/shop', token: held.secret },
      {
        branch: 'pm/home',
        draft: draftOf('now'),
        pictures: noPictures,
        remotes: { remoteUrl: undefined },
        onlyRenew: false,
        turn: undefined,
        commit: 'c',
      },
      { push: () => Promise.resolve(), tell, face: inEditor },
    );
    await assert.rejects(opening, stopped);
    assert.deepEqual(said, [
      'Looking for an open pull request of this branch',
      'Looking for an open pull request of this branch (GitHub asks to wait: 60 seconds left)',
    ]);
    assert.deepEqual([held.server.seen.length, held.pulls().length], [1, 0]);
    await held.server.stop();
  });
});
