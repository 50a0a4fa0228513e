import type { DataNode } from '../../parsers/data-tree.js';

/** What stands under a key of a map. */
export function entryOf(node: DataNode | undefined, key: string): DataNode | undefined {
  return node?.kind === 'map' ? node.entries.find((each) => each.key === key)?.node : undefined;
}

/** The texts of a list, or the one that stands alone; at most a hundred. */
export function textsOf(node: DataNode | undefined): readonly string[] {
  const items = node?.kind === 'list' ? node.items.slice(0, 100) : node === undefined ? [] : [node];
  return items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : []));
}
