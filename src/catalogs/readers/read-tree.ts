import type { DataNode } from '../../parsers/data-tree.js';
import type { Position } from '../../text/index-lines.js';
import type { CatalogEntry } from '../catalog.js';

/** A text, or what stands where one belongs, of data read into a tree. */
export interface TreeText {
  readonly path: CatalogEntry['path'];
  readonly value: string;
  readonly isText: boolean;
  readonly keyAt: Position;
  readonly at: Position;
}

/** Everything in a tree that is neither map nor list, in order. */
export function* textsOf(
  node: DataNode,
  path: CatalogEntry['path'] = [],
  keyAt: Position = node.at,
): Generator<TreeText> {
  if (node.kind === 'map') {
    for (const { key, at, node: value } of node.entries) yield* textsOf(value, [...path, key], at);
  } else if (node.kind === 'list') {
    for (const [index, item] of node.items.entries()) yield* textsOf(item, [...path, index], item.at);
  } else {
    // `no` and `1_000` are a text in one reading of YAML and none in the other.
    const isText = typeof node.value === 'string' && node.older === node.value;
    yield { path, value: node.text, isText, keyAt, at: node.at };
  }
}
