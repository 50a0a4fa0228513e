import type { ZoneRule } from '../policy.js';
import type { SectionWalk } from './section-walk.js';

/** What an item excepts is open together with an engineer where the policy says so of the same glob. */
export function softenExceptions({ rules, excepted }: SectionWalk): ZoneRule[] {
  const paired = new Set(
    rules.flatMap(({ effect, yields, glob }) => (effect === 'pair' && yields === true ? [glob] : [])),
  );
  return rules.map((rule) => (excepted.has(rule) && paired.has(rule.glob) ? { ...rule, effect: 'pair' } : rule));
}
