import type { Uri } from 'vscode';
import type { FileLocation } from './zones.js';

/** A file or folder that the editor wants a badge for. `place` is `undefined` until it is known, and outside any repository. */
export interface RequestedFile {
  readonly uri: Uri;
  location: FileLocation | undefined;
}

/** What the editor asked badges for, so that exactly this is painted anew. Bounded: the oldest are forgotten. */
export interface RequestedFiles {
  readonly get: (uri: Uri) => RequestedFile;
  /** Those asked for last come first: they are what is probably looked at. */
  readonly latest: (wanted: (file: RequestedFile) => boolean) => readonly Uri[];
  /** Some were forgotten, so what is asked for is no longer all that may be painted. */
  readonly isPartial: () => boolean;
  readonly clear: () => void;
}

/** The editor asks once for each, and again when told to: the order is that of the first time. */
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
