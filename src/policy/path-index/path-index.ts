import { highest, union } from './join-numbers.js';
import type { PathPattern } from '../globs/path-pattern.js';
import { buildTrie, childrenOf, findNamed, knowsNames, type TrieNode } from './pattern-trie.js';

/**
 * Path patterns compiled so that a path costs about the same however many patterns there are: what a folder decides is
 * found once a folder (`enter`), and of each file only the name is looked up (`match`). Patterns are numbered by their place in
 * the list; lists of numbers ascend. An index that keeps the last match alone gives lists of at most one number.
 *
 * A cache asks in parts: what matches a file right in a folder is its state's `files`, `matchAnywhere` and `matchHere`, joined.
 */
export interface PathIndex {
  readonly root: FolderState;
  /** The state of a folder in the folder of `state`. Here and below, what matches a name's `alias` matches it too. */
  readonly enter: (state: FolderState, folder: string, alias?: string) => FolderState;
  /** The patterns that match a file right in the folder. */
  readonly match: (state: FolderState, name: string, alias?: string) => readonly number[];
  /** Those that match a file of this name in every folder. */
  readonly matchAnywhere: (name: string, alias?: string) => readonly number[];
  /** Those that match a file of this name by what is open in just this folder, and in few others. */
  readonly matchHere: (state: FolderState, name: string, alias?: string) => readonly number[];
  /** Parts of an answer put together: `one` itself where `other` adds nothing. */
  readonly join: (one: readonly number[], other: readonly number[]) => readonly number[];
  /** Whether `accepts` holds for a pattern that can still match something below the folder and need not match all of it. */
  readonly somePending: (state: FolderState, accepts: (number: number) => boolean) => boolean;
}

/** What an index knows of one folder. */
export interface FolderState {
  /** The patterns that match everything below the folder. */
  readonly below: readonly number[];
  /** The patterns that match every file right in the folder; `below` is among them. */
  readonly files: readonly number[];
  /** Every file right in the folder has the same answer, `files`. */
  readonly fixed: boolean;
  /** Positions in the patterns that are still open. */
  readonly open: readonly TrieNode[];
  /** Those of them where a file's name decides, but for the one that is open in every folder. */
  readonly named: readonly TrieNode[];
  /** The state of a folder in this one whose name no pattern knows; found when first asked for, often this state itself. */
  unknown: FolderState | undefined;
}

/** Compiles the patterns. `last` keeps only what can still be the last match, which is cheaper. */
export function indexPaths(patterns: readonly PathPattern[], keep: 'last' | 'all' = 'all'): PathIndex {
  const trie = buildTrie(patterns);
  const join = keep === 'last' ? highest : union;
  /** Open in every folder: the position of the patterns that begin with `**`. */
  const everywhere = trie.globstar === undefined ? none : [trie.globstar];

  /** The state where these positions, and those that `**` adds to them without a further folder, are open. */
  function stateAt(positions: readonly TrieNode[], inherited: readonly number[]): FolderState {
    const reached = positions.some(hasGlobstar) ? withGlobstars(positions) : positions;
    let below = inherited;
    for (const node of reached) if (node.below !== undefined) below = join(below, node.below);
    const least = keep === 'last' ? (below[0] ?? -1) : -1;
    const open: TrieNode[] = [];
    const named: TrieNode[] = [];
    let files = below;
    let fixed = true;
    for (const node of reached) {
      if (node.top <= least || !leadsOn(node)) continue;
      open.push(node);
      if (node.loops && node.self !== undefined) files = join(files, node.self);
      if (node.any !== undefined) files = join(files, matchedAt(node.any));
      if (node.topNamed <= least) continue;
      fixed = false;
      if (node !== trie.globstar) named.push(node);
    }
    return { below, files, fixed, open, named, unknown: undefined };
  }

  function enterUnknown(state: FolderState): FolderState {
    return (state.unknown ??= passThrough(state));
  }

  function passThrough(state: FolderState): FolderState {
    const next = stateAt(passing(state.open), state.below);
    const isSame = next.below === state.below && next.open.length === state.open.length;
    return isSame && next.open.every((node, place) => node === state.open[place]) ? state : next;
  }

  function enter(state: FolderState, folder: string, alias?: string): FolderState {
    const found = findByName(state.open, folder, alias);
    return found.length === 0 ? enterUnknown(state) : stateAt([...passing(state.open), ...found], state.below);
  }

  function matchFrom(nodes: readonly TrieNode[], name: string, alias?: string): readonly number[] {
    if (nodes.length === 0) return none;
    let numbers: readonly number[] = none;
    for (const node of findByName(nodes, name, alias)) numbers = join(numbers, matchedAt(node));
    return numbers;
  }

  const matchAnywhere: PathIndex['matchAnywhere'] = (name, alias) => matchFrom(everywhere, name, alias);
  const matchHere: PathIndex['matchHere'] = ({ named }, name, alias) => matchFrom(named, name, alias);
  return {
    root: stateAt([trie], none),
    enter,
    match: (state, name, alias) => join(state.files, join(matchAnywhere(name, alias), matchHere(state, name, alias))),
    matchAnywhere,
    matchHere,
    join,
    somePending: ({ open, below }, accepts) => {
      const settled = new Set(below);
      return somePending(open, (number) => !settled.has(number) && accepts(number));
    },
  };
}

const none: readonly never[] = [];

/** The nodes that a name leads to, also by its alias. */
function findByName(nodes: readonly TrieNode[], name: string, alias: string | undefined): readonly TrieNode[] {
  const found: TrieNode[] = [];
  for (const node of nodes) findNamed(node, name, found);
  if (alias === undefined) return found;
  for (const node of nodes) findNamed(node, alias, found);
  return [...new Set(found)];
}

function leadsOn(node: TrieNode): boolean {
  return node.loops || node.any !== undefined || node.globstar !== undefined || knowsNames(node);
}

function hasGlobstar({ globstar }: TrieNode): boolean {
  return globstar !== undefined;
}

function withGlobstars(positions: readonly TrieNode[]): readonly TrieNode[] {
  return [...new Set([...positions, ...positions.flatMap(({ globstar }) => globstar ?? none)])];
}

/** The positions that a folder of any name leads to. */
function passing(open: readonly TrieNode[]): TrieNode[] {
  const nodes: TrieNode[] = [];
  for (const node of open) {
    if (node.loops) nodes.push(node);
    if (node.any !== undefined) nodes.push(node.any);
  }
  return nodes;
}

/** The patterns that match a path ending at this node, also where a `**` after it stands for nothing. */
function matchedAt({ self, globstar }: TrieNode): readonly number[] {
  return globstar?.self === undefined ? (self ?? none) : union(self ?? none, globstar.self);
}

function somePending(open: readonly TrieNode[], isPending: (number: number) => boolean): boolean {
  // What matches the folder itself is not pending, unless the same position is also reached again below it.
  const reached = new Set(open.flatMap((node) => (node.loops ? [node, ...childrenOf(node)] : childrenOf(node))));
  // A set's iteration also visits what is added while it runs.
  for (const node of reached) {
    if (node.self?.some(isPending) === true || node.below?.some(isPending) === true) return true;
    for (const child of childrenOf(node)) reached.add(child);
  }
  return false;
}
