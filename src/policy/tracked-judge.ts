import { createCollisionFinder, type CollisionFinder } from './collisions/collision-finder.js';
import { findCollisions } from './collisions/find-collisions.js';
import type { TrackedPaths } from '../git/list-tracked.js';
import { fold } from './fold.js';
import { createJudge, type Entry, type Judge, type JudgeOptions } from './judge.js';
import type { Asking, Judgement, Policy } from './policy.js';

/** Judges one path from the root; a path that ends in `/` is judged as a folder. */
export type JudgePath = (path: string) => Judgement;

interface PolicyFor {
  readonly policy: Policy;
  readonly asking: Asking;
}

/**
 * A judge for known paths among the files that the repository tracks: a path's mode counts (links, submodules, also above it), and so
 * does another path that differs from it by case or normalisation alone.
 */
export function createBatchJudge(policyFor: PolicyFor, tracked: TrackedPaths, asked: readonly string[]): JudgePath {
  return createJudges(tracked, asked)(policyFor);
}

/** The same for several people, policies and days: what depends on the paths alone is made once. */
export function createJudges(
  tracked: TrackedPaths,
  asked: readonly string[],
): (policyFor: PolicyFor, day?: Pick<JudgeOptions, 'today'>) => JudgePath {
  const collisions = findCollisions(tracked.paths, asked, fold);
  // There are almost never any; then no path need be looked up.
  const collides = collisions.size === 0 ? {} : { collides: (path: string) => collisions.get(path) };
  return ({ policy, asking }, day) =>
    judgeEntries(createJudge(policy, asking, { ...collides, ...day }), tracked.special);
}

/**
 * The same for paths that come one by one: nothing need be known beforehand of what will be asked. `collides` is made once for many
 * judges of one list.
 */
export function createTrackedJudge(
  { policy, asking }: PolicyFor,
  tracked: TrackedPaths,
  collides: CollisionFinder = createCollisionFinder(tracked.paths, fold),
): JudgePath {
  return judgeEntries(createJudge(policy, asking, { collides }), tracked.special);
}

/** Judges paths with what git has there: links and submodules (`special`, as in `TrackedPaths`), also where the path lies behind one. */
function judgeEntries(judge: Judge, special: ReadonlyMap<string, string>): JudgePath {
  // There are almost never any; then no path need be looked up.
  if (special.size === 0)
    return (path) => (path.endsWith('/') ? judge.judgeFolder(path.slice(0, -1)) : judge.judge(path));
  return (written) => {
    const path = written.replace(/\/$/u, '');
    const entry = entryAt(special, path);
    return path === written || entry !== undefined ? judge.judge(path, entry) : judge.judgeFolder(path);
  };
}

function entryAt(special: ReadonlyMap<string, string>, path: string): Entry | undefined {
  const mode = special.get(path);
  if (mode !== undefined) return { mode };
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const above = path.slice(0, end);
    const found = special.get(above);
    if (found !== undefined) return { mode: found, above };
  }
  return undefined;
}
