import { Uri } from 'vscode';
import { activeFile } from './open-file.js';
import type { FileLocation, SessionCache } from './zones.js';
import { snapshotOf } from './repository-zone.js';
import type { SessionSnapshot } from './repository-state.js';

/** A place whose repository was read. */
export interface LocatedFile {
  readonly uri: Uri;
  readonly session: FileLocation['session'];
  readonly path: string;
  readonly snapshot: SessionSnapshot;
}

/** What a command was called on: the file it was called on and all that are selected with it, else the open one. */
export function selectedFiles(args: readonly unknown[]): readonly Uri[] {
  const [chosen, selected] = args;
  const uris = (Array.isArray(selected) ? (selected as unknown[]) : [chosen]).flatMap(uriOf);
  if (uris.length > 0) return uris;
  if (chosen instanceof Uri) return [chosen];
  const open = activeFile();
  return open === undefined ? [] : [open];
}

/** Those that lie in the repository of the first that lies in one. Rejects with a `GitTrouble` where that one cannot be read. */
export async function locateFiles(sessions: SessionCache, uris: readonly Uri[]): Promise<readonly LocatedFile[]> {
  const files: LocatedFile[] = [];
  for (const uri of uris) {
    const location = await sessions.locate(uri);
    if (location === undefined || (files[0] !== undefined && files[0].session !== location.session)) continue;
    const state = await location.session.ready();
    if (state.kind === 'trouble') throw state.error;
    const snapshot = snapshotOf(location.session);
    if (snapshot !== undefined) files.push({ uri, snapshot, ...location });
  }
  return files;
}

/** A file, or a line of a list that stands for one. */
function uriOf(chosen: unknown): readonly Uri[] {
  if (chosen instanceof Uri) return [chosen];
  if (typeof chosen !== 'object' || chosen === null || !('resourceUri' in chosen)) return [];
  return chosen.resourceUri instanceof Uri ? [chosen.resourceUri] : [];
}
