import { findCollisions } from '../change/collisions.js';
import type { Tracked } from '../change/list-tracked.js';
import { fold } from '../policy/fold.js';
import { createJudge } from '../policy/judge.js';
import type { Asking, Judgement, Policy } from '../policy/policy.js';
import { judgeEntries } from './judge-entries.js';

/**
 * A judge for the paths that are asked for, among the files that the repository tracks: a path's mode counts (links, submodules, also
 * above it), and so does another path that differs from it by case or normalisation alone. A path that ends in `/` is judged as a
 * folder.
 */
export function judgeAsked(
  zone: { readonly policy: Policy; readonly asking: Asking },
  tracked: Tracked,
  asked: readonly string[],
): (path: string) => Judgement {
  const collisions = findCollisions(tracked.paths, asked, fold);
  const judge = createJudge(
    zone.policy,
    zone.asking,
    // Nearly always there are none, and then no path need be looked up.
    collisions.size === 0 ? {} : { collides: (path) => collisions.get(path) },
  );
  return judgeEntries(judge, tracked.special);
}
