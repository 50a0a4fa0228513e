import { findCollidingPaths } from '../change/colliding-paths.js';
import type { Change, Surroundings } from '../change/change.js';
import { fold } from '../policy/fold.js';
import { createJudge } from '../policy/judge.js';
import { nearPolicy } from '../policy/near-codeowners.js';
import type { Memory } from '../repository/memory.js';
import { once } from '../repository/once.js';
import type { OpenZone } from '../policy/open-zone.js';
import type { Judgement } from '../policy/policy.js';
import type { Moment, ReviewContext } from './check.js';
import { readFlagChange } from './flags/read-flag-change.js';

/** The change and the repository around it, as git has them. */
export interface ChangeInPlace {
  readonly change: Change;
  readonly around: Surroundings;
}

/** All that the checks and the draft look at: the change judged path by path, its flags and its plan computed once when asked for. */
export async function makeContext(
  { policy, asking, memory, repository }: Pick<OpenZone, 'policy' | 'asking' | 'memory' | 'repository'>,
  { change, around }: ChangeInPlace,
  moment: Moment,
): Promise<ReviewContext> {
  const remember: Memory['remember'] = (kind, key, compute) => memory.remember(kind, key, compute);
  const flags = once(() => readFlagChange({ policy, change, around, remember }));
  return {
    moment,
    policy,
    asking,
    change,
    around,
    // What the host relies on is computed anew.
    ...(moment !== 'pull-request' && { remember }),
    judgements: await judgeChange({ policy, asking, repository }, change),
    flags,
    plan: once(async () => {
      // A commit waits for no plan.
      const { linkPlan } = await import('../planning/link-plan.js');
      return linkPlan({ change, around, policy, asking, flags });
    }),
  };
}

/** Each changed path by what it was and what it is: a link that is gone and one that is new are both no plain file. */
async function judgeChange(
  { policy, asking, repository }: Pick<OpenZone, 'policy' | 'asking' | 'repository'>,
  change: Change,
): Promise<ReadonlyMap<string, Judgement>> {
  const collisions = await findCollidingPaths(repository.objects, change, fold);
  const near = nearPolicy(
    policy,
    change.files.map((file) => file.path),
  );
  const judge = createJudge(near, asking, { collides: (path) => collisions.get(path) });
  return new Map(
    change.files.map(({ path, before, after }) => {
      const was = judge.judge(path, { mode: before?.mode });
      const is = judge.judge(path, { mode: after?.mode });
      return [path, was.standing === 'locked' ? was : is];
    }),
  );
}
