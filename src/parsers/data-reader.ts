import { dataLimits, type DataNode, type DataPosition, type DataProblem } from './data-tree.js';

/** State while a text is read into a tree. */
export interface DataReader {
  readonly positionOf: (offset: number) => DataPosition;
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
export function addDataProblem(reader: DataReader, message: string, at: DataPosition): void {
  if (reader.problems.length < maxTrouble) reader.problems.push({ message, at, fatal: false });
}

const maxTrouble = 50;

/** The node of a missing value. */
export function createAbsentNode(at: DataPosition): DataNode {
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
