import type { Problem, ZoneRule } from './policy.js';

/** What one list item says. */
export interface ItemReading {
  readonly rules: readonly ZoneRule[];
  readonly problems: readonly Omit<Problem, 'file'>[];
}
