import { Disposable, EventEmitter, window, workspace, type Event, type TextDocument, type Uri } from 'vscode';
import type { TypedReview } from '../../../presentation/findings/open-typing.js';
import type { Services } from '../../services/services.js';
import { judgeFile, type JudgedFile } from '../../sessions/judge-file.js';
import type { RepositorySession } from '../../sessions/repository-session.js';
import { editorGitEnvironment } from '../../ui/editor-git-environment.js';
import { inBackground } from '../../ui/log-errors.js';
import { createTimers } from '../../ui/timers.js';

/** What was found in one open file by its last keystrokes. */
export interface TypedFile extends TypedReview {
  readonly session: RepositorySession;
  /** The text that it was found in. */
  readonly text: string;
}

/** The findings of files as they are typed, saved or not. Only a PM is told any, and only in files that are theirs to edit. */
export interface TypedFindings {
  /** `undefined` where the last review is all that is known. */
  readonly get: (uri: Uri) => TypedFile | undefined;
  readonly onDidChange: Event<Uri>;
  readonly dispose: () => void;
}

/** Milliseconds after a keystroke: a word that is written quickly is read once. */
const settles = 80;
const mostSettling = 2000;
/** Milliseconds that reading a text takes, above which it waits for a longer pause. */
const isLong = 250;

/** One file that was opened for typing; no other is kept. */
interface OpenedFile {
  readonly address: string;
  readonly session: RepositorySession;
  /** By which the reader knows it; `undefined` where nothing is told of it. */
  readonly handle: Promise<number | undefined>;
  /** What it was opened with may be another change by now. */
  isStale: boolean;
}

export function followTyping({
  log,
  reader,
  reviews,
  sessions,
}: Pick<Services, 'log' | 'reader' | 'reviews' | 'sessions'>): TypedFindings {
  const changed = new EventEmitter<Uri>();
  const found = new Map<string, TypedFile>();
  const timers = createTimers();
  let opened: OpenedFile | undefined;
  /** Milliseconds that the last text took: a large one is read the less often. */
  let took = 0;

  const begin = ({ uri, path, session }: JudgedFile): OpenedFile => {
    const asked = { root: session.root, path, environment: editorGitEnvironment(), as: sessions.asker() };
    const handle = reader.call('openTyping', asked).catch((error: unknown) => {
      log.warn(String(error));
      return undefined;
    });
    return { address: uri.toString(), session, handle, isStale: false };
  };
  /** Where only the change around it is another by now, a keystroke does not wait for that. */
  const open = (file: JudgedFile): OpenedFile['handle'] => {
    if (opened?.address !== file.uri.toString()) {
      opened = begin(file);
      took = 0;
    } else if (opened.isStale) {
      const old = opened;
      old.isStale = false;
      const next = begin(file);
      void next.handle.then(() => {
        if (opened !== old) return;
        opened = next;
        checkLater(file.uri);
      });
    }
    return opened.handle;
  };
  const openFor = async (document: TextDocument): Promise<readonly [JudgedFile, number] | undefined> => {
    const file = await judgeFile(sessions, document.uri);
    if (file?.judgement.standing !== 'editable') return undefined;
    const { isTyped } = await import('../../../presentation/findings/is-typed.js');
    const handle = isTyped(file.path, document.getText(), file.snapshot.policy) ? await open(file) : undefined;
    return handle === undefined ? undefined : [file, handle];
  };
  const check = async (document: TextDocument): Promise<void> => {
    const { version, uri } = document;
    const [file, handle] = (await openFor(document)) ?? [];
    const isNewest = (): boolean => document.version === version && !document.isClosed;
    if (!isNewest()) return;
    const text = document.getText();
    const begun = performance.now();
    const review = handle === undefined ? undefined : await reader.call('reviewTyped', { handle, text });
    took = Math.min(performance.now() - begun, mostSettling);
    if (handle !== undefined && review === undefined) {
      // The reader that had opened it has ended since.
      opened = undefined;
      checkLater(uri);
      return;
    }
    if (!isNewest()) return;
    if (file === undefined || review === undefined) forget(uri);
    else {
      found.set(uri.toString(), { ...review, session: file.session, text });
      changed.fire(uri);
    }
  };
  const forget = (uri: Uri): void => {
    if (found.delete(uri.toString())) changed.fire(uri);
  };
  const checkLater = (uri: Uri): void => {
    const document = workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
    if (document !== undefined)
      timers.set(took > isLong ? took : settles, () => inBackground(log, check)(document), uri.toString());
  };
  /** The first keystroke should not wait for git either. */
  const openAhead = (): void => {
    const document = window.activeTextEditor?.document;
    if (document?.uri.scheme === 'file') timers.set(settles, () => inBackground(log, openFor)(document), 'ahead');
  };
  const setStale = (session?: RepositorySession): void => {
    if (opened !== undefined && (session ?? opened.session) === opened.session) opened.isStale = true;
  };

  const subscriptions = Disposable.from(
    changed,
    timers,
    window.onDidChangeActiveTextEditor(openAhead),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && document.uri.scheme === 'file') checkLater(document.uri);
    }),
    workspace.onDidCloseTextDocument(({ uri }) => forget(uri)),
    workspace.onDidSaveTextDocument(() => setStale()),
    reviews.onDidChange(setStale),
    sessions.onDidChange((session) => {
      // Another branch or policy: what was found is of another change.
      if (opened?.session === session) opened = undefined;
      for (const document of workspace.textDocuments)
        if (found.get(document.uri.toString())?.session === session) forget(document.uri);
      openAhead();
    }),
  );
  openAhead();
  return {
    get: (uri) => found.get(uri.toString()),
    onDidChange: changed.event,
    dispose: () => void subscriptions.dispose(),
  };
}
