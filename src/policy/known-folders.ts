import { added } from './added.js';
import { isSame, mix, type Alike } from './alike.js';
import { askedNames, type AskedNames, type NameClass } from './asked-names.js';
import type { IndexState, NameSet } from './index-state.js';
import type { NameRules } from './path-facts.js';
import type { NameFilter } from './name-filter.js';

/** The folders that are known, and the sets of names that are asked for in them. */
export interface FolderMemory<T> {
  readonly names: NameRules;
  readonly wide: WideNames;
  /** By a hash of their states. */
  readonly folders: Map<number, Folder<T>>;
  readonly files: Map<number, Alike<AskedNames>>;
  readonly entries: Map<number, Alike<AskedNames>>;
  /** How much is remembered. */
  size: number;
}

/** What is known of names in every folder: passes over those of which nothing is. */
export interface WideNames {
  readonly files: NameFilter;
  readonly folders: NameFilter;
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
  /** Of the first file that a pattern knows whole in just this folder, and of the others. */
  literal: string | undefined;
  literalAnswer: T | undefined;
  literalAnswers: Map<string, T> | undefined;
  /** The folders in it whose names something knows, and the one for all other names. */
  folders: Map<string, Folder<T>> | undefined;
  otherwise: Folder<T> | undefined;
  /** Another with the same hash. */
  readonly alike: Folder<T> | undefined;
}

/** The folder of these positions, whose name and those above it say these reasons: the known one where there is one. */
export function folderAt<T>(
  memory: FolderMemory<T>,
  states: readonly IndexState[],
  hostile: string | undefined,
  control: string | undefined,
  above: Folder<T> | undefined,
): Folder<T> {
  let hash = states.length;
  for (const { id } of states) hash = mix(hash, id);
  const alike = memory.folders.get(hash);
  for (let each = alike; each !== undefined; each = each.alike)
    if (each.hostile === hostile && each.control === control && isSame(each.states, states)) return each;
  const folder = describeFolder(memory, states, hostile, control, above, alike);
  memory.folders.set(hash, folder);
  return folder;
}

/** A folder of its own, for a path that leads to it alone: no other can be it. */
export function describeFolder<T>(
  memory: FolderMemory<T>,
  states: readonly IndexState[],
  hostile: string | undefined,
  control: string | undefined,
  above: Folder<T> | undefined,
  alike: Folder<T> | undefined,
): Folder<T> {
  memory.size += 1;
  let fixed = memory.names.files.count === 0;
  let literalFiles: number[] | undefined;
  let literalFolders: number[] | undefined;
  let sameFiles = above !== undefined;
  let sameEntries = above !== undefined;
  for (let place = 0; place < states.length; place += 1) {
    const state = states[place] as IndexState;
    fixed &&= state.fixed;
    if (state.literals.length > 0) literalFiles = added(literalFiles, place);
    if (state.folderLiterals.length > 0) literalFolders = added(literalFolders, place);
    sameFiles &&= state.names === above?.files.sets[place];
    sameEntries &&= state.folderNames === above?.entries.sets[place];
  }
  return {
    states,
    hostile,
    control,
    fixed,
    files: sameFiles && above !== undefined ? above.files : askedNames(memory.files, states.map(filesOf)),
    entries: sameEntries && above !== undefined ? above.entries : askedNames(memory.entries, states.map(entriesOf)),
    literalFiles: literalFiles ?? nowhere,
    literalFolders: literalFolders ?? nowhere,
    ordinary: undefined,
    named: undefined,
    answer: undefined,
    answers: undefined,
    literal: undefined,
    literalAnswer: undefined,
    literalAnswers: undefined,
    folders: undefined,
    otherwise: undefined,
    alike,
  };
}

const nowhere: readonly number[] = [];

function filesOf({ names }: IndexState): NameSet {
  return names;
}

function entriesOf({ folderNames }: IndexState): NameSet {
  return folderNames;
}
