import { Disposable, EventEmitter, Uri, workspace, type Event, type LogOutputChannel } from 'vscode';
import { logErrors } from '../ui/log-errors.js';
import type { PolicySession } from '../../policy/policy-session.js';
import { editorGitEnvironment } from '../ui/editor-git-environment.js';
import type { Reader } from '../reader/create-reader.js';
import { createRepositoryFinder } from './reading/repository-finder.js';
import { createRepositorySession, snapshotOf, type RepositorySession } from './repository-session.js';
import { isGitsOwn, pathInRepository } from './repository-uri.js';
import { readSettings, affectsSettings } from '../ui/editor-settings.js';
import type { TypedFile } from './reading/typed-policy-of.js';
import { watchRepository } from './reading/watch-repository.js';

/** A file or folder with the session of its repository; `path` is from the root, `/`-separated, empty for the root itself. */
export interface FileLocation {
  readonly session: RepositorySession;
  readonly path: string;
}

/** The sessions of every repository asked about: nested ones, several folders, and one that an opened folder lies in. */
export interface SessionCache {
  /** Where a file or folder lies; `undefined` outside any repository, in git's own folder, and where nothing may be read (untrusted, not on this disk). */
  readonly locate: (uri: Uri) => Promise<FileLocation | undefined>;
  /** Opens a repository, with its policy for who is asking. The caller must close it. Rejects with a `GitError`. */
  readonly openPolicy: (root: string) => Promise<PolicySession>;
  /** The repository with this root, if it was asked about. */
  readonly get: (root: string) => RepositorySession | undefined;
  readonly all: () => readonly RepositorySession[];
  /** After a repository was read and something new was found. */
  readonly onDidChange: Event<RepositorySession>;
  /** After folders were opened or closed, or repositories made or removed: a file may lie in another one now. */
  readonly onDidInvalidate: Event<void>;
  /**
   * Views the repository as a PM of the roster, or as whoever git's settings name (`undefined`), until the window closes: by the policy that counts, or
   * by one that is typed.
   */
  readonly viewAs: (name: string | undefined, typed?: TypedFile) => void;
  /** Whether a typed policy is what the repository is viewed by. */
  readonly isPreview: () => boolean;
  readonly viewedAs: () => string | undefined;
  /** Who is asking: the PM viewed as, else the setting; `undefined` where git's settings decide. */
  readonly asker: () => string | undefined;
  readonly dispose: () => void;
}

export function createSessionCache(log: LogOutputChannel, reader: Pick<Reader, 'call'>): SessionCache {
  const finder = createRepositoryFinder();
  const sessions = new Map<string, { readonly session: RepositorySession; watch: Disposable | undefined }>();
  const changed = new EventEmitter<RepositorySession>();
  const forgotten = new EventEmitter<void>();
  let viewedAs: string | undefined;
  let typed: TypedFile | undefined;

  const asker = (): string | undefined => viewedAs ?? readSettings().as;
  const openPolicy = async (root: string): Promise<PolicySession> => {
    const { openPolicySession } = await import('../../policy/policy-session.js');
    const asked = { environment: editorGitEnvironment(), as: asker() };
    // Where the reader fails, it is read here, which says why.
    const readElsewhere = (): Promise<void> => reader.call('readPolicy', { root, ...asked }).catch(() => undefined);
    return openPolicySession({ cwd: root, ...asked, readElsewhere });
  };
  const open = (root: string): RepositorySession => {
    const known = sessions.get(root);
    if (known !== undefined) return known.session;
    const session: RepositorySession = createRepositorySession(
      root,
      async () => {
        const { readRepository } = await import('./reading/read-repository.js');
        const used = typed?.root === root ? typed : undefined;
        return readRepository(root, {
          as: asker(),
          before: session.state,
          typed: used,
          openPolicy: () => openPolicy(root),
        });
      },
      logErrors(log),
    );
    const entry = { session, watch: undefined as Disposable | undefined };
    sessions.set(root, entry);
    session.onDidChange(() => {
      // Git's folders are known after the first reading, and never change.
      if (entry.watch === undefined) entry.watch = watchFor(session);
      changed.fire(session);
    });
    return session;
  };

  const refreshAll = (): void => {
    for (const { session } of sessions.values()) session.refresh();
  };

  const subscriptions = [
    workspace.onDidChangeConfiguration((event) => {
      if (affectsSettings(event, 'as', 'role') || event.affectsConfiguration('git.path')) refreshAll();
    }),
    workspace.onDidChangeWorkspaceFolders(() => {
      finder.forget();
      forgotten.fire();
    }),
    ...watchForRepositories(() => {
      finder.forget();
      refreshAll();
      forgotten.fire();
    }),
  ];

  return {
    openPolicy,
    locate: async (uri) => {
      if (!workspace.isTrusted || uri.scheme !== 'file') return undefined;
      // A folder that is a nested repository's root is judged as the outer repository has it.
      const root = await finder.rootOf(isFolderOfWorkspace(uri) ? uri : Uri.joinPath(uri, '..'));
      if (root === undefined) return undefined;
      const path = pathInRepository({ root }, uri);
      // Git has the words of a commit typed into a file of its own.
      return isGitsOwn(path) ? undefined : { session: open(root), path };
    },
    get: (root) => sessions.get(root)?.session,
    all: () => [...sessions.values()].map(({ session }) => session),
    onDidChange: changed.event,
    onDidInvalidate: forgotten.event,
    viewAs: (name, by) => {
      viewedAs = name;
      typed = by;
      refreshAll();
    },
    viewedAs: () => viewedAs,
    isPreview: () => typed !== undefined,
    asker,
    dispose: () => {
      for (const each of subscriptions) each.dispose();
      for (const { session, watch } of sessions.values()) {
        watch?.dispose();
        session.dispose();
      }
      changed.dispose();
      forgotten.dispose();
    },
  };
}

/** Milliseconds within which VS Code has surely begun to watch; it does not report when. */
const watchStart = 2000;

function watchFor(session: RepositorySession): Disposable | undefined {
  const snapshot = snapshotOf(session);
  if (snapshot === undefined) return undefined;
  const watch = watchRepository(snapshot, () => session.refresh());
  // Catches whatever changed before watching began.
  const timer = setTimeout(() => session.refresh(), watchStart);
  return new Disposable(() => {
    clearTimeout(timer);
    watch.dispose();
  });
}

function watchForRepositories(changed: () => void): readonly Disposable[] {
  const watcher = workspace.createFileSystemWatcher('**/.git', false, true, false);
  return [watcher, watcher.onDidCreate(changed), watcher.onDidDelete(changed)];
}

function isFolderOfWorkspace(uri: Uri): boolean {
  return workspace.workspaceFolders?.some((folder) => folder.uri.toString() === uri.toString()) === true;
}
