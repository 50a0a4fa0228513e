/** Finds another path that a case-insensitive disk takes for this one, or for one of its parent folders. */
export type CollisionFinder = (path: string) => string | undefined;

/**
 * For many single look-ups in one list: folders are indexed on the first look-up, and the names of a folder are folded on its first.
 * `all` is in git's order; `fold` maps names that a disk takes for the same to one name. Gives the same answers as `findCollisions`,
 * whether or not the path is in the list.
 */
export function createCollisionFinder(all: readonly string[], fold: (name: string) => string): CollisionFinder {
  let children: ReadonlyMap<string, readonly string[]> | undefined;
  const folded = new Map<string, ReadonlyMap<string, readonly string[]>>();

  const namesIn = (folder: string): ReadonlyMap<string, readonly string[]> => {
    const known = folded.get(folder);
    if (known !== undefined) return known;
    const names = new Map<string, string[]>();
    for (const name of (children ??= childrenOf(all)).get(folder) ?? []) {
      const bucket = names.get(fold(name));
      if (bucket === undefined) names.set(fold(name), [name]);
      else bucket.push(name);
    }
    folded.set(folder, names);
    return names;
  };

  /** From the path upwards: its own collision says more than that of its folders. */
  return (written) => {
    for (let path = written.replace(/\/$/u, ''); path !== ''; path = parentOf(path)) {
      const folder = parentOf(path);
      const name = path.slice(folder === '' ? 0 : folder.length + 1);
      const other = namesIn(folder)
        .get(fold(name))
        ?.find((each) => each !== name);
      if (other !== undefined) return folder === '' ? other : `${folder}/${other}`;
    }
    return undefined;
  };
}

/** The direct children of each folder, each once. */
function childrenOf(all: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>([['', []]]);
  const listOf = (folder: string): string[] => {
    const known = children.get(folder);
    if (known !== undefined) return known;
    const names: string[] = [];
    children.set(folder, names);
    const above = parentOf(folder);
    listOf(above).push(folder.slice(above === '' ? 0 : above.length + 1));
    return names;
  };
  // Consecutive paths mostly share their folder.
  let folder = '';
  let names = listOf(folder);
  for (const path of all) {
    const end = path.lastIndexOf('/');
    if (end !== folder.length || !path.startsWith(folder)) {
      folder = parentOf(path);
      names = listOf(folder);
    }
    names.push(path.slice(end + 1));
  }
  return children;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
