/** The last name of a path, as that of a file. */
export function lastNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folder that a path lies in, without a slash at its end; '' for one at the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The folders around a path, the highest first, without the root: `a` and `a/b` around `a/b/c.md`. */
export function foldersAround(path: string): readonly string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, at) => names.slice(0, at + 1).join('/'));
}

/** What is written of a path or a host with its signs as numbers, `%2F` for one; as it is where they are no numbers of signs. */
export function decodePercent(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

/** A sign of ASCII by its number: `%28`. */
export function encodePercent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
