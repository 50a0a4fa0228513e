import { join } from 'node:path';

/** A path of git's as one character a byte, since not all are UTF-8: two different paths are two different values. */
export type BytePath = string;

/** The names in a list of git's, each ended by NUL. */
export function parsePathList(output: Buffer): readonly BytePath[] {
  return output.toString('latin1').split('\0').slice(0, -1);
}

/** The inverse of `decodePath`. */
export function encodePath(path: string): BytePath {
  return Buffer.from(path, 'utf8').toString('latin1');
}

/** For people; bytes that are not UTF-8 become U+FFFD. */
export function decodePath(name: BytePath): string {
  return Buffer.from(name, 'latin1').toString('utf8');
}

/** A list for git, each name ended by NUL. */
export function formatPathList(names: Iterable<BytePath>): Buffer {
  return Buffer.from([...names].map((name) => `${name}\0`).join(''), 'latin1');
}

/** The folders that a name lies in, the outermost first. */
export function ancestorFolders(name: BytePath): readonly BytePath[] {
  const parts = name.split('/').slice(0, -1);
  return parts.map((_, depth) => parts.slice(0, depth + 1).join('/'));
}

/** A place on the disk: a name below an absolute folder. */
export function resolveDiskPath(folder: string, name: BytePath): Buffer {
  return Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, 'latin1')]);
}

export function joinDiskPath(...parts: readonly string[]): Buffer {
  return Buffer.from(join(...parts));
}

/** “a”, “b” and 3 more, for a sentence. */
export function summarizePaths(names: readonly BytePath[]): string {
  const shown = names.slice(0, 2).map((name) => `“${decodePath(name)}”`);
  return names.length > 2 ? `${shown.join(', ')} and ${names.length - 2} more` : shown.join(' and ');
}
