import { fold } from './fold.js';
import { createNameFilter, mayBeKnown, startOfUnknown, type NameFilter } from './name-filter.js';
import type { IndexState, NameSet, PathIndex } from './path-index.js';
import { knowsWhole, namesKnownTo } from './segment-trie.js';
import { isThere, startWalk, walkTo, type FolderWalk } from './walk-folders.js';

/** An index, and whether its patterns are for folded paths. */
export interface AskedIndex {
  readonly paths: PathIndex;
  readonly folds: boolean;
}

/** What names and patterns say of a path: the reasons that its names give, and for each index the patterns that match. */
export interface PathFacts {
  readonly hostile: string | undefined;
  readonly control: string | undefined;
  readonly matching: readonly (readonly number[])[];
}

/** What a name says by itself, in whatever folder it is. */
export interface NameFacts {
  readonly hostile: string | undefined;
  readonly control: string | undefined;
}

/** How names are read. The filters know every name that something is to be said of. */
export interface NameRules {
  readonly files: NameFilter;
  readonly folders: NameFilter;
  readonly ofFile: (name: string, folded: string) => NameFacts;
  readonly ofFolder: (name: string, folded: string) => NameFacts;
}

/**
 * Gives each path its answer, found once for all paths that are decided alike in a folder: folders that no rule tells apart are one
 * folder here, names that nothing knows are passed over by a walk over their characters, and other names that no rule tells apart
 * are one class of names. Forgets everything when it has grown large, so memory is bounded.
 */
export function rememberPaths<T extends object>(
  indexes: readonly AskedIndex[],
  names: NameRules,
  decide: (facts: PathFacts) => T,
): (path: string) => T {
  let memory = createMemory<T>(indexes, names);
  const enter = (above: Folder<T>, path: string, from: number, to: number): Folder<T> =>
    enterFolder(memory, above, path, from, to);

  function answer(path: string): T {
    if (memory.size > most) memory = createMemory(indexes, names);
    const { walk } = memory;
    let folder = walk.value;
    let start = startOfName(folder, path);
    const slash = start < 0 ? path.lastIndexOf('/') : start - 1;
    const length = slash < 0 ? 0 : slash;
    if (!isThere(walk, path, length)) {
      const { files, fixed } = folder;
      folder = walkTo(walk, path, length, enter);
      if (folder.files !== files || folder.fixed !== fixed) start = startOfName(folder, path);
    }
    if (start < 0 || (folder.literalFiles.length > 0 && knowsLiteral(memory, folder, path.slice(start))))
      return answerNamed(folder, path.slice(slash + 1));
    return ordinaryAnswer(folder);
  }

  function ordinaryAnswer(folder: Folder<T>): T {
    folder.ordinary ??= decide(factsOf(memory, folder, memory.ordinary, undefined));
    return folder.ordinary;
  }

  function answerNamed(folder: Folder<T>, name: string): T {
    if (folder.literalFiles.length > 0 && knowsLiteral(memory, folder, name)) return answerLiteral(folder, name);
    const named = folder.files.classes.get(name) ?? classify(memory, folder, name);
    if (named === memory.ordinary) return ordinaryAnswer(folder);
    if (folder.named === named) return folder.answer as T;
    const found = folder.answers?.get(named);
    if (found !== undefined) return found;
    const decided = decide(factsOf(memory, folder, named, undefined));
    memory.size += 1;
    if (folder.named === undefined) {
      folder.named = named;
      folder.answer = decided;
    } else {
      (folder.answers ??= new Map<NameClass, T>()).set(named, decided);
    }
    return decided;
  }

  /** A pattern knows the whole name in just this folder. */
  function answerLiteral(folder: Folder<T>, name: string): T {
    const answers = (folder.literalAnswers ??= new Map<string, T>());
    const found = answers.get(name);
    if (found !== undefined) return found;
    const decided = decide(factsOf(memory, folder, classify(memory, folder, name), name));
    answers.set(name, decided);
    memory.size += sizeOf(name);
    return decided;
  }

  return answer;
}

/** The most folders, names and answers that are remembered together. */
const most = 200_000;

/** Long names count for several. */
function sizeOf(name: string): number {
  return 1 + (name.length >>> 6);
}

const none: readonly number[] = [];

interface Folder<T> {
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
interface AskedNames {
  readonly sets: readonly NameSet[];
  /** Made when so many names were asked for that it pays. */
  filter: NameFilter | undefined;
  asked: number;
  /** Of files alone. */
  readonly classes: Map<string, NameClass>;
}

/** File names that nothing tells apart. */
interface NameClass {
  readonly hostile: string | undefined;
  readonly control: string | undefined;
  readonly matching: readonly (readonly number[])[];
}

interface Memory<T> {
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

function createMemory<T>(indexes: readonly AskedIndex[], names: NameRules): Memory<T> {
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

/** Where the name of the file begins, or -1 where something may know it. */
function startOfName<T>({ fixed, files: { filter } }: Folder<T>, path: string): number {
  if (fixed) return path.lastIndexOf('/') + 1;
  return filter === undefined ? -1 : startOfUnknown(filter, path, 0, path.length);
}

type Parts<T> = Omit<Memory<T>, 'walk'> & { size: number };

function folderAt<T>(
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

/** A filter pays when about as many names were asked for as it takes in. */
function countAsked<T>(memory: Memory<T>, asked: AskedNames, base: NameFilter): void {
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

function enterFolder<T>(memory: Memory<T>, above: Folder<T>, path: string, from: number, to: number): Folder<T> {
  const { filter } = above.entries;
  const isUnknown = filter !== undefined && !mayBeKnown(filter, path, from, to);
  if (isUnknown && above.literalFolders.length === 0) return (above.otherwise ??= otherwiseOf(memory, above));
  const name = path.slice(from, to);
  const found = above.folders?.get(name);
  if (found !== undefined) return found;
  if (isUnknown) return enterLiteral(memory, above, name);
  return enterKnown(memory, above, name);
}

function otherwiseOf<T>(memory: Memory<T>, { states, hostile, control }: Folder<T>): Folder<T> {
  const entered = memory.indexes.map(({ paths }, place) => paths.enterUnknown(states[place] as IndexState));
  return folderAt(memory, entered, hostile, control);
}

/** Enters a folder that is known to none but those who know whole names in just the one above. */
function enterLiteral<T>(memory: Memory<T>, above: Folder<T>, name: string): Folder<T> {
  if (!entersLiteral(memory, above, name)) return (above.otherwise ??= otherwiseOf(memory, above));
  const entered = above.states.map((state, place) => {
    const { paths, folds } = memory.indexes[place] as AskedIndex;
    return state.folderLiterals.length === 0
      ? paths.enterUnknown(state)
      : paths.enterLiteral(state, folds ? fold(name) : name);
  });
  return keepFolder(memory, above, name, folderAt(memory, entered, above.hostile, above.control));
}

function keepFolder<T>(memory: Memory<T>, above: Folder<T>, name: string, folder: Folder<T>): Folder<T> {
  (above.folders ??= new Map<string, Folder<T>>()).set(name, folder);
  memory.size += sizeOf(name);
  return folder;
}

function enterKnown<T>(memory: Memory<T>, above: Folder<T>, name: string): Folder<T> {
  const { names, indexes } = memory;
  const { states } = above;
  let { hostile, control } = above;
  let folded: string | undefined;
  countAsked(memory, above.entries, names.folders);
  if (mayBeKnown(names.folders, name, 0, name.length)) {
    folded = fold(name);
    const facts = names.ofFolder(name, folded);
    hostile ??= facts.hostile;
    control ??= facts.control;
  }
  let isOther = hostile === above.hostile && control === above.control;
  const entered = indexes.map(({ paths, folds }, place) => {
    const state = states[place] as IndexState;
    if (state.open.length === 0) return state;
    if (folds) folded ??= fold(name);
    const next = paths.enter(state, folds ? (folded as string) : name);
    isOther &&= next === state.otherwise;
    return next;
  });
  if (isOther) return (above.otherwise ??= folderAt(memory, entered, hostile, control));
  return keepFolder(memory, above, name, folderAt(memory, entered, hostile, control));
}

function classify<T>(memory: Memory<T>, { files }: Folder<T>, name: string): NameClass {
  const { names, indexes } = memory;
  countAsked(memory, files, names.files);
  let folded: string | undefined;
  let facts = noFacts;
  if (mayBeKnown(names.files, name, 0, name.length)) {
    folded = fold(name);
    facts = names.ofFile(name, folded);
  }
  let hash = 0;
  let isKnown = facts.hostile !== undefined || facts.control !== undefined;
  const matching = indexes.map(({ paths, folds }, place) => {
    const set = files.sets[place] as NameSet;
    if (set.nodes.length === 0) return none;
    if (folds) folded ??= fold(name);
    const found = paths.byName(set, folds ? (folded as string) : name);
    for (const number of found) hash = mix(mix(hash, place), number);
    isKnown ||= found.length > 0;
    return found;
  });
  const named = isKnown ? classOf(memory, hash, facts, matching) : memory.ordinary;
  // Most names that come before there is a filter never come again.
  if (named !== memory.ordinary || files.filter !== undefined) {
    files.classes.set(name, named);
    memory.size += sizeOf(name);
  }
  return named;
}

const noFacts: NameFacts = { hostile: undefined, control: undefined };

function classOf<T>(
  memory: Memory<T>,
  hash: number,
  { hostile, control }: NameFacts,
  matching: NameClass['matching'],
): NameClass {
  const alike = memory.classes.get(hash);
  const found = findAlike(
    alike,
    (each) =>
      each.hostile === hostile &&
      each.control === control &&
      each.matching.every((numbers, place) => isSame(numbers, matching[place] as readonly number[])),
  );
  if (found !== undefined) return found;
  const made: NameClass = { hostile, control, matching };
  memory.classes.set(hash, { value: made, next: alike });
  return made;
}

function factsOf<T>(memory: Memory<T>, folder: Folder<T>, named: NameClass, literal: string | undefined): PathFacts {
  return {
    hostile: folder.hostile ?? named.hostile,
    control: folder.control ?? named.control,
    matching: memory.indexes.map(({ paths, folds }, place) => {
      const state = folder.states[place] as IndexState;
      const found = paths.join(state.files, named.matching[place] as readonly number[]);
      if (literal === undefined || state.literals.length === 0) return found;
      return paths.join(found, paths.byLiteral(state, folds ? fold(literal) : literal));
    }),
  };
}

/** Whether a pattern knows the file's whole name in just this folder. */
function knowsLiteral<T>({ indexes }: Memory<T>, { states, literalFiles }: Folder<T>, name: string): boolean {
  for (const place of literalFiles) {
    const { literals } = states[place] as IndexState;
    if (knowsWhole(literals, indexes[place]?.folds === true ? fold(name) : name)) return true;
  }
  return false;
}

/** Whether a pattern knows the whole name of a folder in just this one. */
function entersLiteral<T>({ indexes }: Memory<T>, { states, literalFolders }: Folder<T>, name: string): boolean {
  for (const place of literalFolders) {
    const { folderLiterals } = states[place] as IndexState;
    if (knowsWhole(folderLiterals, indexes[place]?.folds === true ? fold(name) : name)) return true;
  }
  return false;
}

const nowhere: readonly number[] = [];

function placesOf(states: readonly IndexState[], holds: (state: IndexState) => boolean): readonly number[] {
  return states.some(holds) ? states.flatMap((state, place) => (holds(state) ? [place] : [])) : nowhere;
}

function hashOf(identified: readonly { readonly id: number }[]): number {
  let hash = 0;
  for (const { id } of identified) hash = mix(hash, id);
  return hash;
}

/** Values whose keys are alike, the last first. */
interface Alike<V> {
  readonly value: V;
  readonly next: Alike<V> | undefined;
}

function findAlike<V>(alike: Alike<V> | undefined, fits: (value: V) => boolean): V | undefined {
  for (let each = alike; each !== undefined; each = each.next) if (fits(each.value)) return each.value;
  return undefined;
}

function mix(hash: number, number: number): number {
  return Math.imul(hash ^ number, 0x9e3779b1);
}

function isSame<V>(one: readonly V[], other: readonly V[]): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}
