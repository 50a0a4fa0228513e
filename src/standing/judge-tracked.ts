import { createCollisionFinder, type CollisionFinder } from '../change/collision-finder.js';
import type { Tracked } from '../change/list-tracked.js';
import { fold } from '../policy/fold.js';
import { createJudge } from '../policy/judge.js';
import type { Asking, Judgement, Policy } from '../policy/policy.js';
import { judgeEntries } from './judge-entries.js';

/**
 * A judge for paths that come one by one, among the files that the repository tracks: as `judgeAsked`, without knowing beforehand what
 * will be asked. A path that ends in `/` is judged as a folder. `collides` is made once for many judges of one list.
 */
export function judgeTracked(
  zone: { readonly policy: Policy; readonly asking: Asking },
  tracked: Tracked,
  collides: CollisionFinder = createCollisionFinder(tracked.paths, fold),
): (path: string) => Judgement {
  return judgeEntries(createJudge(zone.policy, zone.asking, { collides }), tracked.special);
}
