import { matchPaths } from '../path-index/match-paths.js';
import { indexPaths } from '../path-index/path-index.js';
import type { PathPattern } from '../globs/path-pattern.js';
import type { ZoneRule } from '../policy.js';
import { patternsOf, sideOf } from '../sample-paths.js';

/** What a rule's glob matches in the repository. */
export interface RuleMatches {
  readonly rule: ZoneRule;
  /** The matching paths, for a forbid only. */
  readonly paths: readonly string[];
  readonly count: number;
  /** How many of them no forbid takes. */
  readonly openCount: number;
  /** Of an allow the forbids that take some of them. */
  readonly closedBy: ReadonlySet<ZoneRule>;
}

/** Matches every rule against every path; the answers stand in the rules' order. */
export function matchRules(rules: readonly ZoneRule[], paths: readonly string[]): readonly RuleMatches[] {
  const found = rules.map((rule): Tally => ({ rule, paths: [], count: 0, openCount: 0, closedBy: new Set() }));
  const allows = matcher(found, 'allow');
  const forbids = matcher(found, 'forbid');
  for (const path of paths) {
    const closing = forbids(path);
    for (const matches of closing) matches.paths.push(path);
    const opening = allows(path);
    for (const { closedBy } of opening) for (const { rule } of closing) closedBy.add(rule);
    for (const matches of [...closing, ...opening]) {
      matches.count += 1;
      matches.openCount += closing.size === 0 ? 1 : 0;
    }
  }
  return found;
}

interface Tally extends RuleMatches {
  readonly paths: string[];
  readonly closedBy: Set<ZoneRule>;
  count: number;
  openCount: number;
}

function matcher(tallies: readonly Tally[], effect: 'allow' | 'forbid'): (path: string) => ReadonlySet<Tally> {
  const patterns: PathPattern[] = [];
  const owners: Tally[] = [];
  for (const tally of tallies) {
    if (sideOf(tally.rule.effect) !== effect) continue;
    for (const pattern of patternsOf(tally.rule)) {
      patterns.push(pattern);
      owners.push(tally);
    }
  }
  const index = { paths: indexPaths(patterns), folds: effect === 'forbid' };
  return matchPaths([index], ({ matching }) => new Set(matching.flat().map((number) => owners[number] as Tally))).find;
}
