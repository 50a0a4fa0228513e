import { parseTree, type Node } from 'jsonc-parser';
import type { Catalog, CatalogEntry } from '../../../catalogs/catalog.js';
import type { TextEdit } from '../../../text/text-edit.js';

/** A catalog that can be read, as it was and as it is now. */
export interface CatalogSides {
  readonly path: string;
  /** `undefined` where it is new or could not be read. */
  readonly before: Catalog | undefined;
  readonly after: Catalog;
}

export type KeyPath = CatalogEntry['path'];

/** The text of a JSON object with the tree of its parts. */
export interface CatalogTree {
  readonly text: string;
  readonly root: Node;
}

/** The text has to be one that `readCatalog` finds no problem in: an object, each key of which has its value, of bounded depth. */
export function parseCatalogTree(text: string): CatalogTree {
  return { text, root: parseTree(text) as Node };
}

/**
 * The part under a path of keys: the last of its name, as programs take it. `undefined` where an earlier one of the same name is of
 * another kind.
 */
export function findNode({ root }: CatalogTree, path: KeyPath): Node | undefined {
  let node: Node | undefined = root;
  for (const step of path) node = node && partOf(node, step);
  return node;
}

function partOf(node: Node, step: string | number): Node | undefined {
  if (typeof step === 'number') return node.type === 'array' ? node.children?.[step] : undefined;
  const property = listProperties(node).findLast((each) => propertyKey(each) === step);
  return property && keyAndValue(property)[1];
}

/** The key with its value, in an object. */
export function findProperty(tree: CatalogTree, path: KeyPath): Node | undefined {
  const holder = findNode(tree, path.slice(0, -1));
  return holder && listProperties(holder).findLast((property) => propertyKey(property) === path.at(-1));
}

/** Of an object; what is none has no properties. */
export function listProperties({ children }: Node): readonly Node[] {
  return (children ?? []).filter(({ type }) => type === 'property');
}

export function propertyKey(property: Node): string {
  return String(keyAndValue(property)[0].value);
}

/** Its key and its value. */
export function keyAndValue({ children }: Node): readonly [Node, Node] {
  return children as [Node, Node];
}

/** As it is written. */
export function sourceText({ text }: CatalogTree, { offset, length }: Node): string {
  return text.slice(offset, offset + length);
}

/**
 * Puts a property (`"key": value`, as written) into an object: behind the first of `after` that is there, else as the first one. It is
 * laid out as its neighbour is.
 */
export function insertProperty(tree: CatalogTree, holder: Node, written: string, after: readonly string[]): TextEdit {
  const { text } = tree;
  const properties = listProperties(holder);
  const names = new Set(properties.map(propertyKey));
  const name = after.find((key) => names.has(key));
  const neighbour = properties.findLast((property) => propertyKey(property) === name);
  if (neighbour !== undefined) {
    const end = neighbour.offset + neighbour.length;
    return { start: end, end, text: `,${blanksAfter(text, properties, neighbour)}${written}` };
  }
  const start = holder.offset + 1;
  const [first] = properties;
  if (first !== undefined) return { start, end: start, text: `${blanksBefore(text, first)}${written},` };
  const line = text.slice(text.lastIndexOf('\n', holder.offset) + 1, holder.offset);
  const own = line.slice(0, line.length - line.trimStart().length);
  return { start, end: holder.offset + holder.length - 1, text: `\n${own}${unitOf(text)}${written}\n${own}` };
}

/** Takes one of several properties out, with one of the commas beside it and the blanks that belong to it. */
export function removeProperty(holder: Node, property: Node): TextEdit {
  const properties = listProperties(holder);
  const last = properties[properties.indexOf(property) - 1];
  if (last !== undefined) {
    return { start: last.offset + last.length, end: property.offset + property.length, text: '' };
  }
  const [, next] = properties as [Node, Node];
  return { start: property.offset, end: next.offset, text: '' };
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
  return before.slice(before.trimEnd().length);
}

/** One level of indentation, as the first line that has one writes it. */
function unitOf(text: string): string {
  return /\n([ \t]+)/.exec(text.slice(0, 10_000))?.[1] ?? '  ';
}
