import { added } from './added.js';
import { leastInner, type KnownNames } from './name-filter.js';
import { expand } from './path-index/plain-paths.js';
import type { Tests, Trie, TrieNode } from './trie-node.js';

/** The nodes in `before` and each that this very segment leads to from `node`; `any` leads on besides, and a node that loops stays. */
export function findNamed(
  trie: Trie,
  node: TrieNode,
  segment: string,
  before: TrieNode[] | undefined,
): TrieNode[] | undefined {
  let found = before;
  const { literals, suffixes, prefixes, tests } = node;
  if (literals !== undefined) {
    const child = literals.get(segment);
    if (child !== undefined)
      found = added(found, typeof child === 'number' ? expand(trie, node, segment, child) : child);
  }
  if (suffixes !== undefined) {
    for (const length of suffixes.lengths) {
      const child = length > segment.length ? undefined : suffixes.byText.get(segment.slice(segment.length - length));
      if (child !== undefined) found = added(found, child);
    }
  }
  if (prefixes !== undefined) {
    for (const length of prefixes.lengths) {
      const likely = length > segment.length ? undefined : prefixes.byText.get(segment.slice(0, length));
      if (likely !== undefined) found = findTested(likely, segment, found);
    }
  }
  return tests === undefined ? found : findTested(tests, segment, found);
}

/** What `findNamed` may find from these nodes. */
export function namesKnownTo(nodes: readonly TrieNode[]): readonly KnownNames[] {
  return nodes.map(({ literals, suffixes, prefixes, tests }) => {
    const wildcards = tests === undefined ? [] : [...tests.keys()];
    return {
      names: literals?.keys(),
      beginnings: prefixes?.byText.keys(),
      endings: suffixes?.byText.keys(),
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

function findTested(tests: Tests, segment: string, before: TrieNode[] | undefined): TrieNode[] | undefined {
  let found = before;
  for (const [wildcard, node] of tests) if (wildcard.test(segment)) found = added(found, node);
  return found;
}
