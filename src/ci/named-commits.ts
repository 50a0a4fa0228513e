import type { Evidence } from '../gate/evidence.js';

/**
 * The commits on which somebody's word hangs: what they approved, and from where to where they pushed themselves. After a rebase no branch leads to
 * them any more.
 */
export function namedCommits({ pushes, reviews, plans }: Pick<Evidence, 'pushes' | 'reviews' | 'plans'>): string[] {
  const all = [...plans.flatMap(({ pullRequest }) => pullRequest?.reviews ?? []), ...reviews];
  const given = all.filter(({ by, opinion, waives }) => by !== null && (opinion === 'approved' || waives.length > 0));
  const givers = new Set(given.map(({ by }) => by?.id));
  const pushed = (pushes ?? []).filter(({ by }) => givers.has(by?.id));
  return [...pushed.flatMap(({ before, after }) => [before, after]), ...given.map(({ commit }) => commit)].filter(
    (commit) => commit !== null,
  );
}
