import { githubPattern, gitlabPattern, type SegmentCache } from './codeowners-pattern.js';
import { matchPaths } from '../path-index/match-paths.js';
import { indexPaths, type PathIndex } from '../path-index/path-index.js';
import type { Codeowners, CodeownersRule } from '../policy.js';

/** What CODEOWNERS says of a path. Paths that it treats alike share one object. */
export interface Ownership {
  /** Everyone who owns the path, without repetition, in the file's order. */
  readonly owners: readonly string[];
  /** The rules that decide: the last match, with GitLab the last match of each section. */
  readonly rules: readonly CodeownersRule[];
}

export interface OwnerIndex {
  /** Patterns by the rules' places in the file. */
  readonly paths: PathIndex;
  /** What a list of matching rules comes to. */
  readonly decide: (matching: readonly number[]) => Ownership;
  /** Who owns a path from the root, whether or not it exists. */
  readonly find: (path: string) => Ownership;
}

/** CODEOWNERS as it is asked who owns what. */
export interface IndexedOwners extends Pick<Codeowners, 'sections'>, Pick<OwnerIndex, 'find'> {}

/** Compiles CODEOWNERS so that finding a path's owners costs about the same however many rules there are. */
export function indexOwners(codeowners: Codeowners): OwnerIndex {
  const segments: SegmentCache = new Map();
  const compile = codeowners.dialect === 'gitlab' ? gitlabPattern : githubPattern;
  const paths = indexPaths(
    codeowners.rules.map(({ pattern }) => compile(pattern, segments)),
    codeowners.dialect === 'gitlab' ? 'all' : 'last',
  );
  const decide = (matching: readonly number[]): Ownership => decideRules(codeowners, matching);
  const { find } = matchPaths([{ paths, folds: false }], ({ matching }) => decide(matching[0] as readonly number[]));
  return { paths, decide, find };
}

function decideRules({ rules }: Codeowners, matching: readonly number[]): Ownership {
  const only = matching.length === 1 ? rules[matching[0] as number] : undefined;
  if (only !== undefined)
    return { owners: only.owners.length < 2 ? only.owners : [...new Set(only.owners)], rules: [only] };
  const bySection = new Map<number, CodeownersRule>();
  for (const number of matching) {
    const rule = rules[number] as CodeownersRule;
    // An exclusion holds against whatever follows it in its section.
    if (bySection.get(rule.section)?.exclude !== true) bySection.set(rule.section, rule);
  }
  const deciding = [...bySection].sort(([one], [other]) => one - other).map(([, rule]) => rule);
  return { owners: [...new Set(deciding.flatMap((rule) => rule.owners))], rules: deciding };
}
