/** Another path that a disk which does not tell their names apart takes for this one, or for a folder it lies in. */
export type CollisionFinder = (path: string) => string | undefined;

/**
 * For many questions about one list, asked one by one: folders are indexed with the first question, and the names of a folder are folded
 * when it is first met. `all` is in git's order; `fold` maps names that are taken for the same to one name. The same answers as
 * `findCollisions`, whether or not the path asked for is in the list.
 */
export function createCollisionFinder(all: readonly string[], fold: (name: string) => string): CollisionFinder {
  let children: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  const folded = new Map<string, ReadonlyMap<string, readonly string[]>>();

  const namesIn = (folder: string): ReadonlyMap<string, readonly string[]> => {
    const known = folded.get(folder);
    if (known !== undefined) return known;
    const names = new Map<string, string[]>();
    for (const name of (children ??= childrenOf(all)).get(folder) ?? []) {
      const alike = names.get(fold(name));
      if (alike === undefined) names.set(fold(name), [name]);
      else alike.push(name);
    }
    folded.set(folder, names);
    return names;
  };

  /** The nearest the path first: what it collides with itself says more than what its folders do. */
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

/** The names right in each folder. Paths that follow each other mostly share their folders, which are then passed over. */
function childrenOf(all: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const children = new Map<string, Set<string>>();
  let last = '';
  for (const path of all) {
    for (let end = path.length, folder = parentOf(path); ; end = folder.length, folder = parentOf(folder)) {
      const name = path.slice(folder === '' ? 0 : folder.length + 1, end);
      const names = children.get(folder);
      if (names !== undefined) names.add(name);
      else children.set(folder, new Set([name]));
      if (folder === '' || (names !== undefined && last.startsWith(`${folder}/`))) break;
    }
    last = path;
  }
  return children;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
