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
    const named = folder.names.get(name) ?? classify(memory, indexes, folder, name);
    const literal = folder.plain ? undefined : literalMatches(indexes, folder, name);
    const key = literal === undefined ? named.id : `${named.id} ${literal.join(' ')}`;
    const found = folder.judgements.get(key);
    if (found !== undefined) return found;
    const judgement = decide(factsOf(folder, named, literal));
    folder.judgements.set(key, judgement);
    memory.size += 1;
    return judgement;
  }

  function factsOf(folder: Folder, named: NameClass, literal: Matching | undefined): MatchedPath {
    return {
      hostile: folder.hostile ?? named.hostile,
      control: folder.control ?? named.control,
      matching: indexes.map(({ paths }, place) => {
        const { files } = stateOf(folder, place);
        return paths.join(paths.join(files, named.matching[place] as readonly number[]), literal?.[place] ?? none);
      }),
    };
  }

  return {
    judge,
    match: (path) => {
      const slash = path.lastIndexOf('/');
      const folder = memory.folderOf(slash < 0 ? '' : path.slice(0, slash));
      const name = path.slice(slash + 1);
      return factsOf(folder, classify(memory, indexes, folder, name), literalMatches(indexes, folder, name)).matching;
    },
    matchFolder: (path) => {
      const folder = memory.folderOf(path);
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
  /** The classes of file names, shared by the folders in which the same patterns look at names. */
  readonly names: Map<string, NameClass>;
  /** By the class of the file's name, where a pattern knows the whole name by both. */
  readonly judgements: Map<number | string, Judgement>;
  /** The folders in it that were asked for, by their names. */
  readonly folders: Map<string, Folder>;
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
  readonly folderOf: (path: string) => Folder;
  readonly facts: Map<string, NameFacts>;
  readonly classes: Map<string, NameClass>;
  size: number;
}

function emptyMemory(indexes: readonly JudgedIndex[]): Memory {
  const folders = new Map<string, Folder>();
  const sets = new Map<string, Map<string, NameClass>>();
  const folderAt = (states: readonly IndexState[], hostile?: string, control?: string): Folder => {
    const key = `${states.map(({ id }) => id).join()} ${hostile ?? ''} ${control ?? ''}`;
    const found = folders.get(key);
    if (found !== undefined) return found;
    const plain = states.every(({ literals }) => literals.length === 0);
    const setKey = states.map(({ names }) => names.id).join();
    const names = sets.get(setKey) ?? new Map<string, NameClass>();
    sets.set(setKey, names);
    const folder = { states, hostile, control, plain, names, judgements: new Map(), folders: new Map() };
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
  const root = folderAt(indexes.map(({ paths }) => paths.root));
  const memory: Memory = {
    folderOf: rememberFolders(root, (above, name) => {
      memory.size += 1;
      const found = above.folders.get(name) ?? enter(above, name);
      above.folders.set(name, found);
      return found;
    }),
    facts: new Map(),
    classes: new Map(),
    size: 0,
  };
  return memory;
}

function classify(memory: Memory, indexes: readonly JudgedIndex[], folder: Folder, name: string): NameClass {
  const facts = memory.facts.get(name) ?? factsOfName(name);
  const { folded, hostile, control } = facts;
  const matching = indexes.map(({ paths, folds }, place) =>
    paths.byName(stateOf(folder, place).names, folds ? folded : name),
  );
  const isPlain = hostile === undefined && control === undefined && matching.every((numbers) => numbers.length === 0);
  const key = isPlain ? '' : `${matching.join(' ')} ${hostile ?? ''} ${control ?? ''}`;
  const found = memory.classes.get(key) ?? { id: memory.classes.size, hostile, control, matching };
  memory.classes.set(key, found);
  memory.facts.set(name, facts);
  folder.names.set(name, found);
  memory.size += 1;
  return found;
}

function factsOfName(name: string): NameFacts {
  const folded = fold(name);
  return { folded, hostile: hostileName(name), control: controlFile(folded) };
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
