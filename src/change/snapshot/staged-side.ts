import type { FileVersion } from '../change.js';
import { findTreeEntry, type TreeEntry, type Objects } from '../../git/objects.js';
import type { PathDifference } from '../files/raw-entries.js';
import { canLookUpByName, createIndexSide, isFilePath, type SnapshotSide } from './repository-snapshot.js';
import type { Git } from '../../git/git.js';

export interface StagedSideOptions {
  readonly git: Git;
  readonly objects: Objects;
  /** The commit the index is compared with; `undefined` before the first one. */
  readonly against: string | undefined;
  /** All differences from it. */
  readonly differences: readonly PathDifference[];
  /** The index's list of paths, if it is being read already. */
  readonly prefetchedPaths?: Promise<Buffer | undefined> | undefined;
}

/**
 * The index, where a few paths are found without listing it: they are among the differences, or as in the commit, whose folders are read
 * through the process that reads all objects. Other paths are looked up in the index itself. An intent-to-add entry is not found: no
 * commit would contain it.
 */
export function createStagedSide({
  git,
  objects,
  against,
  differences,
  prefetchedPaths,
}: StagedSideOptions): SnapshotSide {
  const index = createIndexSide(git, prefetchedPaths);
  const changed = new Map(differences.map(({ path, after }) => [path, after]));
  return {
    paths: (fragments) => index.paths(fragments),
    async find(paths) {
      const asked = paths.filter(isFilePath);
      const unchanged = asked.filter((path) => !changed.has(path));
      const held = canLookUpByName(asked) ? await findInCommit(objects, against, unchanged) : undefined;
      if (held === undefined) return index.find(paths);
      return new Map(
        asked.flatMap((path): (readonly [string, TreeEntry | FileVersion])[] => {
          const place = changed.has(path) ? changed.get(path) : held.get(path);
          return place === undefined ? [] : [[path, place]];
        }),
      );
    },
  };
}

/** `undefined` if git does not hold one of the folders, as in a partial clone. */
async function findInCommit(
  objects: Objects,
  commit: string | undefined,
  paths: readonly string[],
): Promise<ReadonlyMap<string, TreeEntry> | undefined> {
  const found = new Map<string, TreeEntry>();
  if (commit === undefined || paths.length === 0) return found;
  const folderObjectName = (path: string): string =>
    path.includes('/') ? `${commit}:${path.slice(0, path.lastIndexOf('/'))}` : `${commit}^{tree}`;
  const trees = await objects.read(paths.map(folderObjectName), { maxBytes: 2 ** 26 });
  for (const path of paths) {
    const tree = trees.get(folderObjectName(path));
    const isFolder = typeof tree !== 'object' || tree.type === 'tree';
    if (!isFolder || (tree === 'missing' && path.includes('/'))) continue;
    if (typeof tree !== 'object' || tree.content === undefined) return undefined;
    const entry = findTreeEntry(tree, path.slice(path.lastIndexOf('/') + 1));
    if (entry !== undefined && entry.mode !== folderMode) found.set(path, entry);
  }
  return found;
}

const folderMode = '40000';
