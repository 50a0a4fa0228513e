import { RelativePattern, Uri, type Disposable } from 'vscode';
import { snapshotOf, type RepositorySession } from './repository-session.js';
import { watchFiles } from '../ui/watch-files.js';

/** Watches files of git's own folder, of one repository at a time. */
export interface GitFolderWatch {
  /** Of this one from now on, once it is known where its folder is. */
  readonly follow: (session: RepositorySession | undefined) => void;
  readonly dispose: () => void;
}

/** For what is not among the files that the standing of paths follows from. `folder` is the worktree's own, or the one they share. */
export function createGitFolderWatch(
  folder: 'gitDir' | 'commonDir',
  glob: string,
  changed: () => void,
): GitFolderWatch {
  let watched: { readonly session: RepositorySession; readonly watch: Disposable } | undefined;
  return {
    follow: (session) => {
      const snapshot = session && snapshotOf(session);
      if (session === undefined || snapshot === undefined || watched?.session === session) return;
      watched?.watch.dispose();
      const pattern = new RelativePattern(Uri.file(snapshot.repository[folder]), glob);
      watched = { session, watch: watchFiles(pattern, changed) };
    },
    dispose: () => void watched?.watch.dispose(),
  };
}
