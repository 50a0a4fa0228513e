import type { DataEntry, DataMap, DataNode } from '../../parsers/data-tree.js';
import type { EntryReading, FlagFileShape } from '../flag-change.js';
import { findScalar } from '../find-entry.js';

/** A flag by its key, with the place of the key and what the file says of it. */
export interface PlacedFlag {
  readonly key: string;
  readonly entry: Pick<DataEntry, 'at' | 'node'>;
}

/** What a file of one format holds. */
export interface FoundFlags {
  readonly flags: readonly PlacedFlag[];
  /** What is no flag, though flags may depend on it: a change in it is nobody's. */
  readonly otherEntries?: readonly DataEntry[];
  /** Items of a list of flags that have no key. */
  readonly keyless?: readonly DataNode[];
  /** The flags lie among settings that no flag depends on: these are the other entries. */
  readonly amongSettings?: true;
}

/** A format of flag files: what it is known by, where its flags are, and what one of them says. */
export interface FlagFormat {
  readonly shape: FlagFileShape;
  /** In words for a PM. */
  readonly kind: string;
  /** The flags of a file that has this format's signature, by its content and never by its name alone; else `undefined`. */
  readonly find: (root: DataNode) => FoundFlags | undefined;
  readonly read: (node: DataNode) => EntryReading;
}

/** Every entry of a map as a flag. */
export function flagsOfMap({ entries }: DataMap): readonly PlacedFlag[] {
  return entries.map((entry) => ({ key: entry.key, entry }));
}

/** The items of a list as flags, by the first of these names that an item has. */
export function flagsOfList(
  items: readonly DataNode[],
  ...names: readonly string[]
): Pick<FoundFlags, 'flags'> & { readonly keyless: readonly DataNode[] } {
  const named = items.map((node) => ({
    node,
    key: names.map((name) => findScalar(node, name)).find((key) => key !== undefined && key.text !== ''),
  }));
  return {
    flags: named.flatMap(({ node, key }) =>
      key === undefined ? [] : [{ key: key.text, entry: { at: key.at, node } }],
    ),
    keyless: named.flatMap(({ node, key }) => (key === undefined ? [node] : [])),
  };
}

/** A map that stands nowhere as such: what several places of a file say of one flag. */
export function gatherMap(at: DataNode['at'], parts: readonly (readonly [key: string, node: DataNode])[]): DataMap {
  return {
    kind: 'map',
    at,
    entries: parts.map(([key, node]) => ({ key, at: node.at, node, merged: false })),
    merges: [],
  };
}

/** The entries of a map without these. */
export function entriesBeside(root: DataNode, ...keys: readonly string[]): readonly DataEntry[] {
  return root.kind === 'map' ? root.entries.filter(({ key }) => !keys.includes(key)) : [];
}
