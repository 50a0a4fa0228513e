import {
  buildTrie,
  childrenOf,
  literalChild,
  matchedAt,
  visitNamed,
  type IndexedPattern,
  type Trie,
  type TrieNode,
} from './segment-trie.js';

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
  const known = new Map<string, IndexState>();
  const sets = new Map<string, NameSet>();
  let states = 0;

  /** The state where these positions, and those that `**` adds to them without a further folder, are open. */
  function stateAt(entered: readonly TrieNode[], above: IndexState | undefined): IndexState {
    const nodes = withGlobstars(entered);
    let below = above?.below ?? none;
    for (const node of nodes) if (node.below !== undefined) below = join(below, node.below);
    const least = keep === 'last' ? (below[0] ?? -1) : -1;
    const open = nodes.filter((node) => node.top > least && leadsOn(node));
    if (open.length > 1) open.sort((one, other) => one.id - other.id);
    let key = below.join();
    for (const { id } of open) key += ` ${id}`;
    return known.get(key) ?? remember(key, describe(below, open, least, above));
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

  function nameSet(nodes: readonly TrieNode[], likely: NameSet | undefined): NameSet {
    if (likely?.nodes.length === nodes.length && nodes.every((node, at) => node === likely.nodes[at])) return likely;
    const key = nodes.map(({ id }) => id).join();
    const found = sets.get(key);
    if (found !== undefined) return found;
    if (sets.size >= mostStates) sets.clear();
    states += 1;
    const set = { id: states, nodes };
    sets.set(key, set);
    return set;
  }

  function remember(key: string, state: IndexState): IndexState {
    if (known.size >= mostStates) known.clear();
    known.set(key, state);
    return state;
  }

  function namedAt(node: TrieNode, name: string): readonly number[] {
    let found = none;
    visitNamed(trie, node, name, (child) => {
      found = join(found, matchedAt(child));
    });
    return found;
  }

  function byName({ nodes }: NameSet, name: string): readonly number[] {
    let found = none;
    for (const node of nodes) found = join(found, namedAt(node, name));
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
    state.otherwise ??= stateAt(passing(state), state);
    return state.otherwise;
  }

  return {
    root: stateAt([trie.root], undefined),
    enter: (state, folder) => {
      const entered: TrieNode[] = [];
      const visit = (child: TrieNode): void => {
        entered.push(child);
      };
      for (const node of state.folderNames.nodes) visitNamed(trie, node, folder, visit);
      for (const node of state.folderLiterals) visitNamed(trie, node, folder, visit);
      return entered.length === 0 ? enterUnknown(state) : stateAt([...passing(state), ...entered], state);
    },
    enterUnknown,
    match: (state, name) => join(join(state.files, byName(state.names, name)), byLiteral(state, name)),
    byName,
    byLiteral,
    join,
    somePending: (state, accepts) => somePending(trie, state.open, new Set(state.below), accepts),
  };
}

/** The positions that a folder of any name leads to. */
function passing({ open }: IndexState): TrieNode[] {
  const nodes: TrieNode[] = [];
  for (const node of open) {
    if (node.loops) nodes.push(node);
    if (node.any !== undefined) nodes.push(node.any);
  }
  return nodes;
}

/** The nodes and those that a `**` behind them adds, each once. */
function withGlobstars(entered: readonly TrieNode[]): TrieNode[] {
  if (entered.length === 1 && entered[0]?.globstar === undefined) return [...entered];
  const nodes = new Set(entered);
  // A set's iteration also visits what is added while it runs.
  for (const node of nodes) if (node.globstar !== undefined) nodes.add(node.globstar);
  return [...nodes];
}

/** Whether many folders share the position, or it knows more than whole names. */
function isShared(node: TrieNode): boolean {
  return node.loops || hasWildcards(node);
}

function isAlone(node: TrieNode): boolean {
  return !isShared(node);
}

const noNodes: readonly TrieNode[] = [];

/** As `filter`, with one and the same list where nothing or everything is left: most states hold no more than that. */
function select(nodes: readonly TrieNode[], accepts: (node: TrieNode) => boolean): readonly TrieNode[] {
  if (nodes.every(accepts)) return nodes;
  return nodes.some(accepts) ? nodes.filter(accepts) : noNodes;
}

function knowsNames({ literals, suffixes, prefixes, tests }: TrieNode): boolean {
  return literals !== undefined || suffixes !== undefined || prefixes !== undefined || tests !== undefined;
}

function leadsOn({ loops, literals, any, globstar, suffixes, prefixes, tests }: TrieNode): boolean {
  return (
    loops ||
    literals !== undefined ||
    any !== undefined ||
    globstar !== undefined ||
    suffixes !== undefined ||
    prefixes !== undefined ||
    tests !== undefined
  );
}

function hasWildcards({ suffixes, prefixes, tests }: TrieNode): boolean {
  return suffixes !== undefined || prefixes !== undefined || tests !== undefined;
}

function somePending(
  trie: Trie,
  open: readonly TrieNode[],
  settled: ReadonlySet<number>,
  accepts: (number: number) => boolean,
): boolean {
  const isPending = (number: number): boolean => !settled.has(number) && accepts(number);
  // What matches the folder itself is not pending, unless the same position is also reached again below it.
  const reached = new Set<TrieNode>();
  for (const node of open) {
    if (node.loops) reached.add(node);
    for (const child of childrenOf(trie, node)) reached.add(child);
  }
  // A set's iteration also visits what is added while it runs.
  for (const node of reached) {
    if (node.self?.some(isPending) === true || node.below?.some(isPending) === true) return true;
    for (const child of childrenOf(trie, node)) reached.add(child);
  }
  return false;
}

/** Both ascending lists as one. */
function union(one: readonly number[], other: readonly number[]): readonly number[] {
  if (other.length === 0) return one;
  if (one.length === 0) return other;
  return [...new Set([...one, ...other])].sort((before, after) => before - after);
}

/** The higher of the last numbers, as a list of one. */
function highest(one: readonly number[], other: readonly number[]): readonly number[] {
  const candidate = other.at(-1);
  if (candidate === undefined) return one;
  const best = one.at(-1);
  return best !== undefined && best >= candidate ? one : [candidate];
}
