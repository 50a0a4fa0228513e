import { githubPattern, gitlabPattern, type KnownSegments } from './codeowners-pattern.js';
import { createNameFilter, mayBeKnown, type NameFilter } from './name-filter.js';
import { indexPaths, type IndexState, type NameSet, type PathIndex } from './path-index.js';
import type { Codeowners, CodeownersRule } from './policy.js';
import { rememberFolders } from './remember-folders.js';
import { knowsWhole, namesKnownTo } from './segment-trie.js';

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
  const only = matching.length === 1 ? rules[matching[0] as number] : undefined;
  if (only !== undefined)
    return { owners: only.owners.length < 2 ? only.owners : [...new Set(only.owners)], rules: [only] };
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
  /** The answer for files right in the folder whose names no pattern knows. */
  readonly ordinary: Ownership;
  /** The answers by what a file's name says. */
  byClass: Map<NameClass, Ownership> | undefined;
  readonly names: Names;
  readonly entries: NameFilter;
  folders: Map<string, Folder> | undefined;
  /** The folder in it whose name no pattern knows. */
  otherwise: Folder | undefined;
}

/** File names that match the same patterns. */
interface NameClass {
  readonly matching: readonly number[];
}

interface Names {
  readonly filter: NameFilter;
  readonly classOf: (name: string) => NameClass;
}

function finder(paths: PathIndex, decide: (matching: readonly number[]) => Ownership): (path: string) => Ownership {
  const folders = new WeakMap<IndexState, Folder>();
  const names = new WeakMap<NameSet, Names>();
  const entries = new WeakMap<NameSet, NameFilter>();
  const namesOf = (set: NameSet): Names => {
    const found = names.get(set) ?? {
      filter: createNameFilter(namesKnownTo(set.nodes)),
      classOf: classifier(paths, set),
    };
    names.set(set, found);
    return found;
  };
  const entriesOf = (set: NameSet): NameFilter => {
    const found = entries.get(set) ?? createNameFilter(namesKnownTo(set.nodes));
    entries.set(set, found);
    return found;
  };
  const folderAt = (state: IndexState): Folder => {
    const found = folders.get(state);
    if (found !== undefined) return found;
    const folder: Folder = {
      state,
      ordinary: decide(state.files),
      byClass: undefined,
      names: namesOf(state.names),
      entries: entriesOf(state.folderNames),
      folders: undefined,
      otherwise: undefined,
    };
    folders.set(state, folder);
    return folder;
  };
  const folderOf = rememberFolders(folderAt(paths.root), (above, name) => {
    const { state } = above;
    if (state.open.length === 0) return above;
    if (!mayBeKnown(above.entries, name, 0, name.length) && !knowsWhole(state.folderLiterals, name)) {
      above.otherwise ??= folderAt(paths.enterUnknown(state));
      return above.otherwise;
    }
    const entered = (above.folders ??= new Map<string, Folder>());
    const found = entered.get(name) ?? folderAt(paths.enter(state, name));
    if (entered.size < mostNames) entered.set(name, found);
    return found;
  });
  return (path) => {
    const slash = path.lastIndexOf('/');
    const folder = folderOf(path, Math.max(slash, 0));
    const { state } = folder;
    if (state.fixed) return folder.ordinary;
    const name = state.literals.length === 0 ? '' : path.slice(slash + 1);
    if (state.literals.length > 0 && knowsWhole(state.literals, name)) {
      const known = folder.names.classOf(name);
      return decide(paths.join(paths.join(state.files, known.matching), paths.byLiteral(state, name)));
    }
    if (!mayBeKnown(folder.names.filter, path, slash + 1, path.length)) return folder.ordinary;
    const known = folder.names.classOf(path.slice(slash + 1));
    const answers = (folder.byClass ??= new Map<NameClass, Ownership>());
    const found = answers.get(known);
    if (found !== undefined) return found;
    const ownership = decide(paths.join(state.files, known.matching));
    answers.set(known, ownership);
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
