import { fold } from './fold.js';
import { mayBeKnown } from './name-filter.js';
import type { AskedIndex } from './path-facts.js';
import type { IndexState } from './path-index.js';
import { countAsked, folderAt, sizeOf, type Folder, type Memory } from './path-memory.js';
import { knowsWhole } from './segment-trie.js';

/** The folder in `above` whose name stands in `path` from `from` to `to`. */
export function enterFolder<T>(memory: Memory<T>, above: Folder<T>, path: string, from: number, to: number): Folder<T> {
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

/** Whether a pattern knows the whole name of a folder in just this one. */
function entersLiteral<T>({ indexes }: Memory<T>, { states, literalFolders }: Folder<T>, name: string): boolean {
  for (const place of literalFolders) {
    const { folderLiterals } = states[place] as IndexState;
    if (knowsWhole(folderLiterals, indexes[place]?.folds === true ? fold(name) : name)) return true;
  }
  return false;
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
