import { findTreeEntries, type TreeEntry, type Objects } from '../../git/objects.js';

/**
 * The entries of these paths in a commit, read from their folders through the process that reads all objects. `undefined` if git does not
 * hold one of the folders, as in a partial clone.
 */
export async function findInCommit(
  objects: Objects,
  commit: string | undefined,
  paths: readonly string[],
): Promise<ReadonlyMap<string, TreeEntry> | undefined> {
  const found = new Map<string, TreeEntry>();
  if (commit === undefined || paths.length === 0) return found;
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const known = folders.get(folder);
    if (known) known.push(path);
    else folders.set(folder, [path]);
  }
  const objectName = (folder: string): string =>
    folder === '' ? `${commit}^{tree}` : `${commit}:${folder.slice(0, -1)}`;
  const trees = await objects.read([...folders.keys()].map(objectName), { maxBytes: 2 ** 26 });
  for (const [folder, held] of folders) {
    const tree = trees.get(objectName(folder));
    const isFolder = typeof tree !== 'object' || tree.type === 'tree';
    if (!isFolder || (tree === 'missing' && folder !== '')) continue;
    if (typeof tree !== 'object' || tree.content === undefined) return undefined;
    const entries = findTreeEntries(tree, new Set(held.map((path) => path.slice(folder.length))));
    for (const path of held) {
      const entry = entries.get(path.slice(folder.length));
      if (entry !== undefined && entry.mode !== folderMode) found.set(path, entry);
    }
  }
  return found;
}

const folderMode = '40000';
