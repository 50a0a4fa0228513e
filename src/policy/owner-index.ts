import { githubPattern, gitlabPattern, type KnownSegments } from './codeowners-pattern.js';
import { createNameFilter } from './name-filter.js';
import { indexPaths, type PathIndex } from './path-index.js';
import type { Codeowners, CodeownersRule } from './policy.js';
import type { NameRules } from './path-facts.js';
import { rememberPaths } from './remember-paths.js';

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

const unowned: Ownership = { owners: [], rules: [] };

/** The most outcomes of several rules that are remembered. */
const mostDecisions = 1 << 16;

/** Compiles CODEOWNERS so that finding a path's owners costs about the same however many rules there are. */
export function indexOwners(codeowners: Codeowners): OwnerIndex {
  const known: KnownSegments = new Map();
  const compile = codeowners.dialect === 'gitlab' ? gitlabPattern : githubPattern;
  const paths = indexPaths(
    codeowners.rules.map(({ pattern }) => compile(pattern, known)),
    codeowners.dialect === 'gitlab' ? 'all' : 'last',
  );
  const single = new Array<Ownership | undefined>(codeowners.rules.length);
  const several = new Map<string, Ownership>();
  const decide = (matching: readonly number[]): Ownership => {
    if (matching.length === 0) return unowned;
    if (matching.length === 1) return (single[matching[0] as number] ??= decideRules(codeowners, matching));
    const key = matching.join();
    const found = several.get(key);
    if (found !== undefined) return found;
    const ownership = decideRules(codeowners, matching);
    if (several.size >= mostDecisions) several.clear();
    several.set(key, ownership);
    return ownership;
  };
  let find: ((path: string) => Ownership) | undefined;
  return {
    paths,
    decide,
    // Who judges asks the patterns and never for this.
    get find() {
      return (find ??= rememberPaths([{ paths, folds: false }], silentNames(), ({ matching }) =>
        decide(matching[0] as readonly number[]),
      ));
    },
  };
}

/** To CODEOWNERS a name says nothing but by the patterns. */
function silentNames(): NameRules {
  const filter = createNameFilter([]);
  const nothing = { hostile: undefined, control: undefined };
  return { files: filter, folders: filter, ofFile: () => nothing, ofFolder: () => nothing };
}

function decideRules({ rules }: Codeowners, matching: readonly number[]): Ownership {
  const only = matching.length === 1 ? rules[matching[0] as number] : undefined;
  if (only !== undefined) return { owners: distinct(only.owners), rules: [only] };
  const bySection = new Map<number, CodeownersRule>();
  for (const number of matching) {
    const rule = rules[number];
    // An exclusion holds against whatever follows it in its section.
    if (rule !== undefined && bySection.get(rule.section)?.exclude !== true) bySection.set(rule.section, rule);
  }
  const deciding = [...bySection].sort(([one], [other]) => one - other).map(([, rule]) => rule);
  return { owners: [...new Set(deciding.flatMap((rule) => rule.owners))], rules: deciding };
}

function distinct(owners: readonly string[]): readonly string[] {
  if (owners.length < 2) return owners;
  const isDistinct = owners.length < few && owners.every((owner, place) => owners.indexOf(owner) === place);
  return isDistinct ? owners : [...new Set(owners)];
}

/** So few are compared with each other. */
const few = 16;
