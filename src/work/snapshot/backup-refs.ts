import { slugify } from '../../text/slugify.js';
import type { RefChange } from '../transaction/journal.js';
import type { WorkSnapshot } from './work-snapshot.js';

/** Where backups are: outside what git pushes or fetches by itself. */
export const backupPrefix = 'refs/pm-zone/backups/';
/** Where parked work is, under the name of its branch. */
export const parkedPrefix = 'refs/pm-zone/parked/';

/** The ref of a new backup: the moment, the branch, and the commit so that no two are the same. */
export function createBackupRef({ at, branch, commit }: WorkSnapshot): RefChange {
  const time = at.replace(/[-:]|\.\d+/g, '');
  const name = `${backupPrefix}${time}-${slugify(branch ?? 'no branch')}-${commit.slice(0, 8)}`;
  return { name, before: undefined, after: commit };
}
