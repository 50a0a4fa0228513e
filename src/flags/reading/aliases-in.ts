import type { DataNode } from '../../parsers/data-tree.js';

/** Names of the anchors that a flag takes something from. Nodes are bounded by the parser, aliases followed. */
export function aliasesIn(node: DataNode): string[] {
  const own = node.alias === undefined ? [] : [`*${node.alias}`];
  switch (node.kind) {
    case 'scalar':
      return own;
    case 'list':
      return [...own, ...node.items.flatMap(aliasesIn)];
    case 'map':
      return [
        ...own,
        ...node.merges.flatMap(aliasesIn),
        ...node.entries.filter((entry) => !entry.merged).flatMap((entry) => aliasesIn(entry.node)),
      ];
  }
}
