import { findAlike, hashOf, isSame, type Alike } from './alike.js';
import { createNameFilter, type NameFilter } from './name-filter.js';
import type { AskedIndex, NameRules } from './path-facts.js';
import type { IndexState, NameSet } from './path-index.js';
import { namesKnownTo } from './segment-trie.js';
import { startWalk, type FolderWalk } from './walk-folders.js';

/** What is remembered of paths: the walk to the last one, and folders, names and classes of names by what tells them apart. */
export interface Memory<T> {
  readonly indexes: readonly AskedIndex[];
  readonly names: NameRules;
  readonly walk: FolderWalk<Folder<T>>;
  readonly folders: Map<number, Alike<Folder<T>>>;
  readonly files: Map<number, Alike<AskedNames>>;
  readonly entries: Map<number, Alike<AskedNames>>;
  readonly classes: Map<number, Alike<NameClass>>;
  /** The names that nothing knows. */
  readonly ordinary: NameClass;
  size: number;
}

/** Folders that no rule tells apart, with the answers that were found in them. */
export interface Folder<T> {
  readonly states: readonly IndexState[];
  readonly hostile: string | undefined;
  readonly control: string | undefined;
  /** Every file right in the folder has the same answer. */
  readonly fixed: boolean;
  readonly files: AskedNames;
  readonly entries: AskedNames;
  /** The indexes with patterns that know whole names in just this folder: of files, of folders. */
  readonly literalFiles: readonly number[];
  readonly literalFolders: readonly number[];
  /** Of the files whose names nothing knows. */
  ordinary: T | undefined;
  /** Of the first class of names that something knows, which in many folders is the only one; and of the others. */
  named: NameClass | undefined;
  answer: T | undefined;
  answers: Map<NameClass, T> | undefined;
  literalAnswers: Map<string, T> | undefined;
  /** The folders in it whose names something knows, and the one for all other names. */
  folders: Map<string, Folder<T>> | undefined;
  otherwise: Folder<T> | undefined;
}

/** Names of files, or of folders, in folders where the same patterns look at them. */
export interface AskedNames {
  readonly sets: readonly NameSet[];
  /** Made when so many names were asked for that it pays. */
  filter: NameFilter | undefined;
  asked: number;
  /** Of files alone. */
  readonly classes: Map<string, NameClass>;
}

/** File names that nothing tells apart. */
export interface NameClass {
  readonly hostile: string | undefined;
  readonly control: string | undefined;
  readonly matching: readonly (readonly number[])[];
}

/** A memory of nothing yet, that is at the root. */
export function createMemory<T>(indexes: readonly AskedIndex[], names: NameRules): Memory<T> {
  const parts = {
    indexes,
    names,
    folders: new Map<number, Alike<Folder<T>>>(),
    files: new Map<number, Alike<AskedNames>>(),
    entries: new Map<number, Alike<AskedNames>>(),
    classes: new Map<number, Alike<NameClass>>(),
    ordinary: { hostile: undefined, control: undefined, matching: indexes.map(() => none) },
    size: 0,
  };
  const states = indexes.map(({ paths }) => paths.root);
  return Object.assign(parts, { walk: startWalk(folderAt<T>(parts, states, undefined, undefined)) });
}

type Parts<T> = Omit<Memory<T>, 'walk'> & { size: number };

/** The folder of these positions, whose name and those above it say these reasons: the known one where there is one. */
export function folderAt<T>(
  memory: Parts<T>,
  states: readonly IndexState[],
  hostile: string | undefined,
  control: string | undefined,
): Folder<T> {
  const hash = hashOf(states);
  const alike = memory.folders.get(hash);
  const found = findAlike(
    alike,
    (each) => each.hostile === hostile && each.control === control && isSame(each.states, states),
  );
  if (found !== undefined) return found;
  const folder: Folder<T> = {
    states,
    hostile,
    control,
    fixed: memory.names.files.hashes.length === 0 && states.every((state) => state.fixed),
    files: askedNames(
      memory.files,
      states.map(({ names }) => names),
      memory.names.files,
    ),
    entries: askedNames(
      memory.entries,
      states.map(({ folderNames }) => folderNames),
      memory.names.folders,
    ),
    literalFiles: placesOf(states, ({ literals }) => literals.length > 0),
    literalFolders: placesOf(states, ({ folderLiterals }) => folderLiterals.length > 0),
    ordinary: undefined,
    named: undefined,
    answer: undefined,
    answers: undefined,
    literalAnswers: undefined,
    folders: undefined,
    otherwise: undefined,
  };
  memory.folders.set(hash, { value: folder, next: alike });
  memory.size += 1;
  return folder;
}

/** The names that are asked for where these positions look at them. */
function askedNames(known: Map<number, Alike<AskedNames>>, sets: readonly NameSet[], base: NameFilter): AskedNames {
  const hash = hashOf(sets);
  const alike = known.get(hash);
  const found = findAlike(alike, (each) => isSame(each.sets, sets));
  if (found !== undefined) return found;
  const filter = sets.every(({ nodes }) => nodes.length === 0) ? base : undefined;
  const names: AskedNames = { sets, filter, asked: 0, classes: new Map() };
  known.set(hash, { value: names, next: alike });
  return names;
}

function placesOf(states: readonly IndexState[], holds: (state: IndexState) => boolean): readonly number[] {
  return states.some(holds) ? states.flatMap((state, place) => (holds(state) ? [place] : [])) : nowhere;
}

const nowhere: readonly number[] = [];

/** A filter pays when about as many names were asked for as it takes in. */
export function countAsked<T>(memory: Memory<T>, asked: AskedNames, base: NameFilter): void {
  asked.asked += 1;
  if (asked.filter !== undefined || asked.asked < fewNames) return;
  let known = 0;
  for (const { nodes } of asked.sets) for (const { literals } of nodes) known += literals?.size ?? 0;
  if (asked.asked < known >>> 2) return;
  asked.filter = createNameFilter(
    asked.sets.flatMap(({ nodes }) => namesKnownTo(nodes)),
    base,
  );
  memory.size += asked.filter.marks.length >>> 6;
}

const fewNames = 16;

/** Long names count for several. */
export function sizeOf(name: string): number {
  return 1 + (name.length >>> 6);
}

/** No pattern matches. */
export const none: readonly number[] = [];
