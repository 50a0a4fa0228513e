import type { ZoneRule } from '../policy.js';
import { sideOf } from '../sample-paths.js';
import { rememberYields } from '../standing/yields-to.js';
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
  /** The allows of a path that a list for pairs names too, by its place. */
  const opening = new Map<number, ZoneRule[]>();
  rules.forEach((rule, at) => {
    if (rule.yields === true) for (const place of found[at] as Places) opening.set(place, []);
  });
  const yieldsTo = rememberYields();
  rules.forEach((rule, at) => {
    if (sideOf(rule.effect) === 'allow') for (const place of found[at] as Places) opening.get(place)?.push(rule);
  });
  rules.forEach((rule, at) => {
    if (sideOf(rule.effect) === 'allow') return;
    for (const place of found[at] as Places)
      if (!opening.get(place)?.some((allow) => yieldsTo(rule, allow))) (closing[place] ??= []).push(rule);
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
