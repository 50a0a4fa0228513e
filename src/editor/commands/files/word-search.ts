import { RelativePattern, Uri, window, workspace, type TextDocument } from 'vscode';
import type { WordsProgress } from '../../../presentation/reader/reader-calls.js';
import { readingOrder } from '../../../presentation/words/extract-texts.js';
import type { WordSearchResult } from '../../../presentation/words/word-index.js';
import type { CallOptions, Reader } from '../../reader/create-reader.js';
import type { SessionSnapshot } from '../../sessions/repository-state.js';
import { isInRepository, pathInRepository } from '../../sessions/repository-uri.js';
import { editorGitEnvironment } from '../../ui/editor-git-environment.js';
import { watchFiles } from '../../ui/watch-files.js';

/** The words of one repository, read when first asked for and read again where a file changed. */
export interface WordSearch {
  /** Reads what is not known yet. What is typed in the editor and not saved counts. */
  readonly read: (snapshot: SessionSnapshot, options: CallOptions) => Promise<WordsProgress>;
  /** What fits best of what was read by now. */
  readonly find: (typed: string, limit: number) => Promise<WordSearchResult>;
  readonly dispose: () => void;
}

/** Longer texts in the editor are read so far, in UTF-16 units. */
const longestDocument = 2_000_000;

export function createWordSearch(reader: Reader, root: string): WordSearch {
  let changed = new Set<string>();
  const watch = watchFiles(new RelativePattern(Uri.file(root), '**/*'), (uri) => {
    const path = pathIn(root, uri);
    if (path !== undefined) changed.add(path);
  });
  return {
    read: async ({ policy, asking }, options) => {
      const told = changed;
      const asked = { policy, asking, changed: [...told], typed: typedTexts(root) };
      changed = new Set();
      try {
        return await reader.call('readWords', { root, environment: editorGitEnvironment(), ...asked }, options);
      } catch (error) {
        // Where git failed the words of these files were not forgotten yet.
        for (const path of told) changed.add(path);
        throw error;
      }
    },
    find: (typed, limit) => reader.call('findWords', { root, typed, limit }),
    dispose: () => void watch.dispose(),
  };
}

function typedTexts(root: string): ReadonlyMap<string, string> {
  return new Map(
    workspace.textDocuments.flatMap((document) => {
      const path = unsavedPath(root, document);
      return path === undefined ? [] : [[path, document.getText().slice(0, longestDocument)]];
    }),
  );
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
