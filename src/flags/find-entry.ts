import type { DataEntry, DataMap, DataNode, DataScalar } from '../parsers/data-tree.js';

/** The entry of a map by its key, or by the first of several keys that it has. */
export function findEntry(node: DataNode | undefined, ...keys: readonly string[]): DataEntry | undefined {
  if (node?.kind !== 'map') return undefined;
  for (const key of keys) {
    const found = node.entries.find((entry) => entry.key === key);
    if (found) return found;
  }
  return undefined;
}

/** What stands under a key, where it is a map. */
export function findMap(node: DataNode | undefined, key: string): DataMap | undefined {
  const found = findEntry(node, key)?.node;
  return found?.kind === 'map' ? found : undefined;
}

/** What stands under a key, where it is a list. */
export function listItems(node: DataNode | undefined, key: string): readonly DataNode[] {
  const found = findEntry(node, key)?.node;
  return found?.kind === 'list' ? found.items : [];
}

/** What stands under a key, where it is neither a map nor a list. */
export function findScalar(node: DataNode | undefined, key: string): DataScalar | undefined {
  const found = findEntry(node, key)?.node;
  return found?.kind === 'scalar' ? found : undefined;
}
