import assert from 'node:assert/strict';
import { sortToFix } from '../../src/review/list-rewrites.js';
import type { Finding } from '../../src/review/review.js';

describe('sortToFix', () => {
  it('has what blocks a change first, a password before a broken file, then broken words, and the rest of what is to be fixed as it is told', () => {
    const finding = (check: string, severity: Finding['severity']): Finding => ({
      check,
      severity,
      message: check,
      because: [],
    });
    const findings = [
      finding('planning-linked', 'needs-fix'),
      finding('flag-gated', 'needs-fix'),
      finding('copy-catalog', 'blocker'),
      finding('copy-catalog', 'needs-fix'),
      finding('copy-catalog', 'note'),
      finding('docs', 'note'),
      finding('secrets', 'blocker'),
    ];
    const order = sortToFix({ findings }).map(({ check }) => check);
    assert.deepEqual(order, ['secrets', 'copy-catalog', 'copy-catalog', 'planning-linked', 'flag-gated']);
  });
});
