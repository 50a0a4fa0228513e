import { added } from '../added.js';
import { grow, type Trie, type TrieNode } from '../trie-node.js';

/**
 * Inserts what is left of the plain path of this number, from the place `from`, of which `node` is the folder. Where no other
 * pattern leads on, a number stands for the node: the path's own where the path goes on, `~number` (below 0) where it ends.
 */
export function insertPlain(trie: Trie, node: TrieNode, path: string, from: number, number: number): void {
  node.top = number;
  const slash = path.indexOf('/', from);
  const name = slash < 0 ? path.slice(from) : path.slice(from, slash);
  if (slash < 0) node.topNamed = number;
  const literals = (node.literals ??= new Map<string, TrieNode | number>());
  const child = literals.get(name);
  if (child === undefined) literals.set(name, goesOn(path, slash) ? number : ~number);
  else endOrPass(trie, typeof child === 'number' ? expand(trie, node, name, child) : child, path, slash, number);
}

/** The child that one name alone leads to. */
export function literalChild(trie: Trie, node: TrieNode, name: string): TrieNode | undefined {
  const child = node.literals?.get(name);
  return typeof child === 'number' ? expand(trie, node, name, child) : child;
}

/** The patterns that match a file at the node that a number stands for. */
export function endingAt({ patterns }: Trie, child: number): readonly number[] {
  return child < 0 && !(patterns[~child] as string).endsWith('/') ? [~child] : none;
}

const none: readonly number[] = [];

/** Makes the node that stands for one plain path alone. */
export function expand(trie: Trie, above: TrieNode, name: string, child: number): TrieNode {
  const node = grow(trie, above, 'name');
  above.literals?.set(name, node);
  const number = child < 0 ? ~child : child;
  const path = trie.patterns[number] as string;
  let slash = path.indexOf('/');
  for (let depth = above.depth; depth > 0; depth -= 1) slash = path.indexOf('/', slash + 1);
  endOrPass(trie, node, path, slash, number);
  return node;
}

function endOrPass(trie: Trie, node: TrieNode, path: string, slash: number, number: number): void {
  if (goesOn(path, slash)) {
    insertPlain(trie, node, path, slash + 1, number);
    return;
  }
  node.top = number;
  if (slash < 0) node.self = added(node.self, number);
  node.below = added(node.below, number);
}

function goesOn(path: string, slash: number): boolean {
  return slash >= 0 && slash < path.length - 1;
}
