import type { PathPattern } from './globs/path-pattern.js';
import { compileZoneGlob } from './globs/zone-glob.js';
import type { ZoneRule } from './policy.js';

/** For each pattern of the rule a path that it would match, to look up what holds there. */
export function samplePaths(rule: ZoneRule): readonly string[] {
  return patternsOf(rule).map(({ segments, self }) => {
    const names = segments.map((segment) =>
      segment.kind === 'literal' ? segment.text : `x${(segment.kind === 'wildcard' && segment.suffix) || ''}`,
    );
    return (self && names.at(-1)?.includes('.') ? names : [...names, 'x']).join('/');
  });
}

/** The patterns of a rule, with those that it holds for as well. */
export function patternsOf({ glob, also = [], effect }: ZoneRule): readonly PathPattern[] {
  return [glob, ...also].flatMap((each) => compileZoneGlob(each, sideOf(effect)).patterns);
}

/** Whether a rule's glob is read as one that opens or one that closes. */
export function sideOf(effect: ZoneRule['effect']): 'allow' | 'forbid' {
  return effect === 'allow' ? 'allow' : 'forbid';
}
