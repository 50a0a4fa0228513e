import { createHash } from 'node:crypto';
import { createCollisionFinder, type CollisionFinder } from './collisions/collision-finder.js';
import { createFolderFinder, parseTracked, type TrackedPaths } from '../git/list-tracked.js';
import { fold } from './fold.js';

/** What depends on the tracked paths alone, so that it survives a change of policy. */
export interface TrackedIndex {
  readonly tracked: TrackedPaths;
  readonly findCollision: CollisionFinder;
  readonly isFolder: (path: string) => boolean;
  /** A hash of the paths and their modes. */
  readonly signature: string;
  /** A hash of git's output. */
  readonly digest: string;
}

/**
 * Indexes git's output for `indexQuery`; returns `before` if the output is unchanged, and what it has of the paths if only their content is
 * another, as after a commit.
 */
export function indexTracked(output: Buffer, before?: TrackedIndex): TrackedIndex {
  const digest = createHash('sha1').update(output).digest('hex');
  if (before?.digest === digest) return before;
  const index = indexPaths(parseTracked(output), digest);
  return before?.signature === index.signature ? { ...before, digest } : index;
}

/** The index of no paths. */
export const emptyTrackedIndex: TrackedIndex = indexPaths({ paths: [], special: new Map() }, '');

function indexPaths(tracked: TrackedPaths, digest: string): TrackedIndex {
  const { paths, special } = tracked;
  const hash = createHash('sha1').update(JSON.stringify([...special]));
  return {
    tracked,
    findCollision: createCollisionFinder(paths, fold),
    isFolder: createFolderFinder(paths),
    signature: hash.update(paths.join('\0')).digest('hex'),
    digest,
  };
}
