import { matchGlobs, type GlobMatcher } from '../policy/match-globs.js';
import type { Policy, ZoneSettings } from '../policy/policy.js';

export type PathPredicate = (path: string) => boolean;

/**
 * Says of a path whether it is a planning doc by the Planning docs setting (design §3). Where several tips count it is one only
 * by all of them; a glob that cannot be used matches nothing.
 */
export function planningDocMatcher(policy: Policy): PathPredicate {
  return matchPlanningDocs(policy).matches;
}

/** As `planningDocMatcher`, with texts of which each planning doc's path in ASCII holds one, where there are such. */
export function matchPlanningDocs(policy: Policy): GlobMatcher {
  return matchAll(policy, ({ planningDocs }) => planningDocs, ['**/PLANNING.md']);
}

/** As `planningDocMatcher`, for the Flag files setting. */
export function flagFileMatcher(policy: Policy): PathPredicate {
  return matchAll(policy, ({ flagFiles }) => flagFiles, ['**/flags.{yaml,yml,json}']).matches;
}

function matchAll(
  policy: Policy,
  setting: (settings: ZoneSettings) => readonly string[],
  byDefault: readonly string[],
): GlobMatcher {
  const zones = policy.tips.flatMap(({ zone }) => (zone === undefined ? [] : [setting(zone.settings)]));
  const matchers = (zones.length === 0 ? [byDefault] : zones).map((globs) => matchGlobs(globs, 'allow'));
  return {
    matches: (path) => matchers.every(({ matches }) => matches(path)),
    // What all of them match, each of them does.
    requiredTexts: matchers.find(({ requiredTexts }) => requiredTexts !== undefined)?.requiredTexts,
  };
}
