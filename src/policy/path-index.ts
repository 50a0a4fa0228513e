import {
  buildTrie,
  childrenOf,
  findNamed,
  literalChild,
  matchedAt,
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
  const known = new Map<number, Chained<IndexState>>();
  const sets = new Map<number, Chained<NameSet>>();
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
    state.otherwise ??= stateAt(passing(state), state);
    return state.otherwise;
  }

  /** Enters the folder where besides its name leads to the positions in `entered`. */
  function enterFound(state: IndexState, folder: string, entered: TrieNode[]): IndexState {
    for (const node of state.folderLiterals) {
      const child = literalChild(trie, node, folder);
      if (child !== undefined) entered.push(child);
    }
    if (entered.length === 0) return enterUnknown(state);
    pass(state, entered);
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

/** One of the values whose keys are alike. */
interface Chained<T> {
  readonly value: T;
  readonly next: Chained<T> | undefined;
}

function mix(hash: number, number: number): number {
  return Math.imul(hash ^ number, 0x9e3779b1);
}

function isSame<T>(one: readonly T[], other: readonly T[]): boolean {
  if (one === other) return true;
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}

/** The positions that a folder of any name leads to. */
function passing(state: IndexState): TrieNode[] {
  const nodes: TrieNode[] = [];
  pass(state, nodes);
  return nodes;
}

function pass({ open }: IndexState, nodes: TrieNode[]): void {
  for (const node of open) {
    if (node.loops) nodes.push(node);
    if (node.any !== undefined) nodes.push(node.any);
  }
}

/** So few are compared with each other. */
const few = 16;

/** Adds the nodes that a `**` behind them adds, and leaves each once. */
function addGlobstars(nodes: TrieNode[]): void {
  const all = nodes.length > few ? new Set(nodes) : undefined;
  if (all === undefined) {
    // What is added while it runs is visited too.
    for (const { globstar } of nodes) if (globstar !== undefined && !nodes.includes(globstar)) nodes.push(globstar);
    return;
  }
  for (const { globstar } of all) if (globstar !== undefined) all.add(globstar);
  nodes.splice(0, nodes.length, ...all);
}

/** By insertion: most lists are short, and nearly in order. */
function sortById(nodes: TrieNode[]): void {
  if (nodes.length > few) {
    nodes.sort((one, other) => one.id - other.id);
    return;
  }
  for (let place = 1; place < nodes.length; place += 1) {
    const node = nodes[place] as TrieNode;
    let at = place;
    for (; at > 0 && (nodes[at - 1] as TrieNode).id > node.id; at -= 1) nodes[at] = nodes[at - 1] as TrieNode;
    nodes[at] = node;
  }
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
  let count = 0;
  for (const node of nodes) if (accepts(node)) count += 1;
  if (count === nodes.length) return nodes;
  return count === 0 ? noNodes : nodes.filter(accepts);
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
