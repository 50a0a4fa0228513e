import type { PolicyProblem, ZoneRule } from '../policy.js';

/** What one list item says. */
export interface ListItemReading {
  readonly rules: readonly ZoneRule[];
  readonly problems: readonly Omit<PolicyProblem, 'file'>[];
}
