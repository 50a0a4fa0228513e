import { dataLimits, type DataNode, type DataPosition, type DataTrouble } from './data-tree.js';

/** What is known while a text is read into a tree. */
export interface Reader {
  readonly place: (offset: number) => DataPosition;
  readonly trouble: DataTrouble[];
  /** What each anchor stands for so far; `undefined` while inside it. */
  readonly anchors: Map<string, DataNode | undefined>;
  /** Nodes below each node, itself included, with aliases followed. */
  readonly sizes: Map<DataNode, number>;
  /** Entries that merge keys brought so far. */
  brought: number;
  /** The limit on nodes is passed: nothing more is built. */
  full: boolean;
}

/** A reader that has read nothing yet; `place` turns an offset of the text into a line and a column. */
export function newReader(place: Reader['place']): Reader {
  return { place, trouble: [], anchors: new Map(), sizes: new Map(), brought: 0, full: false };
}

/** Adds a complaint, which is not fatal; what comes after the first 50 is left out. */
export function complain(reader: Reader, message: string, at: DataPosition): void {
  if (reader.trouble.length < maxTrouble) reader.trouble.push({ message, at, fatal: false });
}

const maxTrouble = 50;

/** What stands where nothing is written. */
export function absent(at: DataPosition): DataNode {
  return { kind: 'scalar', at, text: '', value: null, older: null };
}

/** Gives the node back, counted with all below it, which must have been counted before; the reader is full past the limit. */
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

/** A long text that aliases repeat takes as much memory as many short ones. */
function weight(text: string): number {
  return Math.floor(text.length / 128);
}
