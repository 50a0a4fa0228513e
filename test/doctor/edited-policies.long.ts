import fc from 'fast-check';
import { checkPolicyEdit } from '../support/check-policy-edit.js';
import { policyEdits } from '../support/policy-drafts.js';

describe('an edit of the policy, many times over', () => {
  it('never opens more than the comparison says, nor says the comparison more', async function () {
    this.timeout(600_000);
    const numRuns = Number(process.env['PM_ZONE_RUNS'] ?? 1500);
    await fc.assert(
      fc.asyncProperty(policyEdits, ([before, after]) => checkPolicyEdit(before, after)),
      { numRuns },
    );
  });
});
