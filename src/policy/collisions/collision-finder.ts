import { folderOf } from '../../text/path-names.js';

/** Finds another path that a case-insensitive disk takes for this one, or for one of its parent folders. */
export type CollisionFinder = (path: string) => string | undefined;

/**
 * For many single look-ups in one list: folders are indexed on the first look-up, and the names of a folder are folded on its first.
 * `all` is in git's order; `fold` maps names that a disk takes for the same to one name. Gives the same answers as `findCollisions`,
 * whether or not the path is in the list.
 */
export function createCollisionFinder(all: readonly string[], fold: (name: string) => string): CollisionFinder {
  let children: ReadonlyMap<string, readonly string[]> | undefined;
  const folded = new Map<string, FoldedNames>();
  const answers = new Map<string, string | undefined>();

  const namesIn = (folder: string): FoldedNames => {
    const known = folded.get(folder);
    if (known !== undefined) return known;
    const [first, second] = [new Map<string, string>(), new Map<string, string>()];
    for (const name of (children ??= childrenOf(all)).get(folder) ?? []) {
      const key = fold(name);
      const other = first.get(key);
      if (other === undefined) first.set(key, name);
      else if (other !== name && !second.has(key)) second.set(key, name);
    }
    const names = { first, second };
    folded.set(folder, names);
    return names;
  };

  const siblingOf = (path: string): string | undefined => {
    const folder = folderOf(path);
    const name = path.slice(folder === '' ? 0 : folder.length + 1);
    const { first, second } = namesIn(folder);
    const key = fold(name);
    const other = first.get(key) === name ? second.get(key) : first.get(key);
    return other === undefined || folder === '' ? other : `${folder}/${other}`;
  };

  /** From the path upwards: its own collision says more than that of its folders, whose answers are kept. */
  return (written) => {
    const passed: string[] = [];
    let found: string | undefined;
    let path = written.replace(/\/$/u, '');
    for (; path !== '' && found === undefined && !answers.has(path); path = folderOf(path)) {
      passed.push(path);
      found = siblingOf(path);
    }
    found ??= answers.get(path);
    for (const folder of passed) if (children?.has(folder) === true) answers.set(folder, found);
    return found;
  };
}

/** The names in a folder by their folded form: the first of each form, and the second one, which almost never is there. */
interface FoldedNames {
  readonly first: ReadonlyMap<string, string>;
  readonly second: ReadonlyMap<string, string>;
}

/** The direct children of each folder, each once. */
function childrenOf(all: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>([['', []]]);
  const listOf = (folder: string): string[] => {
    const known = children.get(folder);
    if (known !== undefined) return known;
    const names: string[] = [];
    children.set(folder, names);
    const above = folderOf(folder);
    listOf(above).push(folder.slice(above === '' ? 0 : above.length + 1));
    return names;
  };
  // Consecutive paths mostly share their folder.
  let folder = '';
  let names = listOf(folder);
  for (const path of all) {
    const end = path.lastIndexOf('/');
    if (end !== folder.length || !path.startsWith(folder)) {
      folder = folderOf(path);
      names = listOf(folder);
    }
    names.push(path.slice(end + 1));
  }
  return children;
}
