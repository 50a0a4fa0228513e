import assert from 'node:assert/strict';

import { noFlagReason } from '../../src/planning/no-flag-reason.js';
import type { PlanLevel } from '../../src/planning/planning-doc.js';

const reasonOf = (level: PlanLevel, ...values: readonly string[]): string | undefined =>
  noFlagReason({ level, fields: values.map((value, index) => ({ label: 'Feature flag', value, line: index + 1 })) });

describe('why a plan has no flag', () => {
  it('is read from a plan of words', () => {
    for (const value of ['none, because it is one word', 'None because it is one word', 'none: Because it is one word'])
      assert.equal(reasonOf('copy', value), 'it is one word');
    assert.equal(reasonOf('copy', 'none, because x1', 'none, because x1'), 'x1');
  });

  it('is none without a reason, with two, or in a plan of something else', () => {
    for (const value of ['none', 'none, because', 'none, because …', 'new-home', 'none-x because y', 'nonebecause y'])
      assert.equal(reasonOf('copy', value), undefined, value);
    assert.equal(reasonOf('copy', 'none, because x', 'none, because y'), undefined);
    assert.equal(reasonOf('copy'), undefined);
    assert.equal(reasonOf('feature', 'none, because x'), undefined);
  });
});
