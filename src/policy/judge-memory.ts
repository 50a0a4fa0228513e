import { controlFile, controlFolder, knownFiles, knownFolders } from './control-files.js';
import { fold } from './fold.js';
import { hostileName, knownDevices } from './hostile-path.js';
import { createNameFilter, mayBeKnown, type NameFilter } from './name-filter.js';
import type { IndexState, PathIndex } from './path-index.js';
import type { Judgement } from './policy.js';
import { rememberFolders } from './remember-folders.js';
import { knowsWhole, namesKnownTo } from './segment-trie.js';

/** An index, and whether its patterns are for folded paths. */
export interface JudgedIndex {
  readonly paths: PathIndex;
  readonly folds: boolean;
}

/** What names and patterns say of a path: the reasons of rows 1 and 2, and for each index the patterns that match. */
export interface MatchedPath {
  readonly hostile: string | undefined;
  readonly control: string | undefined;
  readonly matching: Matching;
}

/** What is the same for every path below a folder. */
export interface FolderMatch {
  readonly control: string | undefined;
  /** The patterns of one index that match everything below. */
  readonly below: (index: number) => readonly number[];
  readonly somePending: (index: number, accepts: (number: number) => boolean) => boolean;
}

export interface JudgeMemory {
  readonly judge: (path: string) => Judgement;
  readonly match: (path: string) => Matching;
  readonly matchFolder: (path: string) => FolderMatch;
}

/**
 * Remembers what folders and file names decide, so that a path costs two look-ups: folders that no rule tells apart are one
 * folder here, names that nothing knows are passed over, other names that no rule tells apart are one class of names, and a
 * judgement is found once for both. Forgets everything when it has grown large, so memory is bounded.
 */
export function createJudgeMemory(
  indexes: readonly JudgedIndex[],
  decide: (facts: MatchedPath) => Judgement,
): JudgeMemory {
  let memory = emptyMemory(indexes);

  function judge(path: string): Judgement {
    if (memory.size > most) memory = emptyMemory(indexes);
    const slash = path.lastIndexOf('/');
    const folder = memory.folderOf(path, Math.max(slash, 0));
    if (!folder.plain && knowsLiteral(indexes, folder, path.slice(slash + 1))) return judgeNamed(folder, path, slash);
    if (mayBeKnown(folder.files.filter, path, slash + 1, path.length)) return judgeNamed(folder, path, slash);
    folder.ordinary ??= decide(factsOf(folder, memory.ordinary, undefined));
    return folder.ordinary;
  }

  function judgeNamed(folder: Folder, path: string, slash: number): Judgement {
    const name = path.slice(slash + 1);
    const named = folder.files.classes.get(name) ?? classify(memory, indexes, folder, name);
    return judgeAs(folder, named, folder.plain ? undefined : literalMatches(indexes, folder, name));
  }

  function judgeAs(folder: Folder, named: NameClass, literal: Matching | undefined): Judgement {
    const key = literal === undefined ? named.id : `${named.id} ${literal.join(' ')}`;
    const judgements = (folder.judgements ??= new Map<number | string, Judgement>());
    const found = judgements.get(key);
    if (found !== undefined) return found;
    const judgement = decide(factsOf(folder, named, literal));
    judgements.set(key, judgement);
    memory.size += 1;
    return judgement;
  }

  function factsOf(folder: Folder, named: NameClass, literal: Matching | undefined): MatchedPath {
    return {
      hostile: folder.hostile ?? named.hostile,
      control: folder.control ?? named.control,
      matching: indexes.map(({ paths }, place) => {
        const { files } = stateOf(folder, place);
        if (named === memory.ordinary && literal === undefined) return files;
        return paths.join(paths.join(files, named.matching[place] as readonly number[]), literal?.[place] ?? none);
      }),
    };
  }

  return {
    judge,
    match: (path) => {
      const slash = path.lastIndexOf('/');
      const folder = memory.folderOf(path, Math.max(slash, 0));
      const name = path.slice(slash + 1);
      return factsOf(folder, classify(memory, indexes, folder, name), literalMatches(indexes, folder, name)).matching;
    },
    matchFolder: (path) => {
      const folder = memory.folderOf(path, path.length);
      return {
        control: folder.control,
        below: (index) => stateOf(folder, index).below,
        somePending: (index, accepts) =>
          (indexes[index] as JudgedIndex).paths.somePending(stateOf(folder, index), accepts),
      };
    },
  };
}

/** The most folders, names and judgements that are remembered together. */
const most = 200_000;

const none: readonly number[] = [];

/** For each index the patterns that match. */
type Matching = readonly (readonly number[])[];

interface Folder {
  readonly states: readonly IndexState[];
  readonly hostile: string | undefined;
  readonly control: string | undefined;
  /** No pattern knows a whole name in just this folder. */
  readonly plain: boolean;
  readonly files: FileNames;
  /** Passes over the names of folders that nothing knows, but for those that patterns know as a whole. */
  readonly entries: NameFilter;
  readonly plainEntries: boolean;
  /** By the class of the file's name, where a pattern knows the whole name by both. */
  judgements: Map<number | string, Judgement> | undefined;
  /** Of the files whose names nothing knows. */
  ordinary: Judgement | undefined;
  /** The folders in it that were asked for, by their names, and the one for all names that nothing knows. */
  folders: Map<string, Folder> | undefined;
  otherwise: Folder | undefined;
}

/** File names in folders where the same patterns look at names. */
interface FileNames {
  readonly filter: NameFilter;
  readonly classes: Map<string, NameClass>;
}

/** File names that nothing tells apart. */
interface NameClass {
  readonly id: number;
  readonly hostile: string | undefined;
  readonly control: string | undefined;
  readonly matching: Matching;
}

/** What a name says whatever folder it is in. */
interface NameFacts {
  readonly folded: string;
  readonly hostile: string | undefined;
  readonly control: string | undefined;
}

interface Memory {
  readonly folderOf: (path: string, length: number) => Folder;
  readonly facts: Map<string, NameFacts>;
  readonly classes: Map<string, NameClass>;
  /** The names that nothing knows. */
  readonly ordinary: NameClass;
  size: number;
}

function emptyMemory(indexes: readonly JudgedIndex[]): Memory {
  const folders = new Map<string, Folder>();
  const files = new Map<string, FileNames>();
  const entries = new Map<string, NameFilter>();
  const folderAt = (states: readonly IndexState[], hostile?: string, control?: string): Folder => {
    let key = `${hostile ?? ''} ${control ?? ''}`;
    for (const { id } of states) key += ` ${id}`;
    const found = folders.get(key);
    if (found !== undefined) return found;
    const folder: Folder = {
      states,
      hostile,
      control,
      plain: states.every(({ literals }) => literals.length === 0),
      files: filesOf(states),
      entries: entriesOf(states),
      plainEntries: states.every(({ folderLiterals }) => folderLiterals.length === 0),
      judgements: undefined,
      ordinary: undefined,
      folders: undefined,
      otherwise: undefined,
    };
    folders.set(key, folder);
    memory.size += 1;
    return folder;
  };
  const filesOf = (states: readonly IndexState[]): FileNames => {
    let key = '';
    for (const { names } of states) key += ` ${names.id}`;
    const found = files.get(key);
    if (found !== undefined) return found;
    const known = states.flatMap(({ names }) => namesKnownTo(names.nodes));
    const made = { filter: createNameFilter([knownFiles, knownDevices, ...known]), classes: new Map() };
    memory.size += made.filter.marks.length >>> 6;
    files.set(key, made);
    return made;
  };
  const entriesOf = (states: readonly IndexState[]): NameFilter => {
    let key = '';
    for (const { folderNames } of states) key += ` ${folderNames.id}`;
    const found = entries.get(key);
    if (found !== undefined) return found;
    const known = states.flatMap(({ folderNames }) => namesKnownTo(folderNames.nodes));
    const filter = createNameFilter([knownFolders, knownDevices, ...known]);
    memory.size += filter.marks.length >>> 6;
    entries.set(key, filter);
    return filter;
  };
  const enter = (above: Folder, name: string): Folder => {
    memory.size += 1;
    if (
      (above.plainEntries || !entersLiteral(indexes, above, name)) &&
      !mayBeKnown(above.entries, name, 0, name.length)
    ) {
      above.otherwise ??= folderAt(
        indexes.map(({ paths }, place) => paths.enterUnknown(stateOf(above, place))),
        above.hostile,
        above.control,
      );
      return above.otherwise;
    }
    const known = (above.folders ??= new Map<string, Folder>());
    const found = known.get(name) ?? enterKnown(above, name);
    known.set(name, found);
    return found;
  };
  const enterKnown = (above: Folder, name: string): Folder => {
    const folded = fold(name);
    return folderAt(
      indexes.map(({ paths, folds }, place) => paths.enter(stateOf(above, place), folds ? folded : name)),
      above.hostile ?? hostileName(name),
      above.control ?? controlFolder(folded),
    );
  };
  const memory = {
    facts: new Map<string, NameFacts>(),
    classes: new Map<string, NameClass>(),
    ordinary: { id: -1, hostile: undefined, control: undefined, matching: indexes.map(() => none) },
    size: 0,
  };
  const root = folderAt(indexes.map(({ paths }) => paths.root));
  return Object.assign(memory, { folderOf: rememberFolders(root, enter) });
}

function classify(memory: Memory, indexes: readonly JudgedIndex[], folder: Folder, name: string): NameClass {
  const facts = memory.facts.get(name) ?? factsOfName(name);
  const { folded, hostile, control } = facts;
  const matching = indexes.map(({ paths, folds }, place) =>
    paths.byName(stateOf(folder, place).names, folds ? folded : name),
  );
  const key = `${matching.join(' ')} ${hostile ?? ''} ${control ?? ''}`;
  const found = memory.classes.get(key) ?? { id: memory.classes.size, hostile, control, matching };
  memory.classes.set(key, found);
  memory.facts.set(name, facts);
  folder.files.classes.set(name, found);
  memory.size += 1;
  return found;
}

function factsOfName(name: string): NameFacts {
  const folded = fold(name);
  return { folded, hostile: hostileName(name), control: controlFile(folded) };
}

/** Whether a pattern knows the whole name in just this folder. */
function knowsLiteral(indexes: readonly JudgedIndex[], { states }: Folder, name: string): boolean {
  for (let place = 0; place < indexes.length; place += 1) {
    const { literals } = states[place] as IndexState;
    if (literals.length > 0 && knowsWhole(literals, indexes[place]?.folds === true ? fold(name) : name)) return true;
  }
  return false;
}

/** Whether a pattern knows the whole name of a folder in just this one. */
function entersLiteral(indexes: readonly JudgedIndex[], { states }: Folder, name: string): boolean {
  for (let place = 0; place < indexes.length; place += 1) {
    const { folderLiterals } = states[place] as IndexState;
    if (folderLiterals.length > 0 && knowsWhole(folderLiterals, indexes[place]?.folds === true ? fold(name) : name))
      return true;
  }
  return false;
}

/** For each index the patterns that know the whole name in just this folder; `undefined` where there are none. */
function literalMatches(indexes: readonly JudgedIndex[], folder: Folder, name: string): Matching | undefined {
  const matching = indexes.map(({ paths, folds }, place) => {
    const state = stateOf(folder, place);
    return state.literals.length === 0 ? none : paths.byLiteral(state, folds ? fold(name) : name);
  });
  return matching.some((numbers) => numbers.length > 0) ? matching : undefined;
}

function stateOf(folder: Folder, index: number): IndexState {
  return folder.states[index] as IndexState;
}
