import { Disposable, EventEmitter, type Event, type LogOutputChannel, type Uri } from 'vscode';
import { logErrors } from './log-to.js';
import type { MyChange } from '../guide/my-change.js';
import { GitTrouble } from '../repository/git-trouble.js';
import { audienceOf } from './audience.js';
import type { CurrentRepository } from './current-repository.js';
import type { RepositorySession } from './repository-zone.js';
import { readSettings } from './settings.js';
import { gitEnvironment } from './git-with.js';
import { watchFiles } from './watch-files.js';
import { createGitFolderWatch } from './watch-git-folder.js';
import type { SessionCache } from './zones.js';

/** Where her change in the current repository stands: read only while somebody looks at it. */
export interface MyChanges {
  /** Of the current repository; `undefined` until it was read, for who is no PM, and where git refuses. */
  readonly latest: () => MyChange | undefined;
  /** Git's refusal, where there was one at the last reading. */
  readonly error: () => GitTrouble | undefined;
  /** Reads now, and after each edit that reaches the disk, until what comes back is disposed of. */
  readonly keepFresh: () => Disposable;
  /** Somebody looks at it. */
  readonly isObserved: () => boolean;
  /** Reads now. */
  readonly read: () => Promise<MyChange | undefined>;
  readonly onDidChange: Event<void>;
  /** A file of the current repository was written, or git moved: what is known may be of before. */
  readonly onDidInvalidate: Event<void>;
  readonly dispose: () => void;
}

/** Milliseconds: one step of a person's, or of git's, writes several files. */
const settles = 250;

export function followMyChanges(sessions: SessionCache, current: CurrentRepository, log: LogOutputChannel): MyChanges {
  const changed = new EventEmitter<void>();
  const touched = new EventEmitter<void>();
  let known:
    | { readonly session: RepositorySession; readonly mine: MyChange | undefined; readonly trouble?: GitTrouble }
    | undefined;
  let watchers = 0;
  let timer: NodeJS.Timeout | undefined;
  let newest = {};

  const read = async (): Promise<MyChange | undefined> => {
    const session = current.session();
    const run = {};
    newest = run;
    watch.follow(session);
    const found = session && (await readFor(session));
    if (newest !== run) return found?.mine;
    known = found;
    changed.fire();
    return found?.mine;
  };
  const readFor = async (session: RepositorySession): Promise<typeof known> => {
    if (audienceOf(session.state, readSettings()) !== 'pm') return { session, mine: undefined };
    try {
      const as = sessions.asker();
      const { readMyChange } = await import('../guide/my-change.js');
      return { session, mine: await readMyChange(session.root, { environment: gitEnvironment(), as }) };
    } catch (error) {
      if (error instanceof GitTrouble) return { session, mine: undefined, trouble: error };
      throw error;
    }
  };
  const readLater = (): void => {
    if (watchers === 0) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      read().catch(logErrors(log));
    }, settles);
  };
  const touch = (): void => {
    touched.fire();
    readLater();
  };
  /** What others can see of her change. */
  const watch = createGitFolderWatch('commonDir', 'refs/remotes/**', touch);
  const onFile = (uri: Uri): void => {
    const session = current.session();
    if (session !== undefined && uri.fsPath.startsWith(session.root) && !/[\\/]\.git[\\/]/.test(uri.fsPath)) touch();
  };

  const subscriptions = [
    watch,
    watchFiles('**/*', onFile),
    current.onDidChange(touch),
    sessions.onDidChange(touch),
    changed,
    touched,
  ];

  return {
    latest: () => (known?.session === current.session() ? known?.mine : undefined),
    error: () => (known?.session === current.session() ? known?.trouble : undefined),
    keepFresh: () => {
      watchers += 1;
      readLater();
      return new Disposable(() => {
        watchers -= 1;
      });
    },
    isObserved: () => watchers > 0,
    read,
    onDidChange: changed.event,
    onDidInvalidate: touched.event,
    dispose: () => {
      clearTimeout(timer);
      for (const each of subscriptions) each.dispose();
    },
  };
}
