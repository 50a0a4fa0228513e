import { globDepth } from '../globs/glob-depth.js';
import type { ZoneRule } from '../policy.js';
import { sideOf } from '../sample-paths.js';
import type { KnownPaths, Places } from './known-paths.js';

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
export function matchRules(rules: readonly ZoneRule[], { paths, placesOf }: KnownPaths): readonly RuleMatches[] {
  const found = placesOf(rules);
  /** The rules that take a path from the allows, by its place. */
  const closing: ZoneRule[][] = [];
  /** How many folders the deepest allow of a path names, by its place: no shallower pair that yields takes the path from it. */
  const deepest: number[] = [];
  rules.forEach((rule, at) => {
    const depth = globDepth(rule.glob);
    if (sideOf(rule.effect) === 'allow')
      for (const place of found[at] as Places) deepest[place] = Math.max(deepest[place] ?? 0, depth);
  });
  rules.forEach((rule, at) => {
    if (sideOf(rule.effect) === 'allow') return;
    const depth = rule.yields === true ? globDepth(rule.glob) : Infinity;
    for (const place of found[at] as Places) if (depth >= (deepest[place] ?? 0)) (closing[place] ??= []).push(rule);
  });
  return rules.map((rule, at): RuleMatches => {
    const places = found[at] as Places;
    const count = places.length;
    const closedBy = new Set<ZoneRule>();
    if (sideOf(rule.effect) !== 'allow')
      return { rule, count, paths: Array.from(places, (place) => paths[place] as string), openCount: 0, closedBy };
    let openCount = 0;
    for (const place of places) {
      const closers = closing[place];
      if (closers === undefined) openCount += 1;
      else for (const each of closers) closedBy.add(each);
    }
    return { rule, count, paths: [], openCount, closedBy };
  });
}
