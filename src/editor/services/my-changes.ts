import { Disposable, EventEmitter, workspace, type Event, type LogOutputChannel, type Uri } from 'vscode';
import { inBackground } from '../ui/log-errors.js';
import { oneAtATime } from '../ui/one-at-a-time.js';
import { createPauses } from '../ui/pauses.js';
import { createTimers } from '../ui/timers.js';
import type { MyChange } from '../../presentation/my-change/my-change.js';
import { GitError } from '../../git/git-error.js';
import type { Reader } from '../reader/create-reader.js';
import { audienceOf } from '../sessions/audience.js';
import type { CurrentRepository } from '../sessions/current-repository.js';
import type { RepositorySession } from '../sessions/repository-session.js';
import { readSettings } from '../ui/editor-settings.js';
import { editorGitEnvironment } from '../ui/editor-git-environment.js';
import { watchFiles } from '../ui/watch-files.js';
import { createGitFolderWatch } from '../sessions/git-folder-watch.js';
import type { SessionCache } from '../sessions/session-cache.js';

/** The state of the PM's change in the current repository: read only while a view shows it. */
export interface MyChanges {
  /** Of the current repository; `undefined` until it was read, for anyone but a PM, and where git fails. */
  readonly latest: () => MyChange | undefined;
  /** Whether it was read of the current repository since that was opened, be it in vain. */
  readonly isRead: () => boolean;
  /** Git's error at the last reading, if any. */
  readonly error: () => GitError | undefined;
  /** Reads now, and after each edit that reaches the disk, until the result is disposed of. */
  readonly keepFresh: () => Disposable;
  /** Whether a view shows it. */
  readonly isObserved: () => boolean;
  /** Reads once the repository is read, and once a reading that is under way has ended: what is known afterwards is not older than the call. */
  readonly read: () => Promise<MyChange | undefined>;
  /** Until the result is disposed of, no edit has it read: whoever moves files and branches reads it once that is done. */
  readonly pause: () => Disposable;
  readonly onDidChange: Event<void>;
  /** A file of the current repository was written, or git moved: the latest state may be stale. */
  readonly onDidInvalidate: Event<void>;
  readonly dispose: () => void;
}

/** Milliseconds: one step of the user, or of git, writes several files. */
const settles = 250;

export function followMyChanges(
  sessions: SessionCache,
  current: CurrentRepository,
  reader: Reader,
  log: LogOutputChannel,
): MyChanges {
  const changed = new EventEmitter<void>();
  const invalidated = new EventEmitter<void>();
  let known:
    | { readonly session: RepositorySession; readonly myChange: MyChange | undefined; readonly error?: GitError }
    | undefined;
  let watchers = 0;
  const pauses = createPauses();
  const timers = createTimers();

  const read = oneAtATime(async (): Promise<MyChange | undefined> => {
    const session = await current.settled();
    watch.follow(session);
    known = session && (await readFor(session));
    changed.fire();
    return known?.myChange;
  });
  const readFor = async (session: RepositorySession): Promise<typeof known> => {
    // A command that is chosen while the window opens is not told that there is no change.
    if (audienceOf(await session.ready(), readSettings()) !== 'pm') return { session, myChange: undefined };
    try {
      const asked = { root: session.root, environment: editorGitEnvironment(), as: sessions.asker() };
      return { session, myChange: await reader.call('readMyChange', asked) };
    } catch (error) {
      if (error instanceof GitError) return { session, myChange: undefined, error };
      throw error;
    }
  };
  const readInBackground = inBackground(log, read);
  const readLater = (): void => {
    if (watchers === 0) return;
    timers.set(settles, () => {
      if (!pauses.isPaused()) readInBackground();
    });
  };
  const touch = (): void => {
    invalidated.fire();
    readLater();
  };
  /** What others can see of the change. */
  const watch = createGitFolderWatch('commonDir', 'refs/remotes/**', touch);
  const onFile = (uri: Uri): void => {
    const session = current.session();
    if (session !== undefined && uri.fsPath.startsWith(session.root) && !/[\\/]\.git[\\/]/.test(uri.fsPath)) touch();
  };

  const subscriptions = Disposable.from(
    watch,
    timers,
    watchFiles('**/*', onFile),
    // What is saved here is known at once, however late or never the disk tells of it.
    workspace.onDidSaveTextDocument(({ uri }) => onFile(uri)),
    current.onDidChange(touch),
    sessions.onDidChange(touch),
    changed,
    invalidated,
  );

  return {
    latest: () => (known?.session === current.session() ? known?.myChange : undefined),
    isRead: () => known !== undefined && known.session === current.session() && known.session.state !== undefined,
    error: () => (known?.session === current.session() ? known?.error : undefined),
    keepFresh: () => {
      watchers += 1;
      readLater();
      return new Disposable(() => {
        watchers -= 1;
      });
    },
    isObserved: () => watchers > 0,
    read,
    pause: pauses.pause,
    onDidChange: changed.event,
    onDidInvalidate: invalidated.event,
    dispose: () => void subscriptions.dispose(),
  };
}
