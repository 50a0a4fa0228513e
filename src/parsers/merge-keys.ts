import { addDataProblem, type DataReader } from './data-reader.js';
import { dataLimits, type DataEntry, type DataNode } from './data-tree.js';

/**
 * The entries that merge keys (`<<`) add to a map, whose own entries win: those of a map, or of a list of maps, of which the first
 * wins. Past the limit on nodes the reader is full, and the rest is left out.
 */
export function resolveMergeKeys(
  own: readonly DataEntry[],
  merges: readonly DataNode[],
  reader: DataReader,
): readonly DataEntry[] {
  const keys = new Set(own.map(({ key }) => key));
  const merged: DataEntry[] = [];
  for (const source of merges.flatMap((merge) => (merge.kind === 'list' ? merge.items : [merge]))) {
    if (source.kind !== 'map') {
      addDataProblem(reader, 'A merge key (`<<`) can only bring in a map or a list of maps.', source.at);
      continue;
    }
    reader.mergedCount += source.entries.length;
    if (reader.mergedCount > dataLimits.nodes) reader.full = true;
    if (reader.full) break;
    for (const entry of source.entries) {
      if (keys.has(entry.key)) continue;
      keys.add(entry.key);
      merged.push({ ...entry, merged: true });
    }
  }
  return merged;
}
