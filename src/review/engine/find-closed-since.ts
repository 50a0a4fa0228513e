import type { Change } from '../../change/change.js';
import { commitRevision } from '../../policy/revision.js';
import { createJudge } from '../../policy/judge.js';
import type { PolicySession } from '../../policy/policy-session.js';
import type { Judgement } from '../../policy/policy.js';
import { readTip } from '../../policy/read-tip.js';

/**
 * The paths of a change that are not the PM's to edit now and were by the policy that it began with: they did nothing wrong then. None where the policy is
 * the same. Rejects with a `GitError`.
 */
export async function findClosedSince(
  { policy, asking, repository, cache }: Pick<PolicySession, 'policy' | 'asking' | 'repository' | 'cache'>,
  { base }: Pick<Change, 'base'>,
  judgements: ReadonlyMap<string, Judgement>,
): Promise<ReadonlySet<string>> {
  const closed = [...judgements].filter(([, { standing }]) => standing !== 'editable').map(([path]) => path);
  const [tip] = policy.tips;
  if (closed.length === 0 || base.commit === undefined || tip.commit === undefined || tip.commit === base.commit)
    return new Set();
  const then = await readTip(commitRevision(repository.objects, { ref: base.ref, commit: base.commit }), cache);
  if (then.zone === undefined) return new Set();
  const judge = createJudge({ tips: [then], preview: false }, asking);
  return new Set(closed.filter((path) => judge.judge(path).standing === 'editable'));
}
