import assert from 'node:assert/strict';
import type { Wave } from '../../src/policy/policy.js';
import { whyWaveWaits } from '../../src/policy/pilot-days.js';

describe('whyWaveWaits', () => {
  const cases: readonly (readonly [Partial<Wave>, 'standard' | 'regulated', RegExp | undefined])[] = [
    [{}, 'regulated', undefined],
    [{ needsReview: true }, 'standard', /^Wave 1 begins after a compliance review, and the policy names no day/],
    [{ from: '2027-01-12' }, 'standard', /^Wave 1 begins on 2027-01-12$/],
    [{ number: 2 }, 'standard', /^Wave 2 has not begun/],
    [{ number: 2 }, 'regulated', /^Wave 2 begins after a compliance review/],
    [{ number: 2, from: '2027-01-11' }, 'standard', undefined],
    [{ number: 2, from: '2027-01-11' }, 'regulated', /after a compliance review/],
    [{ number: 2, reviewed: '2027-01-11' }, 'regulated', undefined],
    [
      { number: 2, needsReview: true, reviewed: '2027-01-13', from: '2027-01-12' },
      'standard',
      /^Wave 2 begins on 2027-01-13$/,
    ],
    [{ number: 3, reviewed: '2027-01-01', from: '2027-02-01' }, 'standard', /^Wave 3 begins on 2027-02-01$/],
  ];
  for (const [wave, controls, why] of cases)
    it(`${JSON.stringify(wave)} under ${controls} controls`, () => {
      const said = whyWaveWaits({ number: 1, globs: [], ...wave }, controls, '2027-01-11');
      if (why === undefined) assert.equal(said, undefined);
      else assert.match(said ?? '', why);
    });
});
