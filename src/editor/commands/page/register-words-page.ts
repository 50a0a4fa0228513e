import { Disposable, l10n, window } from 'vscode';
import { findWordsAt } from '../../../presentation/words-page/find-words-at.js';
import type { Services } from '../../services/services.js';
import { readEditorText } from '../../sessions/read-editor-text.js';
import type { RepositorySession } from '../../sessions/repository-session.js';
import { isInRepository, pathInRepository } from '../../sessions/repository-uri.js';
import type { ShownPage } from '../../ui/page-panel.js';
import { readSettings } from '../../ui/editor-settings.js';
import { inBackground } from '../../ui/log-errors.js';
import { CommandError, registerCommand } from '../../ui/register-command.js';
import { takeTurns } from '../../ui/take-turns.js';
import { createWordsPage, type WordsPageTab, type WordsPlace } from './words-page.js';

/**
 * “Edit these words in all languages”: a page for each text that is asked for. Takes a path from the root with the text's path of keys, or
 * with a line and a column, or a line of the sidebar; without any, the text at the cursor.
 */
export function registerWordsPage({ log, reader, sessions, current, changes, reviews }: Services): Disposable {
  const pages = new Map<string, WordsPageTab>();
  /** Saves of all pages follow one another, so that each reads what the one before it wrote. */
  const inTurn = takeTurns();
  return Disposable.from(
    registerCommand(log, 'pmZone.editWords', async (...args) => {
      const place = await findPlace(args, current.settled);
      const id = JSON.stringify([place.session.root, place.path, place.keyPath]);
      // VS Code tells of no save, since no editor saved it.
      const saved = (): void => {
        if (readSettings().reviewOnSave) inBackground(log, () => reviews.run(place.session))();
      };
      const page =
        pages.get(id) ??
        createWordsPage(
          place,
          { reader, changes, current, asker: sessions.asker, inTurn, saved, closed: () => pages.delete(id) },
          log,
        );
      if (!(await page.open())) throw noWords();
      pages.set(id, page);
      return { isShown: page.isShown } satisfies ShownPage;
    }),
    new Disposable(() => {
      for (const page of pages.values()) page.dispose();
    }),
  );
}

function noWords(): CommandError {
  return new CommandError(
    l10n.t('No text of a catalog stands here. Put the cursor into a text of a file of words, or use “Find Words”.'),
  );
}

/** Which text a command is about. */
async function findPlace(
  [first, second, third]: readonly unknown[],
  settled: () => Promise<RepositorySession | undefined>,
): Promise<WordsPlace> {
  const { text } = Object(first) as { readonly text?: { readonly path?: unknown; readonly keyPath?: unknown } };
  if (text !== undefined) return findPlace([text.path, text.keyPath], settled);
  const session = await settled();
  if (session === undefined)
    throw new CommandError(l10n.t('Open a folder with a git repository first, then try again.'));
  if (typeof first === 'string' && typeof second === 'string') return { session, path: first, keyPath: second };
  const editor = window.activeTextEditor;
  const isOpen = editor !== undefined && isInRepository(session, editor.document.uri);
  const path = typeof first === 'string' ? first : isOpen ? pathInRepository(session, editor.document.uri) : undefined;
  const cursor = editor?.selection.active;
  const at =
    typeof second === 'number' && typeof third === 'number'
      ? { line: second, column: third }
      : cursor && { line: cursor.line + 1, column: cursor.character + 1 };
  const source = path === undefined ? undefined : await readEditorText(session, path);
  if (path === undefined || at === undefined || source === undefined) throw noWords();
  const keyPath = await findWordsAt(path, source, at);
  if (keyPath === undefined) throw noWords();
  return { session, path, keyPath };
}
