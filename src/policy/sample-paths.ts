import { fold } from './fold.js';
import { coversPattern } from './globs/covers-pattern.js';
import type { PathPattern } from './globs/path-pattern.js';
import { compileZoneGlob } from './globs/zone-glob.js';
import type { ZoneRule } from './policy.js';

/** For each pattern of the rule a path that it would match, to look up what holds there: in the capitals of the rule, which CODEOWNERS heeds. */
export function samplePaths(rule: ZoneRule): readonly string[] {
  const names = [rule.glob, ...(rule.also ?? [])].flatMap((glob) => glob.split(/[/{},]/u));
  const spelled = new Map(names.map((name) => [fold(name), name]));
  return patternsOf(rule).map(({ segments, self }) => {
    const path = segments.map((segment) =>
      segment.kind === 'literal'
        ? (spelled.get(segment.text) ?? segment.text)
        : `x${(segment.kind === 'wildcard' && segment.suffix) || ''}`,
    );
    return (self && path.at(-1)?.includes('.') ? path : [...path, 'x']).join('/');
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

/** Whether a rule locks only what no other names of its glob. */
export function isOfRest({ effect, yields }: ZoneRule): boolean {
  return effect === 'forbid' && yields === true;
}

/**
 * Whether some rules together surely match every path that a rule of the same list matches, each of its patterns by one of theirs; in doubt not. What was
 * written for all that lies in a folder is about that, and not about a file in the folder's place.
 */
export function coversRule(rules: readonly ZoneRule[], rule: ZoneRule): boolean {
  const isOfFolder = rule.effect !== 'allow' && /\/(?:\*\*\/?)?$/u.test(rule.glob.trim());
  const own = patternsOf(rule).map((pattern) => (isOfFolder && pattern.below ? { ...pattern, self: false } : pattern));
  // A glob that cannot be used matches nothing, which is no reason to leave it out.
  if (own.length === 0) return false;
  const others = rules.flatMap(patternsOf).flatMap((pattern) => [pattern, ...inFolder(pattern)]);
  return own.every((pattern) => others.some((other) => coversPattern(other, pattern)));
}

/** What matches a file or folder of any name and all that is in it, as in `src/auth/*` and in `src/auth/` + `**` + `/*`, matches all that lies in the folder. */
function inFolder({ segments, self, below }: PathPattern): readonly PathPattern[] {
  const [last, ...above] = segments.toReversed();
  if (!self || !below || last?.kind !== 'wildcard' || last.suffix !== '') return [];
  while (above[0]?.kind === 'globstar') above.shift();
  return above.length === 0 ? [] : [{ segments: above.toReversed(), self: false, below: true }];
}
