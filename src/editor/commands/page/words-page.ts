import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import {
  Disposable,
  env,
  l10n,
  RelativePattern,
  Uri,
  ViewColumn,
  type LogOutputChannel,
  type WebviewPanel,
} from 'vscode';
import { createTextReader } from '../../../presentation/words-page/text-reader.js';
import { readAllLanguages } from '../../../presentation/words-page/read-all-languages.js';
import type { Words } from '../../../presentation/words-page/words.js';
import { findPartTrouble } from '../../../presentation/words-page/find-part-trouble.js';
import { partId } from '../../../presentation/words-page/part-id.js';
import { readTyped } from '../../../presentation/words-page/read-typed.js';
import { renderPreview } from '../../../presentation/words-page/render-language.js';
import {
  renderWordsDocument,
  renderWordsPage,
  toPagePart,
} from '../../../presentation/words-page/render-words-page.js';
import {
  findPart,
  readSaveRequest,
  readTypedRequest,
  type SaveRequest,
} from '../../../presentation/words-page/save-words.js';
import type { ChangedFile } from '../../../change/change.js';
import type { Catalog } from '../../../catalogs/catalog.js';
import type { Services } from '../../services/services.js';
import { snapshotOf, type RepositorySession } from '../../sessions/repository-session.js';
import { readEditorText } from '../../sessions/read-editor-text.js';
import { editorGitEnvironment } from '../../ui/editor-git-environment.js';
import { GitError } from '../../../git/git-error.js';
import type { KnownUsers } from '../../../presentation/words-page/render-text-users.js';
import { inBackground } from '../../ui/log-errors.js';
import { createPagePanel } from '../../ui/page-panel.js';
import { createTimers } from '../../ui/timers.js';
import { watchFiles } from '../../ui/watch-files.js';
import { readFamily } from './read-family.js';
import { whyNotEdited, writeWords } from './write-words.js';

/** The text that a page is about. */
export interface WordsPlace {
  readonly session: RepositorySession;
  readonly path: string;
  readonly keyPath: string;
}

/** The page of one text, in a tab. */
export interface WordsPageTab {
  /** Opens it, or brings it to the front; `false` where there is no such text. */
  readonly open: () => Promise<boolean>;
  readonly isShown: () => boolean;
  readonly dispose: () => void;
}

/** What a page is told and tells. */
export interface WordsPageTurns extends Pick<Services, 'reader' | 'changes' | 'current'> {
  /** Who is asking, where they say so. */
  readonly asker: () => string | undefined;
  readonly inTurn: <Result>(save: () => Promise<Result>) => Promise<Result>;
  readonly saved: () => void;
  readonly closed: () => void;
}

/** Milliseconds: git writes several languages for one step of a person's. */
const settles = 150;
/** The same before the code is gone through. */
const settlesLong = 1000;

/** A page of one text in all its languages, kept up to date while it is open. What is typed on it and not saved stays as it is. */
export function createWordsPage(
  { session, path, keyPath }: WordsPlace,
  { reader, changes, current, asker, inTurn, saved, closed }: WordsPageTurns,
  log: LogOutputChannel,
): WordsPageTab {
  const panel = createPagePanel('pmZone.wordsPage', ViewColumn.Active, ['pmZone.openAt'], true, true);
  const timers = createTimers();
  const readText = createTextReader();
  const readBefore = createTextReader();
  let newest = {};
  let listens = false;
  let onPage: ReturnType<typeof renderWordsPage> | undefined;

  const read = async (): Promise<Words | undefined> => {
    await session.ready();
    const snapshot = snapshotOf(session);
    if (snapshot === undefined) return undefined;
    const texts = await readFamily(snapshot, path);
    const before = new Map<string, Catalog | undefined>();
    for (const file of changed()) {
      if (texts.has(file.path))
        before.set(
          file.path,
          file.before?.text === undefined ? undefined : await readBefore(file.path, file.before.text),
        );
    }
    return readAllLanguages(path, keyPath, texts, readText, before);
  };
  /** So that the next reading knows what the texts were before the change. */
  const readChanges = async (): Promise<void> => {
    await changes.read();
  };
  const changed = (): readonly ChangedFile[] =>
    current.session() === session ? (changes.latest()?.change.files ?? []) : [];
  let shownWords: Words | undefined;
  let users: KnownUsers = 'looking';
  let newestUsers = {};
  const show = async (): Promise<void> => {
    const run = (newest = {});
    const words = await read();
    const shown = panel.current();
    // A text that is gone stays as it was shown: what is typed is not thrown away, and cannot be saved.
    if (run !== newest || shown === undefined || words === undefined || !listens) return;
    const page = renderWordsPage({ words, whyNot: (each) => whyNotEdited(session, each), reader: env.language, users });
    shownWords = words;
    if (isDeepStrictEqual(page, onPage)) return;
    onPage = page;
    shown.title = page.title;
    await shown.webview.postMessage(page);
  };
  /** The texts are there first: going through the code takes longer. */
  const showUsers = async (): Promise<void> => {
    const run = (newestUsers = {});
    const found = await findUsers();
    if (run !== newestUsers) return;
    users = found ?? 'unknown';
    await show();
  };
  const findUsers = async (): Promise<KnownUsers | undefined> => {
    try {
      const words = await read();
      const text = words && (await readEditorText(session, path));
      if (words === undefined || text === undefined) return undefined;
      const asked = { root: session.root, path, text, keys: words.asked.path };
      return await reader.call('readTextUsers', { ...asked, environment: editorGitEnvironment(), as: asker() });
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      log.warn(error.message);
      return undefined;
    }
  };
  const save = async (request: SaveRequest): Promise<void> => {
    const refused = await inTurn(() => writeWords(session, request, read));
    // What was read before it was written would show the old text once more.
    newest = {};
    if (refused === undefined) saved();
    const words = refused === undefined ? await read() : undefined;
    const part = words && findPart(words, request);
    await panel.current()?.webview.postMessage({
      id: partId(request),
      sentence: refused?.why ?? l10n.t('Saved.'),
      part: part && toPagePart(words, part),
      restored: refused?.restored,
      restore: l10n.t('Put It Back'),
    });
    await show();
  };
  const preview = async (request: SaveRequest): Promise<void> => {
    const part = shownWords && findPart(shownWords, request);
    if (shownWords === undefined || part === undefined) return;
    const reads = renderPreview(readTyped(shownWords, part, request.text));
    const trouble = request.text.trim() === '' ? undefined : findPartTrouble(shownWords, part, request.text);
    await panel.current()?.webview.postMessage({ id: partId(request), reads, typed: request.text, trouble });
  };
  const adopt = (shown: WebviewPanel): void => {
    shown.webview.onDidReceiveMessage((message: unknown) => {
      listens = true;
      const [toSave, typed] = [readSaveRequest(message), readTypedRequest(message)];
      // A document that begins shows nothing yet.
      if (toSave === undefined && typed === undefined) onPage = undefined;
      inBackground(log, () => (toSave ? save(toSave) : typed ? preview(typed) : show()))();
    });
    shown.webview.html = renderWordsDocument({ title: '' }, env.language, randomBytes(16).toString('base64url'));
    const showSoon = (): void => timers.set(settles, inBackground(log, show));
    inBackground(log, readChanges)();
    inBackground(log, showUsers)();
    const ending = path.slice(path.lastIndexOf('.'));
    const following = Disposable.from(
      watchFiles(new RelativePattern(Uri.file(session.root), `**/*${ending}`), () => {
        showSoon();
        timers.set(settlesLong, inBackground(log, readChanges), 'changes');
      }),
      session.onDidChange(showSoon),
      changes.onDidChange(showSoon),
      session.onDidChange(() => timers.set(settlesLong, inBackground(log, showUsers), 'users')),
    );
    shown.onDidDispose(() => {
      timers.dispose();
      following.dispose();
      closed();
    });
  };
  return {
    open: async () => {
      if (panel.current() === undefined && (await read()) === undefined) return false;
      const isNew = panel.current() === undefined;
      const shown = panel.open();
      if (isNew) adopt(shown);
      return true;
    },
    isShown: () => panel.current()?.visible === true,
    dispose: panel.dispose,
  };
}
