import { posix } from 'node:path';
import type { FlagChange } from './flag-change.js';

/** So many flags that two files both have, and so great a part of the file with fewer of them, make them one list for two places. */
const fewest = 3;
const part = 0.8;

/**
 * Do two files of one folder hold the same flags, each for a build or a place of its own (`core.json` beside `plugin.json`)? Only flags that the change leaves
 * alone count, so that no change makes two files alike.
 */
export function haveSameFlags(
  path: string,
  other: string,
  { definedIn, differences }: Pick<FlagChange, 'definedIn' | 'differences'>,
): boolean {
  if (posix.dirname(path) !== posix.dirname(other) || posix.extname(path) !== posix.extname(other)) return false;
  const changed = new Set(differences.map(({ key }) => key));
  let [both, mine, theirs] = [0, 0, 0];
  for (const [key, files] of definedIn) {
    if (changed.has(key)) continue;
    const [own, others] = [files.includes(path), files.includes(other)];
    if (own && others) both += 1;
    if (own) mine += 1;
    if (others) theirs += 1;
  }
  return both >= fewest && both >= part * Math.min(mine, theirs);
}
