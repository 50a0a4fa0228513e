import { classify, knowsLiteral } from './classify-name.js';
import { enterFolder } from './enter-folder.js';
import { fold } from './fold.js';
import { startOfUnknown } from './name-filter.js';
import type { AskedIndex, NameRules, PathFacts } from './path-facts.js';
import type { IndexState } from './path-index.js';
import { createMemory, sizeOf, type Folder, type Memory, type NameClass } from './path-memory.js';
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

/** Where the name of the file begins, or -1 where something may know it. */
function startOfName<T>({ fixed, files: { filter } }: Folder<T>, path: string): number {
  if (fixed) return path.lastIndexOf('/') + 1;
  return filter === undefined ? -1 : startOfUnknown(filter, path, 0, path.length);
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
