import { dataLimits, type DataEntry, type DataNode, type DataProblem } from './data-tree.js';
import type { Position } from '../text/index-lines.js';

/** State while a text is read into a tree. */
export interface DataReader {
  readonly positionOf: (offset: number) => Position;
  readonly problems: DataProblem[];
  /** What each anchor stands for so far; `undefined` while inside it. */
  readonly anchors: Map<string, DataNode | undefined>;
  /** Number of nodes in each subtree, with aliases followed. */
  readonly sizes: Map<DataNode, number>;
  /** Entries merged so far. */
  mergedCount: number;
  /** The limit on nodes is exceeded: nothing more is built. */
  full: boolean;
}

/** A fresh reader; `place` converts an offset of the text to a line and a column. */
export function createDataReader(place: DataReader['positionOf']): DataReader {
  return { positionOf: place, problems: [], anchors: new Map(), sizes: new Map(), mergedCount: 0, full: false };
}

/** Adds a problem that is not fatal; only the first 50 are kept. */
export function addDataProblem(reader: DataReader, message: string, at: Position): void {
  if (reader.problems.length < maxProblems) reader.problems.push({ message, at, fatal: false });
}

const maxProblems = 50;

/** The node of a missing value. */
export function createAbsentNode(at: Position): DataNode {
  return { kind: 'scalar', at, text: '', value: null, older: null };
}

/** Records the size of a node, whose children must have been measured before, and returns it; past the limit the reader is full. */
export function measureNode(data: DataNode, reader: DataReader): DataNode {
  const sizeOf = (node: DataNode) => reader.sizes.get(node) as number;
  let size = 1;
  if (data.kind === 'map') {
    for (const { key, node } of data.entries) size += weight(key) + sizeOf(node);
    for (const merge of data.merges) size += sizeOf(merge);
  } else if (data.kind === 'list') for (const item of data.items) size += sizeOf(item);
  else size += weight(data.text);
  reader.sizes.set(data, size);
  if (size > dataLimits.nodes) reader.full = true;
  return data;
}

/** A long text counts as several nodes: repeated by aliases it takes as much memory. */
function weight(text: string): number {
  return Math.floor(text.length / 128);
}

/**
 * The entries that merge keys (<<) add to a map, whose own entries win: those of a map, or of a list of maps, of which the first
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
    // `<<: *defaults` where nothing stands under `defaults` yet: there is nothing to merge.
    if (source.kind === 'scalar' && source.value === null && source.alias !== undefined) continue;
    if (source.kind !== 'map') {
      addDataProblem(reader, 'A merge key (<<) can only bring in a map or a list of maps.', source.at);
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
