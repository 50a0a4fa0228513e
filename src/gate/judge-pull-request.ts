import type { LoadedChange } from '../change/change.js';
import { emptyRange } from '../change/empty-range.js';
import { isSameFile } from '../change/is-same-file.js';
import { emptyChangeKey, readChangeKey } from '../change/read-change-key.js';
import { once } from '../git/once.js';
import { findPolicyErrors } from '../policy/policy-errors.js';
import type { PolicySession } from '../policy/policy-session.js';
import { buildReviewContext } from '../review/build-review-context.js';
import type { ReviewContext } from '../review/check.js';
import { reviewForHost } from '../review/for-host.js';
import { reviewByPolicy } from '../review/review-by-policy.js';
import { findApprovals, type ApprovalRules } from './approvals/find-approvals.js';
import { findContentPushers } from './approvals/find-content-pushers.js';
import type { Account, Evidence } from './evidence.js';
import type { GateVerdict } from './gate-verdict.js';
import { decideOutcome } from './items/decide-outcome.js';
import { collectWaivers } from './items/collect-waivers.js';
import { whyNotWaived } from './items/why-not-waived.js';
import { judgeItems } from './items/judge-items.js';
import { judgePlanApproval } from './items/judge-plan-approval.js';
import { unreadItems } from './items/unread-items.js';
import { engineeringDrisOf, ownersOfPairs, productDrisOf, withSecondEngineer } from './items/required-people.js';
import { classifyPerson } from './people/classify-person.js';
import { collectPeople } from './people/collect-people.js';
import { findHandleProblems } from './people/find-handle-problems.js';
import { openKnownPeople, type KnownPeople } from './people/known-people.js';
import { readFormerRosters } from './people/former-rosters.js';
import { judgePolicyChange } from './policy-change/judge-policy-change.js';
import { rowsOfAuthors } from './people/rows-of-authors.js';
import { findWhoseChange } from './people/whose-change.js';
import { withoutRoster } from './people/without-roster.js';

/**
 * Judges a pull request by the base's policy, the change and the host's evidence (design §9): whose change it is, the review as theirs, and what
 * of it the host proves. Reads nothing that a run or a checkout left behind. `today` is a day like `2027-01-11`. Rejects
 * with a `GitError`, also for a PM's change without a file, which is none that could be judged.
 */
export async function judgePullRequest(
  session: Pick<PolicySession, 'policy' | 'repository' | 'cache'>,
  base: { readonly ref: string; readonly commit: string },
  loaded: LoadedChange,
  evidence: Evidence,
  today: string,
): Promise<GateVerdict> {
  const { policy, repository } = session;
  const former = once(async () =>
    (
      await Promise.all(
        policy.tips.map(({ ref, commit }) => readFormerRosters(repository, { ref, commit: commit as string })),
      )
    ).flat(),
  );
  const known = openKnownPeople(evidence);
  const people = collectPeople(loaded.change, evidence);
  const found = await findWhoseChange(policy, known, people, former);
  const open = await buildReviewContext({ ...session, asking: found.asking, today }, loaded, 'pull-request');
  const rules = await approvalRules(session, base, evidence, known, open, former);
  const approvals = await findApprovals(evidence.reviews, rules);
  const word = { approvals, known, whyBarred: rules.whyBarred };
  const policyChange = await judgePolicyChange(session, base, open, word, today);
  const whose = withoutRoster(found, open.change, policyChange?.change);
  const context = { ...open, asking: whose.asking };
  const reviewed = reviewForHost(
    await reviewByPolicy(session, context, { rowsOf: rowsOfAuthors(policy, evidence, known) }),
    evidence.host.kind === 'gitlab' ? 'merge request' : 'pull request',
  );
  const dris = engineeringDrisOf(whose.asking);
  const engineering = withSecondEngineer(dris, context);
  const product = productDrisOf(whose.asking);
  const waived = collectWaivers(evidence.reviews, reviewed.findings, dris, known, rules.whyBarred);
  const judged = reviewed.author.kind !== 'not-on-roster';
  // Of a PM's nothing can be said; anybody else's is not judged, whatever it changes.
  if (judged && loaded.change.files.length === 0) throw emptyRange(base, loaded.change.head);
  const plan = judged
    ? await judgePlanApproval(context, evidence, {
        approvals,
        known,
        engineering,
        product,
        isPilot: rules.isPilot,
        isOnBase: (path, commit) => isSameFile(repository, path, commit, base.commit),
      })
    : undefined;
  const review = { ...reviewed, findings: [...reviewed.findings, ...(policyChange?.findings ?? [])] };
  const items = [
    ...unreadItems(loaded.change, evidence),
    ...(judged
      ? judgeItems(reviewed, {
          approvals,
          known,
          engineering,
          product,
          owners: ownersOfPairs(context),
          plan,
          waived,
          whyNotWaived: (finding) => whyNotWaived(finding, evidence, dris, known, rules.whyBarred, reviewed.findings),
        })
      : []),
    ...(policyChange?.items ?? []),
  ];
  const { number } = evidence.pullRequest;
  const problems = [...findPolicyErrors(policy), ...findHandleProblems(policy, known)];
  // Engineers go on, and mend it: else nobody could.
  const isMended = items.some(({ id, state }) => id === 'policy-change' && state === 'done');
  const mayMend = whose.kind === 'engineers' || (!judged && isMended && policyChange?.change.effect !== 'none');
  const decided = decideOutcome({ whose, review, items, waived });
  const couldRun = review.crashes.length === 0 && (problems.length === 0 || mayMend);
  return {
    ...decided,
    outcome: couldRun ? decided.outcome : 'not-run',
    pullRequest: { host: evidence.host.url, repository: evidence.host.repository, number },
    whose,
    review,
    files: [...context.judgements].map(
      ([
        path,
        {
          standing,
          because: [rule],
        },
      ]) => ({ path, standing, rule }),
    ),
    items,
    problems,
    waived,
    policyChange: policyChange?.change,
    planToProve: judged ? await findPlanToProve(context, evidence) : undefined,
  };
}

async function findPlanToProve(context: ReviewContext, { plans }: Evidence): Promise<string | undefined> {
  const { plan, onBase, planOnly } = await context.plan();
  if (plan === undefined || onBase === undefined || planOnly) return undefined;
  return plans.some(({ path }) => path === plan.path) ? undefined : plan.path;
}

/** Whose approval cannot count, and what counts as the same change, for this pull request. */
async function approvalRules(
  { repository, policy }: Pick<PolicySession, 'repository' | 'policy'>,
  base: { readonly ref: string; readonly commit: string },
  evidence: Evidence,
  known: KnownPeople,
  { change }: ReviewContext,
  former: () => ReturnType<typeof readFormerRosters>,
): Promise<ApprovalRules & { readonly isPilot: (account: Account) => boolean }> {
  const keys = new Map<string, Promise<string | undefined>>();
  const keyOf = (commit: string): Promise<string | undefined> => {
    const key = keys.get(commit) ?? readChangeKey(repository, base, commit);
    keys.set(commit, key);
    return key;
  };
  const head = change.head.commit as string;
  const pushers = await findContentPushers(evidence.pushes ?? [], keyOf, emptyChangeKey);
  const reviewers = [...evidence.reviews, ...evidence.plans.flatMap(({ pullRequest }) => pullRequest?.reviews ?? [])];
  const pilots = new Set<string>();
  for (const { by } of reviewers) {
    if (by === null) continue;
    const { kind } = await classifyPerson({ account: by, addresses: [], as: 'committer' }, policy, known, former);
    if (kind === 'pilot' || kind === 'revoked') pilots.add(by.id);
  }
  return {
    approvals: evidence.approvals,
    retargetedAt: evidence.pullRequest.retargetedAt,
    pushedAt: evidence.pushes?.findLast(({ after }) => after === head)?.at,
    isSame: async (commit) => {
      if (commit === head) return true;
      const key = await keyOf(commit);
      return key === undefined ? undefined : key === (await keyOf(head));
    },
    isPilot: ({ id }) => pilots.has(id),
    whyBarred: ({ id }) => {
      if (id === evidence.pullRequest.author?.id) return 'they opened the pull request';
      if (pilots.has(id)) return 'a pilot PM approves no change';
      if (pushers.has(id)) return 'they sent commits to it themselves';
      return undefined;
    },
  };
}
