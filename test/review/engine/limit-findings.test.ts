import assert from 'node:assert/strict';
import { limitFindings } from '../../../src/review/engine/limit-findings.js';
import type { Finding } from '../../../src/review/review.js';

const findings = (count: number, severity: Finding['severity']): readonly Finding[] =>
  Array.from({ length: count }, (_, index) => ({
    check: 'zone',
    severity,
    message: `${severity} ${index}`,
    because: [],
  }));

const limited = (found: readonly Finding[]): readonly Finding[] => limitFindings('zone', found, (each) => each);

describe('limitFindings', () => {
  it('leaves as many as can be read as they are', () => {
    const some = [...findings(500, 'note'), ...findings(500, 'blocker')];
    assert.deepEqual(limited(some), some);
  });

  it('lists the worst of too many, in their order, and says how many there are and how bad', () => {
    const found = limited([...findings(1500, 'note'), ...findings(600, 'needs-fix'), ...findings(2, 'blocker')]);
    assert.equal(found.length, 1001);
    assert.deepEqual(
      [0, 1, 2, 601, 602].map((index) => found[index]?.message),
      ['blocker 0', 'blocker 1', 'needs-fix 0', 'needs-fix 599', 'note 0'],
    );
    assert.deepEqual([found.at(-1)?.severity, found.at(-1)?.check], ['note', 'zone']);
    assert.match(found.at(-1)?.message ?? '', /^There are 1102 more of these/);
    assert.equal(limited(findings(1001, 'blocker')).at(-1)?.severity, 'blocker');
  });

  it('builds none that it does not list', () => {
    let built = 0;
    limitFindings('zone', findings(1002, 'blocker'), (each) => {
      built += 1;
      return each;
    });
    assert.equal(built, 1000);
  });
});
