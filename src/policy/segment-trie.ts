import { added } from './added.js';
import type { PathPattern, SegmentPattern } from './path-pattern.js';
import { insertPlain, literalChild } from './path-index/plain-paths.js';
import {
  grow,
  plantTrie,
  type Affixes,
  type IndexedPattern,
  type Tests,
  type Trie,
  type TrieNode,
  type Wildcard,
} from './trie-node.js';

/** Joins the patterns into one tree. */
export function buildTrie(patterns: readonly IndexedPattern[]): Trie {
  const trie = plantTrie(patterns);
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

function childFor(trie: Trie, node: TrieNode, segment: SegmentPattern): TrieNode {
  switch (segment.kind) {
    case 'literal': {
      const found = literalChild(trie, node, segment.text);
      if (found !== undefined) return found;
      const child = grow(trie, node, 'name');
      (node.literals ??= new Map<string, TrieNode | number>()).set(segment.text, child);
      return child;
    }
    case 'globstar':
      if (node.loops) return node;
      return (node.globstar ??= grow(trie, node, 'globstar'));
    case 'wildcard':
      if (segment.suffix === '') return (node.any ??= grow(trie, node, 'wildcard'));
      if (segment.suffix !== undefined) {
        const suffixes = (node.suffixes ??= { lengths: [], byText: new Map<string, TrieNode>() });
        return affixed(suffixes, segment.suffix, () => grow(trie, node, 'wildcard'));
      }
      if (segment.prefix !== undefined && segment.prefix !== '') {
        const prefixes = (node.prefixes ??= { lengths: [], byText: new Map<string, Tests>() });
        const likely = affixed(prefixes, segment.prefix, () => new Map<Wildcard, TrieNode>());
        return likely.get(segment) ?? put(likely, segment, grow(trie, node, 'wildcard'));
      }
      node.tests ??= new Map<Wildcard, TrieNode>();
      return node.tests.get(segment) ?? put(node.tests, segment, grow(trie, node, 'wildcard'));
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
