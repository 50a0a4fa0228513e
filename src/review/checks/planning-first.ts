import type { Check, Outcome, Report, ReviewContext } from '../check.js';
import { findNewPlans } from '../../planning/find-new-plans.js';
import { planningDocMatcher } from '../../planning/planning-doc-matcher.js';
import { isRegulated } from '../../policy/is-regulated.js';

/** The plan was complete before the first code (design §5); under regulated controls it is on the base branch already. */
export const planningFirst: Check = {
  id: 'planning-first',
  section: 'Planning',
  severity: 'needs-fix',
  due: 'push',
  kept: 'regulated',
  async run(context): Promise<Outcome> {
    const { plan, planOnly, completeIn, firstCodeCommit, isFirst, onBase } = await context.plan();
    if (plan === undefined || planOnly) return 'not-applicable';
    const { path } = plan;
    if (isRegulated(context.policy) && completeIn !== 'base') {
      const base = context.policy.tips[0].ref;
      const message =
        onBase === undefined
          ? `The plan ${path} is not on ${base} yet, and here it has to be before any code is written. Send the plan by itself, have it merged, then rebuild this change on the approved plan.`
          : `The plan ${path} was not complete on ${base} when this branch left it. Complete it there first, then rebuild this change on the approved plan.`;
      return { reports: [{ path, line: 1, message }] };
    }
    if (!isFirst) return { reports: [late(path, completeIn, firstCodeCommit)] };
    return { reports: [...uncommitted(context, path, completeIn), ...amended(context, path)] };
  },
  early: together,
};

/** A plan that is new is in one commit with code: what came first nobody can tell afterwards. Concluding a merge, one commit has all. */
async function together({ change, policy, snapshot }: ReviewContext): Promise<readonly Report[]> {
  if (change.kind === 'range' || change.merging) return [];
  const isPlanningDoc = planningDocMatcher(policy);
  const plans = change.files.flatMap(({ path, after }) => (after && isPlanningDoc(path) ? [path] : []));
  const [code, ...more] = change.files.flatMap(({ path }) => (isPlanningDoc(path) ? [] : [path]));
  if (plans.length === 0 || code === undefined) return [];
  const [path] = await findNewPlans(snapshot, plans);
  if (path === undefined) return [];
  const others = more.length === 0 ? code : `${code} and ${more.length} more`;
  const alone = /^[\w./@-]+$/.test(path) ? `by itself (git commit -- ${path})` : 'by itself';
  const then = isRegulated(policy)
    ? 'have it approved and merged, and commit the rest after that'
    : 'and then the rest';
  const message = `${path} would be in one commit with ${others}, and the plan has to come first. Commit it ${alone}, ${then}.`;
  return [{ path, line: 1, message }];
}

function late(path: string, completeIn: string | undefined, code: string | undefined): Report {
  const short = code?.slice(0, 7) ?? '';
  const when =
    completeIn === undefined
      ? 'is complete in no commit so far'
      : completeIn === code
        ? 'was completed in the very same commit'
        : `was complete only in commit ${completeIn.slice(0, 7)}`;
  const message = `The code came before the plan: commit ${short} has code, and ${path} ${when}. Commit the complete plan first, have it approved, then rebuild this change on the approved plan.`;
  return { path, line: 1, message };
}

/** Nothing is committed yet, so the right order is still possible. */
function uncommitted({ change }: ReviewContext, path: string, completeIn: string | undefined): Report[] {
  if (completeIn !== undefined || change.kind === 'range') return [];
  const message = `Commit ${path} by itself, complete, before you commit any code: the plan has to come first.`;
  return [{ severity: 'note', path, line: 1, message }];
}

/** An approved plan that is changed beside the code: what was approved is what the base has. */
function amended(context: ReviewContext, path: string): Report[] {
  const file = context.change.files.find((each) => each.path === path);
  if (file?.before === undefined || !isRegulated(context.policy)) return [];
  const message = `${path} is changed together with the code. The version on ${context.policy.tips[0].ref} is the approved one; have this edit approved too.`;
  return [{ severity: 'note', path, line: file.added[0]?.start ?? 1, message }];
}
