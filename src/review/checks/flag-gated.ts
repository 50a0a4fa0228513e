import type { Check } from '../check.js';

/** What users see is behind the feature's flag (design §6; seed 000: "No PM-authored PR ships unflagged"). */
export const flagGated: Check = {
  id: 'flag-gated',
  section: 'Feature flags',
  severity: 'needs-fix',
  due: 'push',
  kept: 'regulated',
  async run(context) {
    // It follows programs to those that import them, and is never due before a push.
    const { reportGates } = await import('../gates/report-gates.js');
    return reportGates(context);
  },
};
