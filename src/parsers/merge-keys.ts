import { complain, type Reader } from './data-reader.js';
import { dataLimits, type DataEntry, type DataNode } from './data-tree.js';

/**
 * What merge keys (`<<`) bring to a map with entries of its own, which win: a map's entries, or those of a list of maps, the first of
 * which wins. Past the limit on nodes the reader is full, and the rest is left out.
 */
export function entriesBrought(
  own: readonly DataEntry[],
  merges: readonly DataNode[],
  reader: Reader,
): readonly DataEntry[] {
  const taken = new Set(own.map(({ key }) => key));
  const brought: DataEntry[] = [];
  for (const source of merges.flatMap((merge) => (merge.kind === 'list' ? merge.items : [merge]))) {
    if (source.kind !== 'map') {
      complain(reader, 'A merge key (`<<`) can only bring in a map or a list of maps.', source.at);
      continue;
    }
    reader.brought += source.entries.length;
    if (reader.brought > dataLimits.nodes) reader.full = true;
    if (reader.full) break;
    for (const entry of source.entries) {
      if (taken.has(entry.key)) continue;
      taken.add(entry.key);
      brought.push({ ...entry, merged: true });
    }
  }
  return brought;
}
