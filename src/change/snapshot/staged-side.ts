import type { FileVersion } from '../change.js';
import type { TreeEntry, Objects } from '../../git/objects.js';
import type { PathDifference } from '../files/raw-entries.js';
import { findInCommit } from './find-in-commit.js';
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
