import type { FileVersion } from '../change.js';
import type { Objects, TreeEntry } from '../../git/objects.js';
import { findInCommit } from './find-in-commit.js';
import { pathNamer, type PathList } from './path-list.js';
import { isFilePath, type SnapshotSide } from './repository-snapshot.js';

export interface WorktreeSideOptions {
  readonly objects: Objects;
  /** The commit that the working tree is compared with; `undefined` before the first one. */
  readonly against: string | undefined;
  /** Its side, for many paths. */
  readonly base: SnapshotSide;
  /** What differs from it: a version, or `undefined` if the path is gone. */
  readonly over: ReadonlyMap<string, FileVersion | undefined>;
  /** The paths of the index. */
  readonly index: PathList;
}

/** Paths that are found through the process that reads all objects; for more the whole commit is listed. */
const mostPaths = 500;

/** A working tree: what differs from the commit is known, all else is as there. Its paths are those of the index, then the untracked. */
export function createWorktreeSide({ objects, against, base, over, index }: WorktreeSideOptions): SnapshotSide {
  return {
    paths(fragments) {
      const paths: string[] = [];
      const known = new Set<string>();
      for (const path of fragments === undefined ? index.all() : index.named(fragments)) {
        const isChanged = over.has(path);
        if (isChanged) known.add(path);
        if (!isChanged || over.get(path) !== undefined) paths.push(path);
      }
      const isNamed = fragments === undefined ? undefined : pathNamer(fragments);
      over.forEach((version, path) => {
        if (version && isNamed?.(path) !== false && !known.has(path)) paths.push(path);
      });
      return Promise.resolve(paths);
    },
    async find(paths) {
      const asked = paths.filter(isFilePath);
      const unchanged = asked.filter((path) => !over.has(path));
      const isFew = unchanged.length <= mostPaths && !unchanged.some((path) => path.includes('\ufffd'));
      const held = (isFew && (await findInCommit(objects, against, unchanged))) || (await base.find(unchanged));
      return new Map(
        asked.flatMap((path): (readonly [string, TreeEntry | FileVersion])[] => {
          const place = over.has(path) ? over.get(path) : held.get(path);
          return place === undefined ? [] : [[path, place]];
        }),
      );
    },
  };
}
