import assert from 'node:assert/strict';
import {
  isApproved,
  missingApprovals,
  type ReviewerLine,
} from '../../../src/presentation/my-change/missing-approvals.js';

describe('approvals of a pull request', () => {
  const erin = (opinion: ReviewerLine['opinion']): ReviewerLine => ({ name: '@erin', opinion, role: 'engineering' });
  const paul = (opinion: ReviewerLine['opinion']): ReviewerLine => ({ name: '@paul', opinion, role: 'product' });
  const team = (opinion: ReviewerLine['opinion']): ReviewerLine => ({ name: '@org/home', opinion });
  const ready = { outcome: 'ready', words: '' } as const;

  it('are missing by roles, and of others where they are waited for', () => {
    assert.deepEqual(missingApprovals([erin('approved-before'), paul('waits'), team('waits')]), [
      'engineering DRI',
      'product DRI',
      '@org/home',
    ]);
    assert.deepEqual(missingApprovals([erin('approved'), erin('waits'), team('threads'), team('dismissed')]), []);
  });

  it('are all there once nobody is waited for or asks for anything, and the gate is green where it judges', () => {
    const both = [erin('approved'), paul('approved')];
    assert.equal(isApproved({ reviewers: both }), true);
    assert.equal(isApproved({ reviewers: both, gate: ready }), true);
    assert.equal(isApproved({ gate: ready }), true);
    assert.equal(isApproved({ reviewers: both, gate: { outcome: 'waits', words: '' } }), false);
    assert.equal(isApproved({ reviewers: [erin('approved'), paul('waits')], gate: ready }), false);
    for (const more of ['threads', 'asks-for-changes'] as const)
      assert.equal(isApproved({ reviewers: [...both, team(more)], gate: ready }), false);
    assert.equal(isApproved({}), false);
    assert.equal(isApproved({ reviewers: [team('dismissed')] }), false);
  });
});
