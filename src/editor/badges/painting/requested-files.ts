import type { Uri } from 'vscode';
import type { FileLocation } from '../../sessions/session-cache.js';

/** A file or folder that the editor wants a badge for. `location` is `undefined` until it is known, and outside any repository. */
export interface RequestedFile {
  readonly uri: Uri;
  location: FileLocation | undefined;
}

/** The files that the editor requested badges for, so that exactly these are repainted. Bounded: the oldest are dropped. */
export interface RequestedFiles {
  readonly get: (uri: Uri) => RequestedFile;
  /** The latest requests come first: these files are most likely visible. */
  readonly latest: (wanted: (file: RequestedFile) => boolean) => readonly Uri[];
  /** Some were dropped, so the requests no longer cover all that may be painted. */
  readonly isPartial: () => boolean;
  readonly clear: () => void;
}

/** The editor requests each file once, and again after a change event: the order is that of the first request. */
export function createRequestedFiles(most = 10_000): RequestedFiles {
  const files = new Map<string, RequestedFile>();
  let isPartial = false;
  return {
    get: (uri) => {
      const key = uri.toString();
      const known = files.get(key);
      if (known !== undefined) return known;
      const [oldest] = files.size >= most ? files.keys() : [];
      if (oldest !== undefined) {
        files.delete(oldest);
        isPartial = true;
      }
      const file: RequestedFile = { uri, location: undefined };
      files.set(key, file);
      return file;
    },
    latest: (wanted) =>
      [...files.values()]
        .filter(wanted)
        .map(({ uri }) => uri)
        .reverse(),
    isPartial: () => isPartial,
    clear: () => {
      files.clear();
      isPartial = false;
    },
  };
}
