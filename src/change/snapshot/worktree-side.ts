import type { FileVersion } from '../change.js';
import type { Objects, TreeEntry } from '../../git/objects.js';
import { findInCommit } from './find-in-commit.js';
import type { PathList } from './path-list.js';
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
      const held = fragments === undefined ? index.all() : index.named(fragments);
      const kept = held.filter((path) => !over.has(path) || over.get(path) !== undefined);
      const known = new Set(held.filter((path) => over.has(path)));
      const others = [...over].flatMap(([path, version]) => (version && !known.has(path) ? [path] : []));
      return Promise.resolve([...kept, ...others]);
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
