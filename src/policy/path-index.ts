import { isSame, mix, type Alike } from './alike.js';
import { highest, union } from './join-numbers.js';
import { buildTrie, findNamed, literalChild, matchedAt, type IndexedPattern, type TrieNode } from './segment-trie.js';
import {
  addGlobstars,
  isAlone,
  isShared,
  knowsNames,
  leadsOn,
  pass,
  passing,
  select,
  somePending,
  sortById,
} from './trie-positions.js';

/** What an index knows of one folder. Folders that the patterns cannot tell apart share one state. */
export interface IndexState {
  readonly id: number;
  /** The patterns that match everything below the folder, ascending. */
  readonly below: readonly number[];
  /** The patterns that match every file right in the folder, ascending; `below` is among them. */
  readonly files: readonly number[];
  /** Every file right in the folder has the same answer, `files`. */
  readonly fixed: boolean;
  /** Positions in the patterns that are still open. */
  readonly open: readonly TrieNode[];
  /** Those of them where a file's name decides by more than a few whole names; many folders share one set. */
  readonly names: NameSet;
  /** The rest of those where a file's name decides: each knows whole names only. */
  readonly literals: readonly TrieNode[];
  /** The open positions that may know a folder's name, parted in the same way as `names` and `literals`. */
  readonly folderNames: NameSet;
  readonly folderLiterals: readonly TrieNode[];
  /** The state of a folder in this one whose name no pattern knows; found when first asked for. */
  otherwise: IndexState | undefined;
}

/** Positions in the patterns that together decide by a file's name. */
export interface NameSet {
  readonly id: number;
  readonly nodes: readonly TrieNode[];
}

/**
 * Path patterns compiled so that a path costs about the same however many patterns there are: what a folder decides is
 * found once a folder (`enter`), and of each file only the name is looked up. Patterns are numbered by their place in the
 * list; lists of numbers ascend. An index that keeps the last match alone gives lists of at most one number.
 *
 * What matches a file right in a folder is its state's `files`, `byName` of its state's names and `byLiteral`.
 */
export interface PathIndex {
  readonly root: IndexState;
  /** The state of a folder in the folder of `state`. */
  readonly enter: (state: IndexState, folder: string) => IndexState;
  /** The same where only the state's `folderLiterals` may know the folder's name. */
  readonly enterLiteral: (state: IndexState, folder: string) => IndexState;
  /** The same where no pattern knows the folder's name. */
  readonly enterUnknown: (state: IndexState) => IndexState;
  /** The patterns that match a file right in the folder. */
  readonly match: (state: IndexState, name: string) => readonly number[];
  readonly byName: (names: NameSet, name: string) => readonly number[];
  readonly byLiteral: (state: IndexState, name: string) => readonly number[];
  /** Parts of an answer put together. */
  readonly join: (one: readonly number[], other: readonly number[]) => readonly number[];
  /** Whether `accepts` holds for a pattern that can still match something below the folder and need not match all of it. */
  readonly somePending: (state: IndexState, accepts: (number: number) => boolean) => boolean;
}

const none: readonly number[] = [];

/** The most states that are remembered; beyond them all are forgotten and found again. */
const mostStates = 1 << 16;

/** Compiles the patterns. `last` keeps only what can still be the last match, which is cheaper. */
export function indexPaths(patterns: readonly IndexedPattern[], keep: 'last' | 'all' = 'all'): PathIndex {
  const trie = buildTrie(patterns);
  const join = keep === 'last' ? highest : union;
  const known = new Map<number, Alike<IndexState>>();
  const sets = new Map<number, Alike<NameSet>>();
  let states = 0;
  let forgotten = 0;

  /** The state where these positions, and those that `**` adds to them without a further folder, are open. */
  function stateAt(nodes: TrieNode[], above: IndexState | undefined): IndexState {
    addGlobstars(nodes);
    let below = above === undefined ? none : above.below;
    for (const node of nodes) if (node.below !== undefined) below = join(below, node.below);
    const least = keep === 'last' ? (below[0] ?? -1) : -1;
    const open = select(nodes, (node) => node.top > least && leadsOn(node));
    if (open.length > 1) sortById(open as TrieNode[]);
    let hash = below.length;
    for (const number of below) hash = mix(hash, number);
    for (const { id } of open) hash = mix(hash, id);
    const likely = known.get(hash);
    for (let each = likely; each !== undefined; each = each.next) {
      if (isSame(each.value.open, open) && isSame(each.value.below, below)) return each.value;
    }
    if (states > forgotten + mostStates) {
      forgotten = states;
      known.clear();
      sets.clear();
    }
    const value = describe(below, open, least, above);
    known.set(hash, { value, next: likely });
    return value;
  }

  function describe(
    below: readonly number[],
    open: readonly TrieNode[],
    least: number,
    above: IndexState | undefined,
  ): IndexState {
    let files = below;
    for (const node of open) {
      if (node.loops && node.self !== undefined) files = join(files, node.self);
      if (node.any !== undefined) files = join(files, matchedAt(node.any));
    }
    const decisive = select(open, (node) => node.topNamed > least);
    const entries = select(open, knowsNames);
    states += 1;
    return {
      id: states,
      below,
      files,
      fixed: decisive.length === 0,
      open,
      names: nameSet(select(decisive, isShared), above?.names),
      literals: select(decisive, isAlone),
      folderNames: nameSet(select(entries, isShared), above?.folderNames),
      folderLiterals: select(entries, isAlone),
      otherwise: undefined,
    };
  }

  function nameSet(nodes: readonly TrieNode[], above: NameSet | undefined): NameSet {
    if (above !== undefined && isSame(above.nodes, nodes)) return above;
    let hash = nodes.length;
    for (const { id } of nodes) hash = mix(hash, id);
    const likely = sets.get(hash);
    for (let each = likely; each !== undefined; each = each.next)
      if (isSame(each.value.nodes, nodes)) return each.value;
    states += 1;
    const value = { id: states, nodes };
    sets.set(hash, { value, next: likely });
    return value;
  }

  function byName({ nodes }: NameSet, name: string): readonly number[] {
    if (nodes.length === 0) return none;
    const children: TrieNode[] = [];
    for (const node of nodes) findNamed(trie, node, name, children);
    let found = none;
    for (const child of children) found = join(found, matchedAt(child));
    return found;
  }

  function byLiteral({ literals }: IndexState, name: string): readonly number[] {
    let found = none;
    for (const node of literals) {
      const child = literalChild(trie, node, name);
      if (child !== undefined) found = join(found, matchedAt(child));
    }
    return found;
  }

  function enterUnknown(state: IndexState): IndexState {
    if (state.open.length === 0) return state;
    state.otherwise ??= stateAt(passing(state.open), state);
    return state.otherwise;
  }

  /** Enters the folder where besides its name leads to the positions in `entered`. */
  function enterFound(state: IndexState, folder: string, entered: TrieNode[]): IndexState {
    for (const node of state.folderLiterals) {
      const child = literalChild(trie, node, folder);
      if (child !== undefined) entered.push(child);
    }
    if (entered.length === 0) return enterUnknown(state);
    pass(state.open, entered);
    return stateAt(entered, state);
  }

  return {
    root: stateAt([trie.root], undefined),
    enter: (state, folder) => {
      const entered: TrieNode[] = [];
      for (const node of state.folderNames.nodes) findNamed(trie, node, folder, entered);
      return enterFound(state, folder, entered);
    },
    enterLiteral: (state, folder) => enterFound(state, folder, []),
    enterUnknown,
    match: (state, name) => join(join(state.files, byName(state.names, name)), byLiteral(state, name)),
    byName,
    byLiteral,
    join,
    somePending: (state, accepts) => somePending(trie, state.open, new Set(state.below), accepts),
  };
}
