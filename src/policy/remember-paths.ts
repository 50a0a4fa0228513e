import { mayBeKnownHere, type NameClass } from './asked-names.js';
import { classEverywhere, classify } from './classify-name.js';
import { enterFolder } from './enter-folder.js';
import { fold } from './fold.js';
import type { IndexState } from './index-state.js';
import { startOfName } from './scan-name.js';
import type { AskedIndex, NameRules, PathFacts } from './path-facts.js';
import type { Folder, WideNames } from './known-folders.js';
import { createMemory, sizeOf, wideNames, type Memory } from './path-memory.js';
import { isThere, walkTo } from './walk-folders.js';

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
  const wide: WideNames = wideNames(indexes, names);
  let memory = createMemory<T>(indexes, names, wide);
  const enter = (above: Folder<T>, path: string, from: number, to: number): Folder<T> =>
    enterFolder(memory, above, path, from, to);

  function answer(path: string): T {
    if (memory.size > most) memory = createMemory(indexes, names, wide);
    const { walk } = memory;
    let folder = walk.value;
    let found = nameIn(wide, folder, path);
    let { ending } = wide.files;
    const start = found < 0 ? ~found : found;
    const length = start === 0 ? 0 : start - 1;
    if (!isThere(walk, path, length)) {
      const { fixed } = folder;
      folder = walkTo(walk, path, length, enter);
      if (folder.fixed !== fixed) {
        found = nameIn(wide, folder, path);
        ({ ending } = wide.files);
      }
    }
    const everywhere = found < 0 ? classEverywhere(memory, path, start, ending) : memory.ordinary;
    const isPlain = found >= 0 || ending >= 0;
    if (folder.literalFiles.length === 0 && isPlain && !mayBeKnownHere(folder.files, path, start, path.length))
      return answerFor(folder, everywhere);
    return answerNamed(folder, path.slice(start), isPlain, everywhere);
  }

  /** Where a pattern knows names in just this folder, or something may know them besides what is known everywhere. */
  function answerNamed(folder: Folder<T>, name: string, isPlain: boolean, everywhere: NameClass): T {
    if (folder.literalFiles.length > 0) {
      if (knowsLiteral(memory, folder, name)) return answerLiteral(folder, name, everywhere);
      if (isPlain && !mayBeKnownHere(folder.files, name, 0, name.length)) return answerFor(folder, everywhere);
    }
    return answerFor(folder, classify(memory, folder, name, everywhere));
  }

  function answerFor(folder: Folder<T>, named: NameClass): T {
    if (named === memory.ordinary) return folder.ordinary ?? ordinaryAnswer(folder);
    if (folder.named === named) return folder.answer as T;
    const found = folder.answers?.get(named);
    if (found !== undefined) return found;
    const decided = decideNamed(folder, named);
    memory.size += 1;
    if (folder.named === undefined) {
      folder.named = named;
      folder.answer = decided;
    } else {
      (folder.answers ??= new Map<NameClass, T>()).set(named, decided);
    }
    return decided;
  }

  function ordinaryAnswer(folder: Folder<T>): T {
    folder.ordinary ??= decide(factsOf(memory, folder, memory.ordinary, undefined));
    return folder.ordinary;
  }

  function decideNamed(folder: Folder<T>, named: NameClass): T {
    const facts = factsOf(memory, folder, named, undefined);
    const isOrdinary =
      facts.hostile === folder.hostile &&
      facts.control === folder.control &&
      facts.matching.every((numbers, place) => numbers === folder.states[place]?.files);
    return isOrdinary ? ordinaryAnswer(folder) : decide(facts);
  }

  /** A pattern knows the whole name in just this folder. */
  function answerLiteral(folder: Folder<T>, name: string, everywhere: NameClass): T {
    if (folder.literal === name) return folder.literalAnswer as T;
    const found = folder.literalAnswers?.get(name);
    if (found !== undefined) return found;
    const decided = decide(factsOf(memory, folder, classify(memory, folder, name, everywhere), name));
    memory.size += sizeOf(name);
    if (folder.literal === undefined) {
      folder.literal = name;
      folder.literalAnswer = decided;
    } else {
      (folder.literalAnswers ??= new Map<string, T>()).set(name, decided);
    }
    return decided;
  }

  return answer;
}

/** The most folders, names and answers that are remembered together. */
const most = 200_000;

/** Where the name of the file begins, or `~` of it, below 0, where something may know the name in every folder. */
function nameIn<T>({ files }: WideNames, { fixed }: Folder<T>, path: string): number {
  return fixed ? path.lastIndexOf('/') + 1 : startOfName(files, path, 0, path.length);
}

/** Whether a pattern knows the file's whole name in just this folder. */
function knowsLiteral<T>({ indexes }: Memory<T>, { states, literalFiles }: Folder<T>, name: string): boolean {
  for (const place of literalFiles) {
    const key = indexes[place]?.folds === true ? fold(name) : name;
    for (const { literals } of (states[place] as IndexState).literals) if (literals?.has(key) === true) return true;
  }
  return false;
}

function factsOf<T>(memory: Memory<T>, folder: Folder<T>, named: NameClass, literal: string | undefined): PathFacts {
  const { indexes } = memory;
  const matching: (readonly number[])[] = [];
  for (let place = 0; place < indexes.length; place += 1) {
    const { paths, folds } = indexes[place] as AskedIndex;
    const state = folder.states[place] as IndexState;
    const found =
      named === memory.ordinary ? state.files : paths.join(state.files, named.matching[place] as readonly number[]);
    if (literal === undefined || state.literals.length === 0) matching.push(found);
    else matching.push(paths.join(found, paths.byLiteral(state, folds ? fold(literal) : literal)));
  }
  return { hostile: folder.hostile ?? named.hostile, control: folder.control ?? named.control, matching };
}
