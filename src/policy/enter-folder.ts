import { isSame } from './alike.js';
import { fold } from './fold.js';
import type { IndexState } from './index-state.js';
import { mayBeKnown } from './scan-name.js';
import type { AskedIndex } from './path-facts.js';
import { countAsked, mayBeKnownHere } from './asked-names.js';
import { describeFolder, folderAt, type Folder } from './known-folders.js';
import { sizeOf, type Memory, type WideEntry } from './path-memory.js';

/** The folder in `above` whose name stands in `path` from `from` to `to`. */
export function enterFolder<T>(memory: Memory<T>, above: Folder<T>, path: string, from: number, to: number): Folder<T> {
  const isWide = mayBeKnown(memory.wide.folders, path, from, to);
  const isUnknown = !isWide && !mayBeKnownHere(above.entries, path, from, to);
  if (isUnknown && above.literalFolders.length === 0) return above.otherwise ?? otherwiseOf(memory, above);
  const name = path.slice(from, to);
  const found = above.folders?.get(name);
  if (found !== undefined) return found;
  return isUnknown ? enterLiteral(memory, above, name) : enterKnown(memory, above, name, isWide);
}

/** The folder for all names that nothing knows. */
function otherwiseOf<T>(memory: Memory<T>, above: Folder<T>): Folder<T> {
  const { states, hostile, control } = above;
  const entered = enterAllUnknown(memory, states);
  above.otherwise = isSame(entered, states) ? above : folderAt(memory, entered, hostile, control, above);
  return above.otherwise;
}

/** Enters a folder that is known to none but those who know whole names in just the one above. */
function enterLiteral<T>(memory: Memory<T>, above: Folder<T>, name: string): Folder<T> {
  const { states, literalFolders, hostile, control } = above;
  let entered: IndexState[] | undefined;
  for (const place of literalFolders) {
    const { paths, folds } = memory.indexes[place] as AskedIndex;
    const state = states[place] as IndexState;
    const next = paths.enterLiteral(state, folds ? fold(name) : name);
    if (next === paths.enterUnknown(state)) continue;
    entered ??= enterAllUnknown(memory, states);
    entered[place] = next;
  }
  if (entered === undefined) return above.otherwise ?? otherwiseOf(memory, above);
  return keepFolder(memory, above, name, describeFolder(memory, entered, hostile, control, above, undefined));
}

function enterAllUnknown<T>({ indexes }: Memory<T>, states: readonly IndexState[]): IndexState[] {
  const entered: IndexState[] = [];
  for (let place = 0; place < indexes.length; place += 1)
    entered.push((indexes[place] as AskedIndex).paths.enterUnknown(states[place] as IndexState));
  return entered;
}

function keepFolder<T>(memory: Memory<T>, above: Folder<T>, name: string, folder: Folder<T>): Folder<T> {
  (above.folders ??= new Map<string, Folder<T>>()).set(name, folder);
  memory.size += sizeOf(name);
  return folder;
}

function enterKnown<T>(memory: Memory<T>, above: Folder<T>, name: string, isWide: boolean): Folder<T> {
  const { indexes } = memory;
  const { states, entries } = above;
  memory.size += countAsked(entries);
  const entry = isWide ? (memory.entriesOf.get(name) ?? wideEntry(memory, name)) : undefined;
  const hostile = above.hostile ?? entry?.hostile;
  const control = above.control ?? entry?.control;
  let isOther = hostile === above.hostile && control === above.control;
  let folded = entry?.folded;
  const entered: IndexState[] = [];
  for (let place = 0; place < indexes.length; place += 1) {
    const { paths, folds } = indexes[place] as AskedIndex;
    const state = states[place] as IndexState;
    const found = entry?.found[place];
    let next: IndexState;
    if (state.open.length === 0) next = state;
    else if (found !== undefined || state.folderNames.nodes.length > 0 || state.folderLiterals.length > 0)
      next = paths.enterFrom(state, folds ? (folded ??= fold(name)) : name, found);
    else next = paths.enterUnknown(state);
    isOther &&= next === paths.enterUnknown(state);
    entered.push(next);
  }
  if (isOther) return above.otherwise ?? otherwiseOf(memory, above);
  return keepFolder(memory, above, name, folderAt(memory, entered, hostile, control, above));
}

function wideEntry<T>(memory: Memory<T>, name: string): WideEntry {
  const { names, indexes, entriesOf } = memory;
  const folded = fold(name);
  const { hostile, control } = names.ofFolder(name, folded);
  const entry: WideEntry = {
    folded,
    hostile,
    control,
    found: indexes.map(({ paths, folds }) => paths.findFrom(paths.wide, folds ? folded : name)),
  };
  entriesOf.set(name, entry);
  memory.size += sizeOf(name);
  return entry;
}
