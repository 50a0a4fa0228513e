import { slugOf } from '../planning/slugify.js';
import type { RefChange } from './journal.js';
import type { Snapshot } from './snapshot.js';

/** Where backups are: outside what git pushes or fetches by itself. */
export const backupRefs = 'refs/pm-zone/backups/';
/** Where parked work is, under the name of its branch. */
export const parkedRefs = 'refs/pm-zone/parked/';

/** The ref of a new backup: the moment, the branch, and the commit so that no two are the same. */
export function backupRef({ at, branch, commit }: Snapshot): RefChange {
  const time = at.replace(/[-:]|\.\d+/g, '');
  const name = `${backupRefs}${time}-${slugOf(branch ?? 'no branch')}-${commit.slice(0, 8)}`;
  return { name, before: undefined, after: commit };
}
