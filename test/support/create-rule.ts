import type { ZoneRule } from '../../src/policy/policy.js';

/** A rule of a zone as its list has it, that demands nothing. */
export function createRule(effect: ZoneRule['effect'], glob: string, more: Partial<ZoneRule> = {}): ZoneRule {
  return { effect, glob, line: 1, text: glob, conditions: [], ...more };
}
