/** The most folders that are remembered; beyond them all are forgotten and found again. */
const mostFolders = 1 << 17;

/** A folder's name longer than this is not remembered: no system opens it, and long names would fill the memory. */
const longestFolder = 4096;

/**
 * Gives each folder its value: the root's, or what `enter` makes of the value of the folder above and the folder's own
 * name, found once a folder. A folder is the first `length` characters of `path`, without leading or trailing slash, the root
 * none. Bounded in memory; any depth is safe.
 */
export function rememberFolders<T extends object>(
  root: T,
  enter: (above: T, name: string) => T,
): (path: string, length: number) => T {
  const known = new Map<string, T>();
  // Paths come sorted more often than not, and then most lie in the folder of the one before.
  let last = '';
  let lastValue = root;

  function find(path: string, length: number): T {
    if (length === last.length && path.startsWith(last)) return lastValue;
    const folder = path.slice(0, length);
    const value = folder === '' ? root : (known.get(folder) ?? enterNew(folder));
    if (length > longestFolder) return value;
    last = folder;
    lastValue = value;
    return value;
  }

  function enterNew(folder: string): T {
    return folder.length > longestFolder ? folder.split('/').reduce(enter, root) : walk(folder);
  }

  /** Goes up to the nearest folder that is known, then down again. */
  function walk(folder: string): T {
    let start = folder.lastIndexOf('/');
    let value = start < 0 ? root : known.get(folder.slice(0, start));
    while (value === undefined) {
      start = start === 0 ? -1 : folder.lastIndexOf('/', start - 1);
      value = start < 0 ? root : known.get(folder.slice(0, start));
    }
    while (start < folder.length) {
      const next = folder.indexOf('/', start + 1);
      const end = next < 0 ? folder.length : next;
      value = enter(value, folder.slice(start + 1, end));
      if (known.size >= mostFolders) known.clear();
      known.set(end === folder.length ? folder : folder.slice(0, end), value);
      start = end;
    }
    return value;
  }

  return find;
}
