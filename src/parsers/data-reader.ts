import { dataLimits, type DataNode, type DataPosition, type DataTrouble } from './data-tree.js';

/** State while a text is read into a tree. */
export interface Reader {
  readonly place: (offset: number) => DataPosition;
  readonly trouble: DataTrouble[];
  /** What each anchor stands for so far; `undefined` while inside it. */
  readonly anchors: Map<string, DataNode | undefined>;
  /** Number of nodes in each subtree, with aliases followed. */
  readonly sizes: Map<DataNode, number>;
  /** Entries merged so far. */
  brought: number;
  /** The limit on nodes is exceeded: nothing more is built. */
  full: boolean;
}

/** A fresh reader; `place` converts an offset of the text to a line and a column. */
export function newReader(place: Reader['place']): Reader {
  return { place, trouble: [], anchors: new Map(), sizes: new Map(), brought: 0, full: false };
}

/** Adds a problem that is not fatal; only the first 50 are kept. */
export function complain(reader: Reader, message: string, at: DataPosition): void {
  if (reader.trouble.length < maxTrouble) reader.trouble.push({ message, at, fatal: false });
}

const maxTrouble = 50;

/** The node of a missing value. */
export function absent(at: DataPosition): DataNode {
  return { kind: 'scalar', at, text: '', value: null, older: null };
}

/** Records the size of a node, whose children must have been measured before, and returns it; past the limit the reader is full. */
export function measured(data: DataNode, reader: Reader): DataNode {
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
