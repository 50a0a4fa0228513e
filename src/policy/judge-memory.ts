import { controlFile, controlFolder } from './control-files.js';
import { fold } from './fold.js';
import { hostileName } from './hostile-path.js';
import type { IndexState, PathIndex } from './path-index.js';
import type { Judgement } from './policy.js';
import { rememberFolders } from './remember-folders.js';

/** An index, and whether its patterns are for folded paths. */
export interface JudgedIndex {
  readonly paths: PathIndex;
  readonly folds: boolean;
}

/** What names and patterns say of a path: the reasons of rows 1 and 2, and for each index the patterns that match. */
export interface MatchedPath {
  readonly hostile: string | undefined;
  readonly control: string | undefined;
  readonly matching: readonly (readonly number[])[];
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
  readonly match: (path: string) => readonly (readonly number[])[];
  readonly matchFolder: (path: string) => FolderMatch;
}

/**
 * Remembers what folders and file names decide, so that a path costs two look-ups: folders that no rule tells apart are one
 * folder here, names that no rule tells apart are one class of names, and a judgement is found once for both.
 * Forgets everything when it has grown large, so memory is bounded.
 */
export function createJudgeMemory(
  indexes: readonly JudgedIndex[],
  decide: (facts: MatchedPath) => Judgement,
): JudgeMemory {
  let memory = emptyMemory(indexes);

  function judge(path: string): Judgement {
    if (memory.size > most) memory = emptyMemory(indexes);
    const slash = path.lastIndexOf('/');
    const folder = memory.folderOf(slash < 0 ? '' : path.slice(0, slash));
    const name = path.slice(slash + 1);
    const named = memory.names.get(name) ?? classify(memory, indexes, name);
    if (folder.plain)
      return folder.judgements.get(named.id) ?? remember(folder, named.id, factsOf(folder, named, undefined));
    const local = localMatches(indexes, folder, name);
    if (local === undefined)
      return folder.judgements.get(named.id) ?? remember(folder, named.id, factsOf(folder, named, undefined));
    const key = `${named.id} ${local.join(' ')}`;
    return folder.judgements.get(key) ?? remember(folder, key, factsOf(folder, named, local));
  }

  function remember(folder: Folder, key: number | string, facts: MatchedPath): Judgement {
    const judgement = decide(facts);
    folder.judgements.set(key, judgement);
    memory.size += 1;
    return judgement;
  }

  function factsOf(folder: Folder, named: NameClass, local: readonly (readonly number[])[] | undefined): MatchedPath {
    return {
      hostile: folder.hostile ?? named.hostile,
      control: folder.control ?? named.control,
      matching: indexes.map(({ paths }, place) => {
        const { files } = stateOf(folder, place);
        return paths.join(paths.join(files, named.floating[place] ?? none), local?.[place] ?? none);
      }),
    };
  }

  return {
    judge,
    match: (path) => {
      const slash = path.lastIndexOf('/');
      const folder = memory.folderOf(slash < 0 ? '' : path.slice(0, slash));
      const name = path.slice(slash + 1);
      return factsOf(folder, classify(memory, indexes, name), localMatches(indexes, folder, name)).matching;
    },
    matchFolder: (path) => {
      const folder = memory.folderOf(path);
      return {
        control: folder.control,
        below: (index) => stateOf(folder, index).below,
        somePending: (index, accepts) => indexes[index]?.paths.somePending(stateOf(folder, index), accepts) ?? false,
      };
    },
  };
}

/** The most folders, names and judgements that are remembered together. */
const most = 400_000;

const none: readonly number[] = [];

interface Folder {
  readonly states: readonly IndexState[];
  readonly hostile: string | undefined;
  readonly control: string | undefined;
  /** No pattern takes both this folder and a file's name. */
  readonly plain: boolean;
  /** By the class of the file's name, where a pattern takes both folder and name by both. */
  readonly judgements: Map<number | string, Judgement>;
  /** The folders in it that were asked for, by their names. */
  readonly folders: Map<string, Folder>;
}

/** File names that nothing tells apart, whatever folder they are in. */
interface NameClass {
  readonly id: number;
  readonly hostile: string | undefined;
  readonly control: string | undefined;
  readonly floating: readonly (readonly number[])[];
}

interface Memory {
  readonly folderOf: (path: string) => Folder;
  readonly names: Map<string, NameClass>;
  readonly classes: Map<string, NameClass>;
  size: number;
}

function emptyMemory(indexes: readonly JudgedIndex[]): Memory {
  const folders = new Map<string, Folder>();
  const folderAt = (states: readonly IndexState[], hostile?: string, control?: string): Folder => {
    const key = `${states.map(({ id }) => id).join()} ${hostile ?? ''} ${control ?? ''}`;
    const found = folders.get(key);
    if (found !== undefined) return found;
    const plain = states.every(({ named }) => named.length === 0);
    const folder: Folder = { states, hostile, control, plain, judgements: new Map(), folders: new Map() };
    folders.set(key, folder);
    return folder;
  };
  const enter = (above: Folder, name: string): Folder => {
    const folded = fold(name);
    return folderAt(
      indexes.map(({ paths, folds }, place) => paths.enter(stateOf(above, place), folds ? folded : name)),
      above.hostile ?? hostileName(name),
      above.control ?? controlFolder(folded),
    );
  };
  const memory: Memory = {
    folderOf: rememberFolders(folderAt(indexes.map(({ paths }) => paths.root)), (above, name) => {
      memory.size += 1;
      const found = above.folders.get(name) ?? enter(above, name);
      above.folders.set(name, found);
      return found;
    }),
    names: new Map(),
    classes: new Map(),
    size: 0,
  };
  return memory;
}

function classify(memory: Memory, indexes: readonly JudgedIndex[], name: string): NameClass {
  const folded = fold(name);
  const hostile = hostileName(name);
  const control = controlFile(folded);
  const floating = indexes.map(({ paths, folds }) => paths.floating(folds ? folded : name));
  const isPlain = hostile === undefined && control === undefined && floating.every((numbers) => numbers.length === 0);
  const key = isPlain ? '' : `${floating.join(' ')} ${hostile ?? ''} ${control ?? ''}`;
  const found = memory.classes.get(key) ?? { id: memory.classes.size, hostile, control, floating };
  memory.classes.set(key, found);
  memory.names.set(name, found);
  memory.size += 1;
  return found;
}

/** For each index the patterns that take both folder and name; `undefined` where there are none. */
function localMatches(
  indexes: readonly JudgedIndex[],
  folder: Folder,
  name: string,
): readonly (readonly number[])[] | undefined {
  const local = indexes.map(({ paths, folds }, place) => {
    const state = stateOf(folder, place);
    return state.named.length === 0 ? none : paths.local(state, folds ? fold(name) : name);
  });
  return local.some((matching) => matching.length > 0) ? local : undefined;
}

function stateOf(folder: Folder, index: number): IndexState {
  return folder.states[index] as IndexState;
}
