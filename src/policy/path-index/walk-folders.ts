/** Where a walk stands: in the folder of the path that was asked for last. */
export interface FolderWalk<T> {
  /** The folder's path, without leading or trailing slash; the root is empty. */
  folder: string;
  value: T;
  /** How many folders stand between the root and here, this one too. */
  depth: number;
  /** The values of the folders from the root to here, and where in `folder` their paths end; what is behind them is left over. */
  readonly values: T[];
  readonly ends: number[];
}

/** Begins at the root. */
export function startWalk<T>(root: T): FolderWalk<T> {
  return { folder: '', value: root, depth: 0, values: [root], ends: [0] };
}

/**
 * Goes to the folder that is the first `length` characters of `path`: up to where the ways part, then down, each folder's value
 * being what `enter` makes of the value above and the folder's name. Paths come sorted more often than not, so that most lie in
 * the folder of the one before and few folders are entered twice. Memory grows with the depth alone.
 */
export function walkToFolder<T>(
  walk: FolderWalk<T>,
  path: string,
  length: number,
  enter: (above: T, name: string) => T,
): T {
  if (length === walk.folder.length && path.startsWith(walk.folder)) return walk.value;
  const { values, ends } = walk;
  let { depth } = walk;
  // The root has no name, unlike a folder whose name is empty.
  while (depth > 0 && (length === 0 || !isAround(walk.folder, ends[depth] as number, path, length))) depth -= 1;
  let value = values[depth] as T;
  let from = depth === 0 ? 0 : (ends[depth] as number) + 1;
  while (length > 0 && from <= length) {
    const slash = path.indexOf('/', from);
    const to = slash < 0 || slash > length ? length : slash;
    value = enter(value, path.slice(from, to));
    depth += 1;
    values[depth] = value;
    ends[depth] = to;
    from = to + 1;
  }
  walk.folder = path.slice(0, length);
  walk.value = value;
  walk.depth = depth;
  return value;
}

/** Whether the first `end` characters of `folder` are a folder that is or holds the first `length` ones of `path`. */
function isAround(folder: string, end: number, path: string, length: number): boolean {
  if (end > length || (end < length && path.charCodeAt(end) !== slash)) return false;
  return path.slice(0, end) === folder.slice(0, end);
}

const slash = 47;
