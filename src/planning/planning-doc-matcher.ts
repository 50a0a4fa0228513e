import { indexPaths } from '../policy/path-index.js';
import type { Policy, ZoneSettings } from '../policy/policy.js';
import { compileZoneGlob } from '../policy/zone-glob.js';

export type PathPredicate = (path: string) => boolean;

/**
 * Says of a path whether it is a planning doc by the Planning docs setting (design §3). Where several tips count it is one only
 * by all of them; a glob that cannot be used matches nothing.
 */
export function planningDocMatcher(policy: Policy): PathPredicate {
  return matchAll(policy, ({ planningDocs }) => planningDocs, ['**/PLANNING.md']);
}

/** As `planningDocMatcher`, for the Flag files setting. */
export function flagFileMatcher(policy: Policy): PathPredicate {
  return matchAll(policy, ({ flagFiles }) => flagFiles, ['**/flags.{yaml,yml,json}']);
}

function matchAll(
  policy: Policy,
  setting: (settings: ZoneSettings) => readonly string[],
  byDefault: readonly string[],
): PathPredicate {
  const zones = policy.tips.flatMap(({ zone }) => (zone === undefined ? [] : [setting(zone.settings)]));
  const matchers = (zones.length === 0 ? [byDefault] : zones).map(matchAny);
  return (path) => matchers.every((matches) => matches(path));
}

function matchAny(globs: readonly string[]): PathPredicate {
  const index = indexPaths(globs.flatMap((glob) => compileZoneGlob(glob, 'allow').patterns));
  return (path) => {
    const folders = path.split('/').slice(0, -1);
    const name = path.slice(path.lastIndexOf('/') + 1);
    return index.match(folders.reduce(index.enter, index.root), name).length > 0;
  };
}
