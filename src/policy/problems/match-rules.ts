import { matchPaths } from '../path-index/match-paths.js';
import { indexPaths } from '../path-index/path-index.js';
import type { PathPattern } from '../globs/path-pattern.js';
import type { ZoneRule } from '../policy.js';
import { compileZoneGlob } from '../globs/zone-glob.js';

/** What a rule's glob matches in the repository. */
export interface RuleMatches {
  readonly rule: ZoneRule;
  /** The matching paths, for a forbid only. */
  readonly paths: readonly string[];
  readonly count: number;
  /** How many of them no forbid takes. */
  readonly openCount: number;
}

/** Matches every rule against every path; the answers stand in the rules' order. */
export function matchRules(rules: readonly ZoneRule[], paths: readonly string[]): readonly RuleMatches[] {
  const found = rules.map((rule): Tally => ({ rule, paths: [], count: 0, openCount: 0 }));
  const allows = matcher(found, 'allow');
  const forbids = matcher(found, 'forbid');
  for (const path of paths) {
    const closing = forbids(path);
    for (const matches of closing) matches.paths.push(path);
    for (const matches of [...closing, ...allows(path)]) {
      matches.count += 1;
      matches.openCount += closing.size === 0 ? 1 : 0;
    }
  }
  return found;
}

interface Tally extends RuleMatches {
  readonly paths: string[];
  count: number;
  openCount: number;
}

/** For each pattern of the rule a path that it would match, to look up what holds there. */
export function samplePaths(rule: ZoneRule): readonly string[] {
  return patternsOf(rule).map(({ segments, self }) => {
    const names = segments.map((segment) =>
      segment.kind === 'literal' ? segment.text : `x${(segment.kind === 'wildcard' && segment.suffix) || ''}`,
    );
    return (self && names.at(-1)?.includes('.') ? names : [...names, 'x']).join('/');
  });
}

function patternsOf({ glob, also = [], effect }: ZoneRule): readonly PathPattern[] {
  return [glob, ...also].flatMap((each) => compileZoneGlob(each, sideOf(effect)).patterns);
}

/** Whether a rule's glob is read as one that opens or one that closes. */
function sideOf(effect: ZoneRule['effect']): 'allow' | 'forbid' {
  return effect === 'allow' ? 'allow' : 'forbid';
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
