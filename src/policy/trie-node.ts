import type { PathPattern, SegmentPattern } from './path-pattern.js';

/**
 * A pattern, or a plain path, which covers itself and all below it, with a trailing slash only what is below. Plain paths
 * are most of what large files hold, and cost next to nothing until a path comes near them.
 */
export type IndexedPattern = PathPattern | string;

/** A position within patterns: all patterns that begin with the same segments share it. Numbers are patterns' numbers. */
export interface TrieNode {
  readonly id: number;
  /** Names from the root to here. */
  readonly depth: number;
  /** Whole names alone lead here, so one folder alone. */
  readonly alone: boolean;
  /** Stays where it is over any segment: the node stands behind a `**`. */
  readonly loops: boolean;
  /** The patterns that match the path that ends here. */
  self: number[] | undefined;
  /** The patterns that match everything below here. */
  below: number[] | undefined;
  /** The highest number of any pattern that passes through here. */
  top: number;
  /** The highest number that a name right here may match, but for what any name matches; or -1. */
  topNamed: number;
  /** Where one plain path alone leads on, what `plain-paths.ts` makes of its number stands for the node until that is asked for. */
  literals: Map<string, TrieNode | number> | undefined;
  /** The child that any segment leads to. */
  any: TrieNode | undefined;
  suffixes: Affixes<TrieNode> | undefined;
  prefixes: Affixes<Tests> | undefined;
  tests: Tests | undefined;
  globstar: TrieNode | undefined;
}

/** Patterns joined into one tree; a pattern's number is its place in the list. */
export interface Trie {
  /** The repository's root. */
  readonly root: TrieNode;
  readonly patterns: readonly IndexedPattern[];
  nodes: number;
}

/** What hangs at the ends or the beginnings of names, and how long those are. */
export interface Affixes<T> {
  readonly lengths: number[];
  readonly byText: Map<string, T>;
}

export type Wildcard = SegmentPattern & { readonly kind: 'wildcard' };

/** Keyed by the object, so that a name is tested once for all patterns that share the segment. */
export type Tests = Map<Wildcard, TrieNode>;

/** A tree that holds none of the patterns yet. */
export function plantTrie(patterns: readonly IndexedPattern[]): Trie {
  return { root: createNode(1, 0, false, true), patterns, nodes: 1 };
}

/** A new position one segment below `above`, to which a whole name leads, or a wildcard. */
export function grow(trie: Trie, above: TrieNode, by: 'name' | 'wildcard' | 'globstar'): TrieNode {
  trie.nodes += 1;
  return createNode(trie.nodes, above.depth + 1, by === 'globstar', above.alone && by === 'name');
}

function createNode(id: number, depth: number, loops: boolean, alone: boolean): TrieNode {
  return {
    id,
    depth,
    alone,
    loops,
    self: undefined,
    below: undefined,
    top: -1,
    topNamed: -1,
    literals: undefined,
    any: undefined,
    suffixes: undefined,
    prefixes: undefined,
    tests: undefined,
    globstar: undefined,
  };
}
