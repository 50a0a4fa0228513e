import assert from 'node:assert/strict';
import type { PlacedPlan } from '../../../src/planning/linked-plan.js';
import type { PlanStatus } from '../../../src/planning/planning-doc.js';
import { afterMerge } from '../../../src/pull-request/metadata/after-merge.js';

describe('what comes after the merge', () => {
  const planOf = (status: PlanStatus | undefined, flags: readonly string[] = []): PlacedPlan => ({
    path: 'home/PLANNING.md',
    gaps: [],
    doc: {
      title: undefined,
      fields: [],
      sections: [],
      status,
      level: undefined,
      flags,
      featureFolder: undefined,
      productDris: [],
      engineeringDris: [],
    },
  });

  it('is the next step of the flag, and the Status of the plan', () => {
    assert.deepEqual(afterMerge({ plan: planOf('Approved', ['new-home']), planOnly: false }, ['new-home']), [
      'Who sees it is decided by the flag new-home: turn it on step by step as your plan says, in a change of its own, or leave it off and have it taken out.',
      'Once everybody has it, set the Status of home/PLANNING.md to Shipped; if it is given up, to Retired.',
    ]);
    const [many] = afterMerge({ plan: undefined, planOnly: false }, ['a', 'b', 'c', 'd', 'e']);
    assert.match(many ?? '', /by the flags a, b, c and 2 more:/);
  });

  it('is the change itself after a plan, and nothing where all is said', () => {
    assert.match(afterMerge({ plan: planOf('Approved'), planOnly: true }, []).join(), /begin the change itself/);
    for (const status of ['Shipped', 'Retired'] as const)
      assert.deepEqual(afterMerge({ plan: planOf(status), planOnly: false }, []), []);
    assert.deepEqual(afterMerge({ plan: undefined, planOnly: false }, []), []);
    assert.equal(afterMerge({ plan: planOf(undefined), planOnly: false }, []).length, 1);
  });
});
