import type { PathPattern, SegmentPattern } from './path-pattern.js';

/** A position within patterns: all patterns that begin with the same segments share it. Numbers are patterns' numbers. */
export interface TrieNode {
  readonly id: number;
  /** Stays where it is over any segment: the node stands behind a `**`. */
  readonly loops: boolean;
  /** The patterns that match the path that ends here. */
  self: number[] | undefined;
  /** The patterns that match everything below here. */
  below: number[] | undefined;
  /** The highest number of any pattern that passes through here. */
  top: number;
  /** The highest number that a name right here may match, but for what any name matches; found when first asked for. */
  topNamed: number | undefined;
  literals: Map<string, TrieNode> | undefined;
  /** The child that any segment leads to. */
  any: TrieNode | undefined;
  suffixes: Affixes<TrieNode> | undefined;
  prefixes: Affixes<Tests> | undefined;
  tests: Tests | undefined;
  globstar: TrieNode | undefined;
}

/** What hangs at the ends or the beginnings of names, and how long those are. */
interface Affixes<T> {
  readonly lengths: number[];
  readonly byText: Map<string, T>;
}

type Wildcard = SegmentPattern & { readonly kind: 'wildcard' };

/** Keyed by the object, so that a name is tested once for all patterns that share the segment. */
type Tests = Map<Wildcard, TrieNode>;

/** Joins patterns into one tree; a pattern's number is its place in the list. The root is the repository's root. */
export function buildTrie(patterns: readonly PathPattern[]): TrieNode {
  const count = { nodes: 0 };
  const root = createNode(count, false);
  patterns.forEach((pattern, number) => {
    let node = root;
    root.top = number;
    for (const segment of pattern.segments) {
      node = childFor(node, segment, count);
      node.top = number;
    }
    if (pattern.self) (node.self ??= []).push(number);
    if (pattern.below) (node.below ??= []).push(number);
  });
  return root;
}

const none: readonly number[] = [];

/** Calls `visit` with each node that the segment leads to from `node`, without the node itself where it loops. */
export function visitChildren(node: TrieNode, segment: string, visit: (child: TrieNode) => void): void {
  const { literals, any, suffixes, prefixes, tests } = node;
  const literal = literals?.get(segment);
  if (literal !== undefined) visit(literal);
  if (any !== undefined) visit(any);
  if (suffixes !== undefined) {
    for (const length of suffixes.lengths) {
      const child = length > segment.length ? undefined : suffixes.byText.get(segment.slice(segment.length - length));
      if (child !== undefined) visit(child);
    }
  }
  if (prefixes !== undefined) {
    for (const length of prefixes.lengths) {
      const likely = length > segment.length ? undefined : prefixes.byText.get(segment.slice(0, length));
      if (likely !== undefined) visitTests(likely, segment, visit);
    }
  }
  if (tests !== undefined) visitTests(tests, segment, visit);
}

/** The patterns that match a path ending at this node, also where a `**` after it stands for nothing. */
export function matchedAt(node: TrieNode): readonly number[] {
  const here = node.self ?? none;
  const after = node.globstar?.self;
  return after === undefined ? here : [...here, ...after].sort((one, other) => one - other);
}

/** The highest number that a name may match right in the folder of this node, but for what any name matches; or -1. */
export function highestNamed(node: TrieNode): number {
  if (node.topNamed === undefined) {
    let highest = -1;
    for (const child of childrenOf(node)) {
      if (child !== node.any && child !== node.globstar) highest = Math.max(highest, matchedAt(child).at(-1) ?? -1);
    }
    node.topNamed = highest;
  }
  return node.topNamed;
}

/** Every child of a node, however it is led to. */
export function childrenOf(node: TrieNode): TrieNode[] {
  const tests = [...(node.prefixes?.byText.values() ?? []), ...(node.tests === undefined ? [] : [node.tests])];
  const wildcards = tests.flatMap((each) => [...each.values()]);
  const lone = [node.any, node.globstar].filter((child) => child !== undefined);
  return [...(node.literals?.values() ?? []), ...(node.suffixes?.byText.values() ?? []), ...wildcards, ...lone];
}

function visitTests(tests: Tests, segment: string, visit: (child: TrieNode) => void): void {
  for (const [wildcard, node] of tests) if (wildcard.test(segment)) visit(node);
}

function createNode(count: { nodes: number }, loops: boolean): TrieNode {
  count.nodes += 1;
  return {
    id: count.nodes,
    loops,
    self: undefined,
    below: undefined,
    top: -1,
    topNamed: undefined,
    literals: undefined,
    any: undefined,
    suffixes: undefined,
    prefixes: undefined,
    tests: undefined,
    globstar: undefined,
  };
}

function childFor(node: TrieNode, segment: SegmentPattern, count: { nodes: number }): TrieNode {
  switch (segment.kind) {
    case 'literal': {
      const literals = (node.literals ??= new Map<string, TrieNode>());
      return literals.get(segment.text) ?? put(literals, segment.text, createNode(count, false));
    }
    case 'globstar':
      if (node.loops) return node;
      return (node.globstar ??= createNode(count, true));
    case 'wildcard':
      if (segment.suffix === '') return (node.any ??= createNode(count, false));
      if (segment.suffix !== undefined) {
        const suffixes = (node.suffixes ??= { lengths: [], byText: new Map<string, TrieNode>() });
        return affixed(suffixes, segment.suffix, () => createNode(count, false));
      }
      if (segment.prefix !== undefined && segment.prefix !== '') {
        const prefixes = (node.prefixes ??= { lengths: [], byText: new Map<string, Tests>() });
        return tested(
          affixed(prefixes, segment.prefix, () => new Map<Wildcard, TrieNode>()),
          segment,
          count,
        );
      }
      return tested((node.tests ??= new Map<Wildcard, TrieNode>()), segment, count);
  }
}

function affixed<T>(affixes: Affixes<T>, text: string, create: () => T): T {
  if (!affixes.lengths.includes(text.length)) affixes.lengths.push(text.length);
  return affixes.byText.get(text) ?? put(affixes.byText, text, create());
}

function tested(tests: Tests, wildcard: Wildcard, count: { nodes: number }): TrieNode {
  return tests.get(wildcard) ?? put(tests, wildcard, createNode(count, false));
}

function put<K, T>(map: Map<K, T>, key: K, value: T): T {
  map.set(key, value);
  return value;
}
