import { matchGlobs } from '../../policy/match-globs.js';
import type { ZoneRule } from '../../policy/policy.js';
import { isOfRest } from '../../policy/sample-paths.js';

/** Files that are named of many. */
const most = 8;

/** The files that a rule of a policy is about, a few of them by name: first those that it opens, where it allows, then those that forbids take back. */
export interface RuleFiles {
  readonly open: readonly string[];
  readonly closed: readonly string[];
  /** How many more there are. */
  readonly more: number;
}

/** Takes time in proportion to the number of paths. */
export function listRuleFiles(rule: ZoneRule, rules: readonly ZoneRule[], paths: readonly string[]): RuleFiles {
  const isAllow = rule.effect === 'allow';
  const own = matchGlobs([rule.glob], isAllow ? 'allow' : 'forbid');
  const forbids = matchGlobs(
    rules.filter((each) => each.effect === 'forbid' && !isOfRest(each)).map(({ glob }) => glob),
    'forbid',
  );
  const all = paths.filter(own.matches);
  const open = isAllow ? all.filter((path) => !forbids.matches(path)) : [];
  const closed = isAllow ? all.filter(forbids.matches) : all;
  const shown = { open: open.slice(0, most), closed: closed.slice(0, most) };
  return { ...shown, more: all.length - shown.open.length - shown.closed.length };
}
