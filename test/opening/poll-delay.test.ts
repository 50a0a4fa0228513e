import assert from 'node:assert/strict';
import { pollDelay, type PollOutcome } from '../../src/opening/poll-delay.js';

describe('when a host is asked again', () => {
  /** Minutes of one time after the other. */
  const minutes = (...outcomes: readonly PollOutcome[]): readonly (number | undefined)[] => {
    let last = 0;
    return outcomes.map((outcome) => {
      const delay = pollDelay(last, outcome);
      last = delay ?? last;
      return delay === undefined ? undefined : delay / 60_000;
    });
  };

  it('is soon where something happens, and ever more seldom where nothing does', () => {
    assert.deepEqual(minutes('same', 'same', 'same', 'new', 'same'), [5, 7.5, 11.25, 5, 7.5]);
    assert.equal(minutes(...Array<PollOutcome>(20).fill('same')).at(-1), 60);
  });

  it('is later where it is in trouble, and an hour later where it asks for patience', () => {
    assert.deepEqual(minutes('server', 'cut', 'timeout', 'timeout', 'timeout', 'not-json'), [5, 10, 20, 40, 60, 60]);
    assert.deepEqual(minutes('new', 'rate-limit', 'new'), [5, 60, 5]);
  });

  it('is when the host says, where it says that, but neither at once nor never', () => {
    const after = (told: number): number => Number(pollDelay(0, 'rate-limit', told * 60_000)) / 60_000;
    assert.deepEqual([after(20), after(300), after(-1), after(1e9)], [20, 300, 5, 24 * 60]);
    assert.equal(Number(pollDelay(0, 'server', 60 * 60_000)) / 60_000, 5);
  });

  it('is never where that is of no use', () => {
    assert.deepEqual(minutes('unauthorized', 'forbidden', 'not-found', 'sign-on'), Array(4).fill(undefined));
  });
});
