import type { Alike } from './alike.js';
import type { AskedNames, NameClass } from './asked-names.js';
import { noNumbers } from './index-state.js';
import { folderAt, type Folder, type FolderMemory, type WideNames } from './known-folders.js';
import { createNameFilter } from './name-filter.js';
import type { AskedIndex, NameRules } from './path-facts.js';
import { namesKnownTo } from './trie-names.js';
import type { TrieNode } from './trie-node.js';
import { startWalk, type FolderWalk } from './walk-folders.js';

/** What is remembered of paths: the walk to the last one, and folders, names and classes of names by what tells them apart. */
export interface Memory<T> extends FolderMemory<T> {
  readonly indexes: readonly AskedIndex[];
  readonly walk: FolderWalk<Folder<T>>;
  /** Of the names of files, by what is known of them everywhere. */
  readonly classesOf: Map<string, NameClass>;
  /** Of the names of files of which nothing is known but their ending, by that. */
  readonly endings: Map<string, NameClass>;
  readonly classes: Map<number, Alike<NameClass>>;
  /** The names of folders of which something is known everywhere. */
  readonly entriesOf: Map<string, WideEntry>;
  /** The names that nothing knows. */
  readonly ordinary: NameClass;
}

/** What is known of a folder's name wherever the folder is. */
export interface WideEntry {
  readonly folded: string;
  readonly hostile: string | undefined;
  readonly control: string | undefined;
  /** For each index, where the name leads from the wide positions. */
  readonly found: readonly (readonly TrieNode[] | undefined)[];
}

/** The filters for names that something knows in every folder. */
export function wideNames(indexes: readonly AskedIndex[], { files, folders }: NameRules): WideNames {
  const nodes = indexes.flatMap(({ paths }) => paths.wide);
  if (nodes.length === 0) return { files, folders };
  const ofFolders = createNameFilter(namesKnownTo(nodes), folders);
  const deciding = nodes.filter(({ topNamed }) => topNamed >= 0);
  const isSame = files === folders && deciding.length === nodes.length;
  return { files: isSame ? ofFolders : createNameFilter(namesKnownTo(deciding), files), folders: ofFolders };
}

/** A memory of nothing yet, that is at the root. */
export function createMemory<T>(indexes: readonly AskedIndex[], names: NameRules, wide: WideNames): Memory<T> {
  const parts = {
    indexes,
    names,
    wide,
    folders: new Map<number, Folder<T>>(),
    files: new Map<number, Alike<AskedNames>>(),
    entries: new Map<number, Alike<AskedNames>>(),
    classesOf: new Map<string, NameClass>(),
    endings: new Map<string, NameClass>(),
    classes: new Map<number, Alike<NameClass>>(),
    entriesOf: new Map<string, WideEntry>(),
    ordinary: { hostile: undefined, control: undefined, matching: indexes.map(() => noNumbers) },
    size: 0,
  };
  const states = indexes.map(({ paths }) => paths.root);
  return Object.assign(parts, { walk: startWalk(folderAt<T>(parts, states, undefined, undefined, undefined)) });
}

/** Long names count for several. */
export function sizeOf(name: string): number {
  return 1 + (name.length >>> 6);
}
