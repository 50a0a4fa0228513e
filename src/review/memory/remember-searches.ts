import type { RepositorySnapshot } from '../../change/change.js';
import type { DiskCache } from '../../git/disk-cache.js';

/**
 * The same snapshot, which asks git once for each search of the base's commit: the next review has the answer from the cache. What git
 * could not finish is asked again.
 */
export function rememberSearches(
  snapshot: RepositorySnapshot,
  commit: string | undefined,
  getOrCompute: DiskCache['getOrCompute'],
): RepositorySnapshot {
  if (commit === undefined) return snapshot;
  return {
    ...snapshot,
    search: (expressions, leftOut = []) =>
      getOrCompute('search', JSON.stringify([commit, expressions, leftOut]), () =>
        snapshot.search(expressions, leftOut),
      ),
  };
}
