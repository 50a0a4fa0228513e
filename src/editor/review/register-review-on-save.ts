import { Disposable, workspace } from 'vscode';
import { audienceOf } from '../sessions/audience.js';
import type { Services } from '../services/services.js';
import { readSettings } from '../ui/editor-settings.js';
import { isInRepository } from '../sessions/repository-uri.js';

/** Milliseconds without an edit after a save: autosave must not start a review in the middle of a word. */
const settles = 700;

/** Where the setting says so, reviews the current repository after one of its files was saved: silently, and never while typing goes on. */
export function registerReviewOnSave({
  log,
  current,
  reviews,
}: Pick<Services, 'log' | 'current' | 'reviews'>): Disposable {
  let timer: NodeJS.Timeout | undefined;
  const reviewLater = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      const session = current.session();
      if (session === undefined || audienceOf(session.state, readSettings()) !== 'pm') return;
      reviews.run(session).catch((error: unknown) => log.warn(String(error)));
    }, settles);
  };
  return Disposable.from(
    workspace.onDidSaveTextDocument(({ uri }) => {
      const session = current.session();
      if (session !== undefined && readSettings().reviewOnSave && isInRepository(session, uri)) reviewLater();
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (timer !== undefined && contentChanges.length > 0 && document.uri.scheme === 'file') reviewLater();
    }),
    new Disposable(() => clearTimeout(timer)),
  );
}
