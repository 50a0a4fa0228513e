import type { DataNode } from '../../parsers/data-tree.js';
import { isDimension } from '../environment-names.js';
import type { FlagFault } from '../flag-change.js';
import { findNearMisses } from '../formats/find-faults.js';
import type { PlacedFlag } from '../formats/flag-format.js';

/**
 * In a home-made file the other flags say which keys there are: one that is nearly what at least two others have, and that no other has,
 * is no key of the file.
 */
export function findStrayKeys(flags: readonly PlacedFlag[]): ReadonlyMap<DataNode, readonly FlagFault[]> {
  const counts = new Map<string, number>();
  for (const { entry } of flags) for (const key of keysOf(entry.node)) counts.set(key, (counts.get(key) ?? 0) + 1);
  // An environment or a platform is nobody's misspelling, however it is written.
  const usual = [...counts].filter(([key, count]) => count >= 2 || isDimension(key)).map(([key]) => key);
  return new Map(flags.map(({ entry }) => [entry.node, findNearMisses(entry.node, usual)]));
}

function keysOf(node: DataNode): readonly string[] {
  return node.kind === 'map' ? [...new Set(node.entries.map(({ key }) => key))] : [];
}
