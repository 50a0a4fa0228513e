import type { DataEntry, DataMap, DataNode } from '../parsers/data-tree.js';
import type { FlagFileShape } from './flag-change.js';
import { findEntry, findMap, findScalar } from './plain-data.js';

/** A file's shape, the entries that are flags, what it has besides them, and what is neither. */
export interface FlagLayout {
  readonly shape: FlagFileShape;
  readonly flags: readonly { readonly key: string; readonly entry: Pick<DataEntry, 'at' | 'node'> }[];
  readonly otherEntries: readonly DataEntry[];
  /** Items of a list of flags that have no key. */
  readonly keyless: readonly DataNode[];
}

/** Keys of a plain map that describe the file or are shared by its flags; everything else there is a flag. */
const notAFlag =
  /^(?:[.$_]|x-)|^(?:version|schema|namespace|segments|defaults?|templates?|anchors|definitions|metadata)$/i;

/**
 * Recognises the shapes people have (flagd's, Flipt's and GO Feature Flag's documentation; a map by key; `flags:` as a map or a list
 * with `key`). `undefined` where the root is none of them.
 */
export function readFlagLayout(root: DataNode): FlagLayout | undefined {
  if (root.kind === 'list') return listLayout('flags-list', root.items, []);
  if (root.kind === 'scalar') return undefined;
  const flags = findEntry(root, 'flags');
  const rest = root.entries.filter((entry) => entry !== flags);
  if (flags?.node.kind === 'list') {
    const { items } = flags.node;
    return listLayout(isFlipt(root, items) ? 'flipt' : 'flags-list', items, rest);
  }
  if (flags?.node.kind === 'map') {
    return mapLayout(isFlagd(root, flags.node) ? 'flagd' : 'flags-map', flags.node.entries, rest);
  }
  const [own, others] = [
    root.entries.filter(({ key }) => !notAFlag.test(key)),
    root.entries.filter(({ key }) => notAFlag.test(key)),
  ];
  return mapLayout(own.some(({ node }) => isGoff(node)) ? 'go-feature-flag' : 'map', own, others);
}

function mapLayout(shape: FlagFileShape, entries: readonly DataEntry[], rest: readonly DataEntry[]): FlagLayout {
  return { shape, flags: entries.map((entry) => ({ key: entry.key, entry })), otherEntries: rest, keyless: [] };
}

function listLayout(
  shape: FlagFileShape,
  items: readonly DataNode[],
  rest: readonly DataEntry[],
): FlagLayout | undefined {
  const named = items.map((node) => ({ node, key: findScalar(node, 'key') ?? findScalar(node, 'name') }));
  const flags = named.flatMap(({ node, key }) =>
    key === undefined ? [] : [{ key: key.text, entry: { at: key.at, node } }],
  );
  if (flags.length === 0 && items.length > 0) return undefined;
  return {
    shape,
    flags,
    otherEntries: rest,
    keyless: named.flatMap(({ node, key }) => (key === undefined ? [node] : [])),
  };
}

function isFlipt(root: DataMap, items: readonly DataNode[]): boolean {
  return (
    root.entries.some(({ key }) => key === 'segments' || key === 'namespace') ||
    items.some(
      (item) =>
        findEntry(item, 'rollouts', 'rules') !== undefined || /_FLAG_TYPE$/.test(findScalar(item, 'type')?.text ?? ''),
    )
  );
}

function isFlagd(root: DataMap, flags: DataMap): boolean {
  return (
    findEntry(root, '$evaluators') !== undefined ||
    flags.entries.some(
      ({ node }) =>
        /^(?:EN|DIS)ABLED$/.test(findScalar(node, 'state')?.text ?? '') &&
        findEntry(node, 'variants', 'defaultVariant') !== undefined,
    )
  );
}

function isGoff(node: DataNode): boolean {
  return findMap(node, 'variations') !== undefined && findEntry(node, 'defaultRule', 'targeting') !== undefined;
}
