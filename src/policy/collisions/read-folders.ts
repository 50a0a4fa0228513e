import { findTreeEntries, type ObjectLookup, type Objects } from '../../git/objects.js';
import { folderOf } from '../../text/path-names.js';

/** Bytes of a folder's list of names. */
const largestTree = 2 ** 26;
const folderMode = '40000';

/**
 * The trees of folders in a commit by path, as far as they are there; the root is ''. Each one's parent has to be among `folders`. Goes down
 * level by level, so that git reads each tree once: asked for `COMMIT:PATH` it goes through all trees above for every path. Rejects with a
 * `GitError`.
 */
export async function readFolders(
  objects: Objects,
  commit: string,
  folders: ReadonlySet<string>,
): Promise<ReadonlyMap<string, ObjectLookup>> {
  const inside = new Map<string, string[]>([...folders].map((folder) => [folder, []]));
  for (const folder of folders) if (folder !== '') inside.get(folderOf(folder))?.push(folder);
  const trees = new Map<string, ObjectLookup>();
  let level = new Map([['', `${commit}^{tree}`]]);
  while (level.size > 0) {
    const found = await objects.read([...level.values()], { maxBytes: largestTree });
    const below = new Map<string, string>();
    for (const [folder, name] of level) {
      const tree = found.get(name) as ObjectLookup;
      trees.set(folder, tree);
      if (typeof tree !== 'object') continue;
      const names = new Map(inside.get(folder)?.map((path) => [path.slice(path.lastIndexOf('/') + 1), path]));
      for (const [entry, { mode, oid }] of findTreeEntries(tree, new Set(names.keys()))) {
        if (mode === folderMode) below.set(names.get(entry) as string, oid);
      }
    }
    level = below;
  }
  return trees;
}
