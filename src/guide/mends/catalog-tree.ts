import { parseTree, type Node } from 'jsonc-parser';
import type { TextEdit } from './mend.js';

export type CatalogPath = readonly (string | number)[];

/** A JSON text with the tree of its parts; `undefined` where it is no object. */
export interface CatalogTree {
  readonly text: string;
  readonly root: Node;
}

/** The text has to be one that `readCatalog` finds no problem in, which bounds its depth. */
export function treeOf(text: string): CatalogTree | undefined {
  const root = parseTree(text);
  return root?.type === 'object' ? { text, root } : undefined;
}

/** The part under a path of keys: the last of its name, as programs take it. */
export function findNode({ root }: CatalogTree, path: CatalogPath): Node | undefined {
  let node: Node | undefined = root;
  for (const step of path) {
    node =
      typeof step === 'number'
        ? node?.type === 'array'
          ? node.children?.[step]
          : undefined
        : node && propertiesOf(node).findLast((property) => keyOf(property) === step)?.children?.[1];
  }
  return node;
}

/** The key with its value, in an object. */
export function findProperty(tree: CatalogTree, path: CatalogPath): Node | undefined {
  const holder = findNode(tree, path.slice(0, -1));
  return holder && propertiesOf(holder).findLast((property) => keyOf(property) === path.at(-1));
}

export function propertiesOf(node: Node): readonly Node[] {
  return node.type === 'object' ? (node.children ?? []) : [];
}

export function keyOf(property: Node): string {
  return String(property.children?.[0]?.value);
}

/** As it is written. */
export function sourceOf({ text }: CatalogTree, { offset, length }: Node): string {
  return text.slice(offset, offset + length);
}

/**
 * Puts a property (`"key": value`, as written) into an object: behind the first of `after` that is there, else as the first one. It is
 * laid out as its neighbour is.
 */
export function insertProperty(tree: CatalogTree, holder: Node, written: string, after: readonly string[]): TextEdit {
  const { text } = tree;
  const properties = propertiesOf(holder);
  const names = new Set(properties.map(keyOf));
  const name = after.find((key) => names.has(key));
  const neighbour = properties.findLast((property) => keyOf(property) === name);
  if (neighbour !== undefined) {
    const end = neighbour.offset + neighbour.length;
    return { start: end, end, text: `,${blanksAfter(text, properties, neighbour)}${written}` };
  }
  const start = holder.offset + 1;
  const [first] = properties;
  if (first !== undefined) return { start, end: start, text: `${blanksBefore(text, first)}${written},` };
  const indent = /[^\S\n]*$/.exec(
    text.slice(text.lastIndexOf('\n', holder.offset) + 1, holder.offset).replace(/\S.*$/s, ''),
  );
  const own = indent?.[0] ?? '';
  return { start, end: holder.offset + holder.length - 1, text: `\n${own}${unitOf(text)}${written}\n${own}` };
}

/** Takes a property out, with one of the commas beside it and the blanks that belong to it. */
export function removeProperty({ text }: CatalogTree, holder: Node, property: Node): TextEdit {
  const properties = propertiesOf(holder);
  const index = properties.indexOf(property);
  const end = property.offset + property.length;
  const last = properties[index - 1];
  if (last !== undefined) return { start: last.offset + last.length, end, text: '' };
  const next = properties[index + 1];
  const start = property.offset;
  return next === undefined ? { start, end, text: '' } : { start, end: next.offset, text: text.slice(end, end) };
}

/** What stands between a property's comma and the next one. */
function blanksAfter(text: string, properties: readonly Node[], property: Node): string {
  const index = properties.indexOf(property);
  const beside = properties[index + 1] ?? property;
  const blanks = blanksBefore(text, beside);
  if (beside !== property || index > 0 || blanks.includes('\n')) return blanks;
  return text.includes('": ') ? ' ' : '';
}

function blanksBefore(text: string, { offset }: Node): string {
  const before = text.slice(Math.max(0, offset - 1000), offset);
  return /\s*$/.exec(before)?.[0] ?? '';
}

/** One level of indentation, as the first line that has one writes it. */
function unitOf(text: string): string {
  return /\n([ \t]+)/.exec(text.slice(0, 10_000))?.[1] ?? '  ';
}
