import fc from 'fast-check';
import { checkPolicyEdit } from '../support/check-policy-edit.js';
import { policyEdits } from '../support/policy-drafts.js';

describe('an edit of the policy', () => {
  it('never opens more than the comparison says, nor says the comparison more', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(policyEdits, ([before, after]) => checkPolicyEdit(before, after)),
      { numRuns: 60 },
    );
  });
});
