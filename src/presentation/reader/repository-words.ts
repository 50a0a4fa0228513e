import { matchFlagFiles } from '../../flags/match-flag-files.js';
import { openDisk } from '../../git/disk.js';
import type { TrackedPaths } from '../../git/list-tracked.js';
import type { TrackedIndex } from '../../policy/tracked-index.js';
import { createTrackedJudge, type JudgePath } from '../../policy/tracked-judge.js';
import { extractTexts, readingOrder } from '../words/extract-texts.js';
import { fillIndex } from '../words/fill-index.js';
import { createWordIndex, type WordSearchResult } from '../words/word-index.js';
import { breathe } from './breathe.js';
import type { Caller, WordsAsked, WordsProgress } from './reader-calls.js';

/** The words of one repository, read when first asked for and read again where a file changed. */
export interface RepositoryWords {
  /** Reads what is not known yet of the listed files, as long as that is wanted. What is typed in the editor and not saved counts. */
  readonly read: (
    listed: TrackedIndex,
    asked: Omit<WordsAsked, 'root' | 'environment'>,
    caller: Caller,
  ) => Promise<WordsProgress>;
  readonly find: (typed: string, limit: number) => WordSearchResult;
}

/** More files are not read; those that hold words of the product by their kind come first. */
const mostFiles = 30_000;

export function createRepositoryWords(root: string): RepositoryWords {
  const words = createWordIndex();
  const done = new Set<string>();
  /** With text that is not saved, or was not when it was read. */
  let unsaved: readonly string[] = [];
  let listed: TrackedIndex | undefined;
  let ordered: readonly string[] = [];
  let judge: JudgePath | undefined;

  const forget = (path: string): void => {
    if (done.delete(path)) words.remove(path);
  };
  const follow = (now: TrackedIndex): void => {
    if (now === listed) return;
    listed = now;
    ordered = inTurn(now.tracked);
    const known = new Set(ordered);
    for (const path of done) if (!known.has(path)) forget(path);
  };
  const putTyped = async (texts: WordsAsked['typed'], isFlagFile: (path: string) => boolean): Promise<void> => {
    for (const path of unsaved) forget(path);
    unsaved = [...texts.keys()];
    for (const [path, text] of texts) {
      words.put(path, await extractTexts(path, text, isFlagFile(path)));
      done.add(path);
    }
  };

  return {
    read: async (index, { policy, asking, changed, typed }, { goesOn, onProgress }) => {
      changed.forEach(forget);
      follow(index);
      judge = createTrackedJudge({ policy, asking }, index.tracked, index.findCollision);
      const isFlagFile = matchFlagFiles(policy).matches;
      await putTyped(typed, isFlagFile);
      const wanted = ordered.slice(0, mostFiles).filter((path) => !done.has(path));
      const total = Math.min(ordered.length, mostFiles);
      const known = total - wanted.length;
      const now = (files: number): WordsProgress => ({
        files: known + files,
        of: total,
        skipped: ordered.length - total,
      });
      const outcome = await fillIndex(words, openDisk(root), wanted, {
        isFlagFile,
        shouldContinue: goesOn,
        yieldToOthers: breathe,
        onProgress: (files) => onProgress(now(files)),
      });
      for (const path of wanted.slice(0, outcome.files)) done.add(path);
      const read = known + outcome.files;
      return outcome.isFull ? { files: read, of: read, skipped: ordered.length - read } : now(outcome.files);
    },
    // Before the first list there are no words to judge.
    find: (text, limit) => words.search(text, limit, (path) => judge?.(path).standing ?? 'locked'),
  };
}

/** The files that may hold words of the product, those that mostly do first. */
function inTurn({ paths, special }: TrackedPaths): readonly string[] {
  const turns: string[][] = [];
  for (const path of paths) {
    const turn = special.has(path) ? undefined : readingOrder(path);
    if (turn !== undefined) (turns[turn] ??= []).push(path);
  }
  return turns.flat();
}
