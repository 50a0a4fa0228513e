import assert from 'node:assert/strict';
import { whyNotCounted } from '../../src/attestations/why-not-counted.js';
import type { Policy, RosterRow } from '../../src/policy/policy.js';
import { createReviewContext, createRosterRow } from '../support/review-context.js';

const policyOf = (...rosters: readonly (readonly RosterRow[] | undefined)[]): Policy => {
  const { policy } = createReviewContext();
  const [tip] = policy.tips;
  const tips = rosters.map((roster) => ({ ...tip, zone: tip.zone && { ...tip.zone, roster } }));
  return { ...policy, tips: tips as unknown as Policy['tips'] };
};
const maya = createRosterRow({ emails: ['Maya@Example.com'], handles: ['@Maya'] });
const why = (email: string, policy = policyOf([maya]), more = {}): string | undefined =>
  whyNotCounted(policy, { author: { name: 'M', email }, parents: ['p'], ...more });

describe('whyNotCounted', () => {
  it('takes the word of a PM of the roster, by address or by the host’s address of their handle', () => {
    for (const email of [
      'maya@example.com',
      'MAYA@EXAMPLE.COM',
      'maya@users.noreply.github.com',
      '12+maya@users.noreply.github.com',
      '12-Maya@users.noreply.gitlab.example',
    ])
      assert.equal(why(email), undefined, email);
  });

  it('takes nobody else’s', () => {
    for (const email of [
      'erin@example.com',
      'maya+a@example.com',
      'maya@example.com.evil.example',

      '12+maya+x@users.noreply.github.com',
    ])
      assert.equal(why(email), 'its author is not on the list of PMs', email);
    for (const email of [
      '',
      'maya',
      '@',
      ' maya@example.com',
      'maya@example.com erin@example.com',
      'm\u0430ya@example.com',
      "'maya@example.com'",
    ])
      assert.equal(why(email), 'its author is named by no e-mail address', email);
  });

  it('takes none of a merge, or of what can be read in two ways', () => {
    assert.equal(why('maya@example.com', policyOf([maya]), { parents: ['p', 'q'] }), 'it merges branches');
    assert.match(String(why('maya@example.com', policyOf([maya]), { isAmbiguous: true })), /more than one way/);
  });

  it('takes none of a PM whom some roster says is revoked, and anybody’s where there is no roster', () => {
    const revoked = { ...maya, revoked: true as const };
    assert.match(String(why('maya@example.com', policyOf([maya], [revoked]))), /no longer a pilot PM/);
    assert.match(String(why('maya@example.com', policyOf([revoked]))), /no longer a pilot PM/);
    assert.equal(why('maya@example.com', policyOf(undefined, [maya])), undefined);
    assert.equal(why('anyone@example.com', policyOf(undefined)), undefined);
    assert.match(String(why('anyone', policyOf(undefined))), /no e-mail address/);
    assert.match(String(why('maya@example.com', policyOf([]))), /not on the list of PMs/);
  });
});
