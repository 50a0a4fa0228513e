import { Disposable, workspace, type GlobPattern, type Uri } from 'vscode';

/** Calls `changed` with each file that is made, written or removed where the pattern fits, until what comes back is disposed of. */
export function watchFiles(pattern: GlobPattern, changed: (uri: Uri) => void): Disposable {
  const watcher = workspace.createFileSystemWatcher(pattern);
  return Disposable.from(
    watcher,
    watcher.onDidCreate(changed),
    watcher.onDidChange(changed),
    watcher.onDidDelete(changed),
  );
}
