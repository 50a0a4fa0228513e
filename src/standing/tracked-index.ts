import { createHash } from 'node:crypto';
import { createCollisionFinder, type CollisionFinder } from '../change/collision-finder.js';
import { createFolderFinder } from '../change/list-tracked.js';
import { parseTracked, type Tracked } from '../change/list-tracked.js';
import { fold } from '../policy/fold.js';

/** What follows from the tracked paths alone, so that a change of policy leaves it as it is. */
export interface TrackedIndex {
  readonly tracked: Tracked;
  readonly collides: CollisionFinder;
  readonly isFolder: (path: string) => boolean;
  /** Stands for the paths and their modes: the same text where they are the same. */
  readonly signature: string;
  /** Stands for what git said. */
  readonly digest: string;
}

/** Reads what git lists (`indexQuery`); where it says what it said before, that is what comes back. */
export function indexTracked(output: Buffer, before?: TrackedIndex): TrackedIndex {
  const digest = createHash('sha1').update(output).digest('hex');
  return before?.digest === digest ? before : indexPaths(parseTracked(output), digest);
}

/** Nothing is tracked, or nothing counts. */
export const emptyIndex: TrackedIndex = indexPaths({ paths: [], special: new Map() }, '');

function indexPaths(tracked: Tracked, digest: string): TrackedIndex {
  const { paths, special } = tracked;
  const hash = createHash('sha1').update(JSON.stringify([...special]));
  return {
    tracked,
    collides: createCollisionFinder(paths, fold),
    isFolder: createFolderFinder(paths),
    signature: hash.update(paths.join('\0')).digest('hex'),
    digest,
  };
}
