import { childrenOf, type Trie, type TrieNode } from './segment-trie.js';

/** The positions that a folder of any name leads to. */
export function passing(open: readonly TrieNode[]): TrieNode[] {
  const nodes: TrieNode[] = [];
  pass(open, nodes);
  return nodes;
}

/** Adds them to those in `nodes`. */
export function pass(open: readonly TrieNode[], nodes: TrieNode[]): void {
  for (const node of open) {
    if (node.loops) nodes.push(node);
    if (node.any !== undefined) nodes.push(node.any);
  }
}

/** So few are compared with each other. */
const few = 16;

/** Adds the nodes that a `**` behind them adds, and leaves each once. */
export function addGlobstars(nodes: TrieNode[]): void {
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

export function isAlone(node: TrieNode): boolean {
  return !isShared(node);
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
