import { added } from './added.js';
import { childrenOf } from './trie-names.js';
import type { Trie, TrieNode } from './trie-node.js';

/** The positions in `before` and those that a folder of any name leads to. */
export function passing(open: readonly TrieNode[], before: TrieNode[] | undefined): TrieNode[] {
  let nodes = before;
  for (const node of open) {
    if (node.loops) nodes = added(nodes, node);
    if (node.any !== undefined) nodes = added(nodes, node.any);
  }
  return nodes ?? [];
}

/** So few are compared with each other. */
const few = 16;

/** With the nodes that a `**` behind them adds, each once. */
export function withGlobstars(nodes: TrieNode[]): TrieNode[] {
  if (nodes.length <= few) {
    let all = nodes;
    for (const { globstar } of nodes) if (globstar !== undefined && !all.includes(globstar)) all = added(all, globstar);
    return all;
  }
  const all = new Set(nodes);
  for (const { globstar } of nodes) if (globstar !== undefined) all.add(globstar);
  return [...all];
}

/** By insertion: most lists are short, and nearly in order. */
export function sortById(nodes: TrieNode[]): void {
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
export function isShared(node: TrieNode): boolean {
  return node.loops || hasWildcards(node);
}

const noNodes: readonly TrieNode[] = [];

/** As `filter`, with one and the same list where nothing or everything is left: most states hold no more than that. */
export function select(nodes: readonly TrieNode[], accepts: (node: TrieNode) => boolean): readonly TrieNode[] {
  let count = 0;
  for (const node of nodes) if (accepts(node)) count += 1;
  if (count === nodes.length) return nodes;
  return count === 0 ? noNodes : nodes.filter(accepts);
}

export function knowsNames({ literals, suffixes, prefixes, tests }: TrieNode): boolean {
  return literals !== undefined || suffixes !== undefined || prefixes !== undefined || tests !== undefined;
}

export function leadsOn({ loops, literals, any, globstar, suffixes, prefixes, tests }: TrieNode): boolean {
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

/** Whether `accepts` holds for a pattern that can still match something below and is not among `settled`. */
export function somePending(
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
