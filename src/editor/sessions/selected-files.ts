import { Uri } from 'vscode';
import { activeFile } from './active-file.js';
import type { FileLocation, SessionCache } from './session-cache.js';
import { snapshotOf } from './repository-session.js';
import type { SessionSnapshot } from './repository-state.js';

/** A file or folder with the snapshot of its repository. */
export interface LocatedFile extends FileLocation {
  readonly uri: Uri;
  readonly snapshot: SessionSnapshot;
}

/** What a command was invoked on: the file and all that are selected with it, else the active one. */
export function selectedFiles(args: readonly unknown[]): readonly Uri[] {
  const [chosen, selected] = args;
  const uris = (Array.isArray(selected) ? (selected as unknown[]) : [chosen]).flatMap(uriOf);
  if (uris.length > 0) return uris;
  if (chosen instanceof Uri) return [chosen];
  const open = activeFile();
  return open === undefined ? [] : [open];
}

/** The files of the repository that the first one lies in. Rejects with a `GitError` where that one cannot be read. */
export async function locateFiles(sessions: SessionCache, uris: readonly Uri[]): Promise<readonly LocatedFile[]> {
  const files: LocatedFile[] = [];
  for (const uri of uris) {
    const location = await sessions.locate(uri);
    if (location === undefined || (files[0] !== undefined && files[0].session !== location.session)) continue;
    const state = await location.session.ready();
    if (state.kind === 'git-error') throw state.error;
    const snapshot = snapshotOf(location.session);
    if (snapshot !== undefined) files.push({ uri, snapshot, ...location });
  }
  return files;
}

/** A file, or a tree node that stands for one. */
function uriOf(chosen: unknown): readonly Uri[] {
  if (chosen instanceof Uri) return [chosen];
  if (typeof chosen !== 'object' || chosen === null || !('resourceUri' in chosen)) return [];
  return chosen.resourceUri instanceof Uri ? [chosen.resourceUri] : [];
}
