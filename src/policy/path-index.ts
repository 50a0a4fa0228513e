import { added } from './added.js';
import { isSame, mix } from './alike.js';
import { noNumbers, settledState, stateDescriber, type IndexState } from './index-state.js';
import { highest, union } from './join-numbers.js';
import { endingAt, expand } from './path-index/plain-paths.js';
import { buildTrie } from './segment-trie.js';
import { findNamed, matchedAt } from './trie-names.js';
import type { IndexedPattern, TrieNode } from './trie-node.js';
import { leadsOn, passing, select, somePending, sortById, withGlobstars } from './trie-positions.js';

/**
 * Path patterns compiled so that a path costs about the same however many patterns there are: what a folder decides is
 * found once a folder (`enter`), and of each file only the name is looked up (`match`). Patterns are numbered by their place in
 * the list; lists of numbers ascend. An index that keeps the last match alone gives lists of at most one number.
 *
 * Who remembers what names lead to asks in parts: what matches a file right in a folder is its state's `files`, `byName` of the
 * wide positions and of its state's names, and `byLiteral`.
 */
export interface PathIndex {
  readonly root: IndexState;
  /** Positions that are open in every folder: of the patterns that begin with `**`. */
  readonly wide: readonly TrieNode[];
  /** The state of a folder in the folder of `state`. */
  readonly enter: (state: IndexState, folder: string) => IndexState;
  /** The same where it is known what the folder's name leads to from the wide positions. */
  readonly enterFrom: (state: IndexState, folder: string, wide: readonly TrieNode[] | undefined) => IndexState;
  /** The same where only the state's `folderLiterals` may know the folder's name. */
  readonly enterLiteral: (state: IndexState, folder: string) => IndexState;
  /** The same where no pattern knows the folder's name. */
  readonly enterUnknown: (state: IndexState) => IndexState;
  /** What a name leads to from the positions; `undefined` where that is nothing. */
  readonly findFrom: (nodes: readonly TrieNode[], name: string) => readonly TrieNode[] | undefined;
  /** The patterns that match a file right in the folder. */
  readonly match: (state: IndexState, name: string) => readonly number[];
  readonly byName: (nodes: readonly TrieNode[], name: string) => readonly number[];
  readonly byLiteral: (state: IndexState, name: string) => readonly number[];
  /** Parts of an answer put together: `one` itself where `other` adds nothing. */
  readonly join: (one: readonly number[], other: readonly number[]) => readonly number[];
  /** Whether `accepts` holds for a pattern that can still match something below the folder and need not match all of it. */
  readonly somePending: (state: IndexState, accepts: (number: number) => boolean) => boolean;
}

/** The most states that are remembered; beyond them all are forgotten and found again. */
const mostStates = 1 << 16;

/** Compiles the patterns. `last` keeps only what can still be the last match, which is cheaper. */
export function indexPaths(patterns: readonly IndexedPattern[], keep: 'last' | 'all' = 'all'): PathIndex {
  const trie = buildTrie(patterns);
  const join = keep === 'last' ? highest : union;
  const { globstar } = trie.root;
  const wide = globstar === undefined ? [] : [globstar];
  const describe = stateDescriber(globstar, keep, join);
  const known = new Map<number, IndexState>();
  /** Of an index that keeps the last match: the states where nothing is open, by the pattern that matches all below. */
  const settled = keep === 'last' ? new Array<IndexState | undefined>(patterns.length) : undefined;
  let states = 0;
  let forgotten = 0;

  /** The state where these positions, and those that `**` adds to them without a further folder, are open. */
  function stateAt(found: TrieNode[], inherited: readonly number[], above: IndexState | undefined): IndexState {
    const nodes = withGlobstars(found);
    let below = inherited;
    for (const node of nodes) if (node.below !== undefined) below = join(below, node.below);
    const least = keep === 'last' ? (below[0] ?? -1) : -1;
    const open = select(nodes, (node) => node.top > least && leadsOn(node));
    if (settled !== undefined && open.length === 0 && least >= 0)
      return (settled[least] ??= settledState((states += 1), below));
    // No other folder can be told from the others in just this way.
    if (open.some(isAlone)) return describe((states += 1), below, open, above, undefined);
    if (open.length > 1) sortById(open as TrieNode[]);
    let hash = below.length;
    for (const number of below) hash = mix(hash, number);
    for (const { id } of open) hash = mix(hash, id);
    const likely = known.get(hash);
    for (let each = likely; each !== undefined; each = each.alike)
      if (isSame(each.open, open) && isSame(each.below, below)) return each;
    if (states > forgotten + mostStates) {
      forgotten = states;
      known.clear();
    }
    states += 1;
    const state = describe(states, below, open, above, likely);
    known.set(hash, state);
    return state;
  }

  function findFrom(nodes: readonly TrieNode[], name: string): TrieNode[] | undefined {
    let found: TrieNode[] | undefined;
    for (const node of nodes) found = findNamed(trie, node, name, found);
    return found;
  }

  function byName(nodes: readonly TrieNode[], name: string): readonly number[] {
    const children = findFrom(nodes, name);
    let found = noNumbers;
    if (children !== undefined) for (const child of children) found = join(found, matchedAt(child));
    return found;
  }

  function byLiteral({ literals }: IndexState, name: string): readonly number[] {
    let found = noNumbers;
    for (const node of literals) {
      const child = node.literals?.get(name);
      if (child !== undefined)
        found = join(found, typeof child === 'number' ? endingAt(trie, child) : matchedAt(child));
    }
    return found;
  }

  function enterUnknown(state: IndexState): IndexState {
    if (state.open.length === 0) return state;
    state.otherwise ??= stateAt(passing(state.open, undefined), state.below, state);
    return state.otherwise;
  }

  /** Enters the folder where besides its name leads to the positions in `found`. */
  function enterFound(state: IndexState, folder: string, found: TrieNode[] | undefined): IndexState {
    let { below } = state;
    let entered = found;
    for (const node of state.folderLiterals) {
      const child = node.literals?.get(folder);
      if (child === undefined) continue;
      // A plain path that ends here says all it has to say.
      if (typeof child === 'number' && child < 0) below = join(below, [~child]);
      else entered = added(entered, typeof child === 'number' ? expand(trie, node, folder, child) : child);
    }
    if (entered === undefined && below === state.below) return enterUnknown(state);
    return stateAt(passing(state.open, entered), below, state);
  }

  function enterFrom(state: IndexState, folder: string, wideFound: readonly TrieNode[] | undefined): IndexState {
    let found = wideFound === undefined ? undefined : [...wideFound];
    for (const node of state.folderNames.nodes) found = findNamed(trie, node, folder, found);
    return enterFound(state, folder, found);
  }

  return {
    root: stateAt([trie.root], noNumbers, undefined),
    wide,
    enter: (state, folder) => enterFrom(state, folder, findFrom(wide, folder)),
    enterFrom,
    enterLiteral: (state, folder) => enterFound(state, folder, undefined),
    enterUnknown,
    findFrom,
    match: (state, name) => {
      const named = join(byName(wide, name), byName(state.names.nodes, name));
      return join(join(state.files, named), byLiteral(state, name));
    },
    byName,
    byLiteral,
    join,
    somePending: (state, accepts) => somePending(trie, state.open, new Set(state.below), accepts),
  };
}

function isAlone({ alone }: TrieNode): boolean {
  return alone;
}
