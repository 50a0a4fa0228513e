import { RelativePattern, Uri, window, workspace, type TextDocument } from 'vscode';
import { createWordIndex, type WordIndex } from '../../../presentation/words/word-index.js';
import { fillIndex } from '../../../presentation/words/fill-index.js';
import { extractTexts, readingOrder } from '../../../presentation/words/extract-texts.js';
import { openDisk } from '../../../git/disk.js';
import { matchFlagFiles } from '../../../flags/match-flag-files.js';
import type { SessionSnapshot } from '../../sessions/repository-state.js';
import { isInRepository, pathInRepository } from '../../sessions/repository-uri.js';
import { watchFiles } from '../../ui/watch-files.js';

/** How much of a repository's words is known. */
export interface SearchProgress {
  readonly files: number;
  readonly of: number;
  /** Some were left out: there are more than are read. */
  readonly skipped: number;
}

/** The words of one repository, read when first asked for and read again where a file changed. */
export interface WordSearch {
  readonly index: WordIndex;
  /** Reads what is not known yet, as long as `goesOn`. What is typed in the editor and not saved counts. */
  readonly read: (
    snapshot: SessionSnapshot,
    goesOn: () => boolean,
    progress: (progress: SearchProgress) => void,
  ) => Promise<SearchProgress>;
  readonly dispose: () => void;
}

/** More files are not read; those that hold words of the product by their kind come first. */
const mostFiles = 30_000;

export function createWordSearch(root: string): WordSearch {
  const index = createWordIndex();
  const done = new Set<string>();
  /** With text that is not saved, or was not when it was read. */
  const typed = new Set<string>();
  let ordered: { readonly snapshot: SessionSnapshot; readonly paths: readonly string[] } | undefined;

  const forget = (path: string): void => {
    done.delete(path);
    index.remove(path);
  };
  const forgetUri = (uri: Uri): void => {
    const path = pathIn(root, uri);
    if (path !== undefined && done.has(path)) forget(path);
  };
  const watch = watchFiles(new RelativePattern(Uri.file(root), '**/*'), forgetUri);
  const putOpen = async (isFlagFile: (path: string) => boolean): Promise<void> => {
    for (const path of typed) forget(path);
    typed.clear();
    for (const document of workspace.textDocuments) {
      const path = unsavedPath(root, document);
      if (path === undefined) continue;
      index.put(path, await extractTexts(path, document.getText().slice(0, longestDocument), isFlagFile(path)));
      done.add(path);
      typed.add(path);
    }
  };

  return {
    index,
    read: async (snapshot, goesOn, progress) => {
      if (ordered?.snapshot !== snapshot) {
        ordered = { snapshot, paths: await inTurn(snapshot) };
        const tracked = new Set(ordered.paths);
        for (const path of done) if (!tracked.has(path)) forget(path);
      }
      const { paths } = ordered;
      const isFlagFile = matchFlagFiles(snapshot.policy).matches;
      await putOpen(isFlagFile);
      const wanted = paths.slice(0, mostFiles).filter((path) => !done.has(path));
      const total = Math.min(paths.length, mostFiles);
      const known = total - wanted.length;
      const now = (files: number): SearchProgress => ({
        files: known + files,
        of: total,
        skipped: paths.length - total,
      });
      const outcome = await fillIndex(index, openDisk(snapshot.root), wanted, {
        isFlagFile,
        shouldContinue: goesOn,
        yieldToOthers: () => new Promise((resolve) => setImmediate(resolve)),
        onProgress: (files) => progress(now(files)),
      });
      for (const path of wanted.slice(0, outcome.files)) done.add(path);
      const read = known + outcome.files;
      return outcome.isFull ? { files: read, of: read, skipped: paths.length - read } : now(outcome.files);
    },
    dispose: () => void watch.dispose(),
  };
}

/** Longer texts in the editor are read so far, in UTF-16 units. */
const longestDocument = 2_000_000;

/** The files that may hold words of the product, those that mostly do first; in slices of time. */
async function inTurn({ tracked }: SessionSnapshot): Promise<readonly string[]> {
  const turns: string[][] = [];
  for (const [at, path] of tracked.paths.entries()) {
    if (at % 2000 === 1999) await new Promise((resolve) => setImmediate(resolve));
    const turn = tracked.special.has(path) ? undefined : readingOrder(path);
    if (turn !== undefined) (turns[turn] ??= []).push(path);
  }
  return turns.flat();
}

function unsavedPath(root: string, document: TextDocument): string | undefined {
  if (document.uri.scheme !== 'file') return undefined;
  const isOpen = document.isDirty || window.visibleTextEditors.some((editor) => editor.document === document);
  const path = isOpen && !document.isClosed ? pathIn(root, document.uri) : undefined;
  return path === undefined || readingOrder(path) === undefined ? undefined : path;
}

function pathIn(root: string, uri: Uri): string | undefined {
  return isInRepository({ root }, uri) ? pathInRepository({ root }, uri) : undefined;
}
