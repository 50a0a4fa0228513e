import assert from 'node:assert/strict';
import { namedCommits } from '../../src/ci/named-commits.js';
import { accounts, approval } from '../support/pull-request.js';

describe('the commits on which somebody’s word hangs', () => {
  it('are what was approved or waived, for the plan too, and the pushes of who did', () => {
    const { maya, erin, paul } = accounts;
    const at = '2026-01-02T03:00:00Z';
    const named = namedCommits({
      pushes: [
        { by: maya, before: null, after: 'm', at },
        { by: erin, before: null, after: 'e', at },
        { by: paul, before: 'e', after: 'p', at },
        { by: null, before: 'p', after: 'x', at },
      ],
      reviews: [
        approval(erin, 'one'),
        approval(maya, 'two', { opinion: 'commented' }),
        approval(paul, null, { opinion: 'commented', waives: [{ finding: 'f', reason: 'r' }] }),
        { ...approval(erin, 'gone'), by: null },
      ],
      plans: [
        { path: 'a', pullRequest: null },
        {
          path: 'b',
          pullRequest: { number: 1, author: maya, head: 'h', pushers: null, reviews: [approval(erin, 'plan')] },
        },
      ],
    });
    assert.deepEqual(named, ['e', 'e', 'p', 'plan', 'one']);
    assert.deepEqual(namedCommits({ pushes: null, reviews: [], plans: [] }), []);
  });
});
