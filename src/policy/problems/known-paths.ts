import { once } from '../../git/once.js';
import { indexOwners, type IndexedOwners, type Ownership } from '../codeowners/owner-index.js';
import type { PathPattern } from '../globs/path-pattern.js';
import { matchGlobs } from '../match-globs.js';
import { matchPaths } from '../path-index/match-paths.js';
import { indexPaths } from '../path-index/path-index.js';
import type { Codeowners, ZoneRule } from '../policy.js';
import { patternsOf, sideOf } from '../sample-paths.js';
import { createPathFinder, type PathFinder } from './path-finder.js';

/**
 * The paths of a repository with what was found among them for one policy, for whoever asks again: while a policy is typed, all of its rules but one are
 * those of before.
 */
export interface KnownPaths {
  readonly paths: readonly string[];
  readonly finder: PathFinder;
  /** For each rule the places of its paths among `paths`. Only globs that were not asked for the last time are matched. */
  readonly placesOf: (rules: readonly ZoneRule[]) => readonly Places[];
  /** Who owns what; the same as the last time where CODEOWNERS is. */
  readonly ownersOf: (codeowners: Codeowners | undefined) => IndexedOwners | undefined;
}

/** Places in a list of paths, ascending. */
export type Places = Readonly<Uint32Array>;

/** Nothing is looked for until it is asked for; what the last rules came to is kept, and no more. */
export function knowPaths(paths: readonly string[]): KnownPaths {
  const finder = once(() => createPathFinder(paths));
  let known: ReadonlyMap<string, Places> = new Map();
  let owners: { readonly source: Codeowners['source']; readonly indexed: IndexedOwners } | undefined;
  return {
    paths,
    finder: { has: (path) => finder().has(path), nearest: (written, most) => finder().nearest(written, most) },
    placesOf(rules) {
      const asked = new Map(rules.map((rule) => [keyOf(rule), rule]));
      const unknown = [...asked].filter(([key]) => !known.has(key));
      const found = match(
        unknown.map(([, rule]) => rule),
        paths,
      );
      const places = new Map(unknown.map(([key], at) => [key, found[at] as Places]));
      for (const key of asked.keys()) if (!places.has(key)) places.set(key, known.get(key) as Places);
      known = places;
      return rules.map((rule) => places.get(keyOf(rule)) as Places);
    },
    ownersOf(codeowners) {
      if (codeowners === undefined) return undefined;
      const { source } = codeowners;
      if (source !== undefined && owners?.source?.path === source.path && owners.source.text === source.text)
        return owners.indexed;
      owners = { source, indexed: rememberOwners(codeowners) };
      return owners.indexed;
    },
  };
}

/** The most paths whose owners are kept. */
const mostOwned = 200_000;

/** The same paths are asked for again and again, each of them several times in one reading. */
function rememberOwners(codeowners: Codeowners): IndexedOwners {
  const { find } = indexOwners(codeowners);
  const known = new Map<string, Ownership>();
  return {
    sections: codeowners.sections,
    find(path) {
      const before = known.get(path);
      if (before !== undefined) return before;
      const found = find(path);
      if (known.size >= mostOwned) known.clear();
      known.set(path, found);
      return found;
    },
  };
}

/** With more rules than these one pass for all of them is faster than one for each. */
const fewRules = 2;

function match(rules: readonly ZoneRule[], paths: readonly string[]): readonly Places[] {
  return rules.length > fewRules ? matchAll(rules, paths) : rules.map((rule) => matchOne(rule, paths));
}

/** A text that all of its paths hold tells nearly all others apart. */
function matchOne({ glob, also = [], effect }: ZoneRule, paths: readonly string[]): Places {
  const { matches } = matchGlobs([glob, ...also], sideOf(effect));
  const places: number[] = [];
  for (const [place, path] of paths.entries()) if (matches(path)) places.push(place);
  return Uint32Array.from(places);
}

/** Rules of one key match the same. */
function keyOf({ glob, also, effect }: ZoneRule): string {
  return JSON.stringify([sideOf(effect), glob, also]);
}

/** One pass over the paths for all rules. */
function matchAll(rules: readonly ZoneRule[], paths: readonly string[]): readonly Places[] {
  const found = rules.map((): number[] => []);
  const matchers = (['allow', 'forbid'] as const).flatMap((side) => matcher(rules, side) ?? []);
  for (const match of matchers)
    paths.forEach((path, place) => {
      for (const number of match(path)) (found[number] as number[]).push(place);
    });
  return found.map((places) => Uint32Array.from(places));
}

/** Finds the numbers of the rules of one side that match a path; `undefined` where there are none. */
function matcher(
  rules: readonly ZoneRule[],
  side: 'allow' | 'forbid',
): ((path: string) => ReadonlySet<number>) | undefined {
  const patterns: PathPattern[] = [];
  const owners: number[] = [];
  for (const [number, rule] of rules.entries()) {
    if (sideOf(rule.effect) !== side) continue;
    for (const pattern of patternsOf(rule)) {
      patterns.push(pattern);
      owners.push(number);
    }
  }
  if (patterns.length === 0) return undefined;
  const index = { paths: indexPaths(patterns), folds: side === 'forbid' };
  return matchPaths([index], ({ matching }) => new Set(matching.flat().map((number) => owners[number] as number))).find;
}
