import { leastInner, type KnownNames } from './name-filter.js';
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
  /** Where one plain path alone leads on, its number stands for the node until that is asked for. */
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
interface Affixes<T> {
  readonly lengths: number[];
  readonly byText: Map<string, T>;
}

type Wildcard = SegmentPattern & { readonly kind: 'wildcard' };

/** Keyed by the object, so that a name is tested once for all patterns that share the segment. */
type Tests = Map<Wildcard, TrieNode>;

export function buildTrie(patterns: readonly IndexedPattern[]): Trie {
  const trie: Trie = { root: createNode(1, 0, false), patterns, nodes: 1 };
  patterns.forEach((pattern, number) => {
    if (typeof pattern === 'string') insertPlain(trie, trie.root, pattern, 0, number);
    else insert(trie, pattern, number);
  });
  return trie;
}

function insert(trie: Trie, { segments, self, below }: PathPattern, number: number): void {
  let node = trie.root;
  /** The node where the last name is looked up; `**` after it may stand for nothing. */
  let named: TrieNode | undefined;
  node.top = number;
  for (const segment of segments) {
    if (segment.kind !== 'globstar') named = segment.kind === 'wildcard' && segment.suffix === '' ? undefined : node;
    node = childFor(trie, node, segment);
    node.top = number;
  }
  if (self && named !== undefined) named.topNamed = number;
  if (self) node.self = added(node.self, number);
  if (below) node.below = added(node.below, number);
}

/** Inserts what is left of a plain path from the place `from`, of which `node` is the folder. */
function insertPlain(trie: Trie, node: TrieNode, path: string, from: number, number: number): void {
  node.top = number;
  const slash = path.indexOf('/', from);
  const name = slash < 0 ? path.slice(from) : path.slice(from, slash);
  if (slash < 0) node.topNamed = number;
  const literals = (node.literals ??= new Map<string, TrieNode | number>());
  const child = literals.get(name);
  if (child === undefined) literals.set(name, number);
  else endOrPass(trie, typeof child === 'number' ? expand(trie, node, name, child) : child, path, slash, number);
}

function endOrPass(trie: Trie, node: TrieNode, path: string, slash: number, number: number): void {
  if (slash >= 0 && slash < path.length - 1) {
    insertPlain(trie, node, path, slash + 1, number);
    return;
  }
  node.top = number;
  if (slash < 0) node.self = added(node.self, number);
  node.below = added(node.below, number);
}

/** Most lists hold one number, and pushing makes room for many. */
function added(numbers: number[] | undefined, number: number): number[] {
  if (numbers === undefined) return [number];
  numbers.push(number);
  return numbers;
}

/** Makes the node that the number of a plain path stands for. */
function expand(trie: Trie, above: TrieNode, name: string, number: number): TrieNode {
  const node = grow(trie, above, false);
  above.literals?.set(name, node);
  const path = trie.patterns[number] as string;
  let slash = path.indexOf('/');
  for (let depth = above.depth; depth > 0; depth -= 1) slash = path.indexOf('/', slash + 1);
  endOrPass(trie, node, path, slash, number);
  return node;
}

/** Whether one of the nodes has a child that this name alone leads to. */
export function knowsWhole(nodes: readonly TrieNode[], name: string): boolean {
  for (const { literals } of nodes) if (literals?.has(name) === true) return true;
  return false;
}

/** The child that one name alone leads to. */
export function literalChild(trie: Trie, node: TrieNode, name: string): TrieNode | undefined {
  const child = node.literals?.get(name);
  return typeof child === 'number' ? expand(trie, node, name, child) : child;
}

/** Adds to `found` each node that this very segment leads to from `node`; `any` leads on besides, and a node that loops stays. */
export function findNamed(trie: Trie, node: TrieNode, segment: string, found: TrieNode[]): void {
  const { literals, suffixes, prefixes, tests } = node;
  if (literals !== undefined) {
    const child = literals.get(segment);
    if (child !== undefined) found.push(typeof child === 'number' ? expand(trie, node, segment, child) : child);
  }
  if (suffixes !== undefined) {
    for (const length of suffixes.lengths) {
      const child = length > segment.length ? undefined : suffixes.byText.get(segment.slice(segment.length - length));
      if (child !== undefined) found.push(child);
    }
  }
  if (prefixes !== undefined) {
    for (const length of prefixes.lengths) {
      const likely = length > segment.length ? undefined : prefixes.byText.get(segment.slice(0, length));
      if (likely !== undefined) findTested(likely, segment, found);
    }
  }
  if (tests !== undefined) findTested(tests, segment, found);
}

/** What `findNamed` may find from these nodes. */
export function namesKnownTo(nodes: readonly TrieNode[]): readonly KnownNames[] {
  return nodes.map(({ literals, suffixes, prefixes, tests }) => {
    const wildcards = [...(tests?.keys() ?? [])];
    return {
      names: literals?.keys() ?? [],
      beginnings: prefixes?.byText.keys() ?? [],
      endings: suffixes?.byText.keys() ?? [],
      inner: wildcards.flatMap(({ inner }) => (isTelling(inner) ? [inner] : [])),
      tests: wildcards.flatMap(({ inner, test }) => (isTelling(inner) ? [] : [test])),
    };
  });
}

function isTelling(inner: string | undefined): inner is string {
  return inner !== undefined && inner.length >= leastInner;
}

const none: readonly number[] = [];

/** The patterns that match a path ending at this node, also where a `**` after it stands for nothing. */
export function matchedAt(node: TrieNode): readonly number[] {
  const here = node.self ?? none;
  const after = node.globstar?.self;
  return after === undefined ? here : [...here, ...after].sort((one, other) => one - other);
}

/** Every child of a node, however it is led to. */
export function childrenOf(trie: Trie, node: TrieNode): TrieNode[] {
  const literals = [...(node.literals ?? [])].map(([name, child]) =>
    typeof child === 'number' ? expand(trie, node, name, child) : child,
  );
  const tests = [...(node.prefixes?.byText.values() ?? []), ...(node.tests === undefined ? [] : [node.tests])];
  const wildcards = tests.flatMap((each) => [...each.values()]);
  const lone = [node.any, node.globstar].filter((child) => child !== undefined);
  return [...literals, ...(node.suffixes?.byText.values() ?? []), ...wildcards, ...lone];
}

function findTested(tests: Tests, segment: string, found: TrieNode[]): void {
  for (const [wildcard, node] of tests) if (wildcard.test(segment)) found.push(node);
}

function grow(trie: Trie, above: TrieNode, loops: boolean): TrieNode {
  trie.nodes += 1;
  return createNode(trie.nodes, above.depth + 1, loops);
}

function createNode(id: number, depth: number, loops: boolean): TrieNode {
  return {
    id,
    depth,
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

function childFor(trie: Trie, node: TrieNode, segment: SegmentPattern): TrieNode {
  switch (segment.kind) {
    case 'literal': {
      const found = literalChild(trie, node, segment.text);
      if (found !== undefined) return found;
      const child = grow(trie, node, false);
      (node.literals ??= new Map<string, TrieNode | number>()).set(segment.text, child);
      return child;
    }
    case 'globstar':
      if (node.loops) return node;
      return (node.globstar ??= grow(trie, node, true));
    case 'wildcard':
      if (segment.suffix === '') return (node.any ??= grow(trie, node, false));
      if (segment.suffix !== undefined) {
        const suffixes = (node.suffixes ??= { lengths: [], byText: new Map<string, TrieNode>() });
        return affixed(suffixes, segment.suffix, () => grow(trie, node, false));
      }
      if (segment.prefix !== undefined && segment.prefix !== '') {
        const prefixes = (node.prefixes ??= { lengths: [], byText: new Map<string, Tests>() });
        const likely = affixed(prefixes, segment.prefix, () => new Map<Wildcard, TrieNode>());
        return likely.get(segment) ?? put(likely, segment, grow(trie, node, false));
      }
      node.tests ??= new Map<Wildcard, TrieNode>();
      return node.tests.get(segment) ?? put(node.tests, segment, grow(trie, node, false));
  }
}

function affixed<T>(affixes: Affixes<T>, text: string, create: () => T): T {
  if (!affixes.lengths.includes(text.length)) affixes.lengths.push(text.length);
  return affixes.byText.get(text) ?? put(affixes.byText, text, create());
}

function put<K, T>(map: Map<K, T>, key: K, value: T): T {
  map.set(key, value);
  return value;
}
