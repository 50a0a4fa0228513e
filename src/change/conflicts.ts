import type { RawEntry } from './raw-entries.js';
import { GitTrouble, plain } from '../repository/git-trouble.js';

/** Throws a `GitTrouble` where git could not merge a file and nobody has yet. */
export function refuseConflicts(entries: readonly RawEntry[]): void {
  const paths = [...new Set(entries.flatMap((entry) => (entry.status === 'U' ? [entry.name.toString('utf8')] : [])))];
  const [first] = paths;
  if (first === undefined) return;
  const others = paths.length > 1 ? ` and ${paths.length - 1} more` : '';
  throw new GitTrouble(
    'unmerged',
    `${plain(first)}${others} ${paths.length > 1 ? 'are' : 'is'} in conflict: two branches changed the same lines, and git left both in. ` +
      `Settle it in the file, stage it, then try again.`,
  );
}
