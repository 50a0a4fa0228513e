import { RelativePattern, Uri, type Disposable } from 'vscode';
import type { RepositoryZone } from './repository-zone.js';
import { watchFiles } from './watch-files.js';
import { viewOf } from './zones.js';

/** Watches files of git's own folder, of one repository at a time. */
export interface GitFolderWatch {
  /** Of this one from now on, once it is known where its folder is. */
  readonly follow: (zone: RepositoryZone | undefined) => void;
  readonly dispose: () => void;
}

/** For what is not among the files that the standing of paths follows from. `folder` is the worktree's own, or the one they share. */
export function createGitFolderWatch(
  folder: 'gitDir' | 'commonDir',
  glob: string,
  changed: () => void,
): GitFolderWatch {
  let watched: { readonly zone: RepositoryZone; readonly watch: Disposable } | undefined;
  return {
    follow: (zone) => {
      const view = zone && viewOf(zone);
      if (zone === undefined || view === undefined || watched?.zone === zone) return;
      watched?.watch.dispose();
      const pattern = new RelativePattern(Uri.file(view.repository[folder]), glob);
      watched = { zone, watch: watchFiles(pattern, changed) };
    },
    dispose: () => {
      watched?.watch.dispose();
    },
  };
}
