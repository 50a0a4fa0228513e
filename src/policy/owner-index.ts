import { githubPattern, gitlabPattern, type KnownSegments } from './codeowners-pattern.js';
import { indexPaths, type IndexState, type NameSet, type PathIndex } from './path-index.js';
import type { Codeowners, CodeownersRule } from './policy.js';
import { rememberFolders } from './remember-folders.js';

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

/** The most file names whose part in the answer is remembered. */
const mostNames = 1 << 16;

/** The most outcomes that are remembered. */
const mostDecisions = 1 << 16;

/** Compiles CODEOWNERS so that finding a path's owners costs about the same however many rules there are. */
export function indexOwners(codeowners: Codeowners): OwnerIndex {
  const known: KnownSegments = new Map();
  const compile = codeowners.dialect === 'gitlab' ? gitlabPattern : githubPattern;
  const paths = indexPaths(
    codeowners.rules.map(({ pattern }) => compile(pattern, known)),
    codeowners.dialect === 'gitlab' ? 'all' : 'last',
  );
  const decisions = new Map<number | string, Ownership>();
  const decide = (matching: readonly number[]): Ownership => {
    if (matching.length === 0) return unowned;
    const key = matching.length === 1 ? (matching[0] as number) : matching.join();
    const found = decisions.get(key);
    if (found !== undefined) return found;
    const ownership = decideRules(codeowners, matching);
    if (decisions.size >= mostDecisions) decisions.clear();
    decisions.set(key, ownership);
    return ownership;
  };
  return { paths, decide, find: finder(paths, decide) };
}

function decideRules({ rules }: Codeowners, matching: readonly number[]): Ownership {
  const bySection = new Map<number, CodeownersRule>();
  for (const number of matching) {
    const rule = rules[number];
    // An exclusion holds against whatever follows it in its section.
    if (rule !== undefined && bySection.get(rule.section)?.exclude !== true) bySection.set(rule.section, rule);
  }
  const deciding = [...bySection].sort(([one], [other]) => one - other).map(([, rule]) => rule);
  return { owners: [...new Set(deciding.flatMap((rule) => rule.owners))], rules: deciding };
}

interface Folder {
  readonly state: IndexState;
  /** The answer for every file right in the folder, where they share it. */
  readonly fixed: Ownership | undefined;
  /** The answers by what a file's name says. */
  readonly byClass: Map<NameClass, Ownership>;
  readonly classOf: (name: string) => NameClass;
  readonly folders: Map<string, Folder>;
}

/** File names that match the same patterns. */
interface NameClass {
  readonly matching: readonly number[];
}

function finder(paths: PathIndex, decide: (matching: readonly number[]) => Ownership): (path: string) => Ownership {
  const folders = new WeakMap<IndexState, Folder>();
  const classifiers = new WeakMap<NameSet, (name: string) => NameClass>();
  const folderAt = (state: IndexState): Folder => {
    const found = folders.get(state);
    if (found !== undefined) return found;
    const classOf = classifiers.get(state.names) ?? classifier(paths, state.names);
    classifiers.set(state.names, classOf);
    const fixed = state.fixed ? decide(state.files) : undefined;
    const folder: Folder = { state, fixed, byClass: new Map(), classOf, folders: new Map() };
    folders.set(state, folder);
    return folder;
  };
  const folderOf = rememberFolders(folderAt(paths.root), (above, name) => {
    if (above.state.open.length === 0) return above;
    const found = above.folders.get(name) ?? folderAt(paths.enter(above.state, name));
    if (above.folders.size < mostNames) above.folders.set(name, found);
    return found;
  });
  return (path) => {
    const slash = path.lastIndexOf('/');
    const folder = folderOf(slash < 0 ? '' : path.slice(0, slash));
    if (folder.fixed !== undefined) return folder.fixed;
    const { state, byClass } = folder;
    const name = path.slice(slash + 1);
    const known = folder.classOf(name);
    const literal = state.literals.length === 0 ? [] : paths.byLiteral(state, name);
    if (literal.length > 0) return decide(paths.join(paths.join(state.files, known.matching), literal));
    const found = byClass.get(known);
    if (found !== undefined) return found;
    const ownership = decide(paths.join(state.files, known.matching));
    byClass.set(known, ownership);
    return ownership;
  };
}

function classifier(paths: PathIndex, set: NameSet): (name: string) => NameClass {
  const names = new Map<string, NameClass>();
  const classes = new Map<string, NameClass>();
  return (name) => {
    const known = names.get(name);
    if (known !== undefined) return known;
    const matching = paths.byName(set, name);
    const key = matching.join();
    const found = classes.get(key) ?? { matching };
    classes.set(key, found);
    if (names.size >= mostNames) names.clear();
    names.set(name, found);
    return found;
  };
}
