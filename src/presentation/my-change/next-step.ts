import { filesWithStaged } from '../../change/change.js';
import type { Judgement } from '../../policy/policy.js';
import { isBrokenWords } from '../../review/list-rewrites.js';
import type { Review } from '../../review/review.js';
import { committedPaths } from './committed-paths.js';
import type { MyChange } from './my-change.js';

/**
 * What a PM does next, in the order in which it comes up: find what to change, get a branch of their own, stay in the zone, write the
 * plan and have it approved, review, fix, confirm, commit, open the pull request, which shares the change. `at-main`: the PM looks at what
 * everybody has, while changes of theirs wait. `main-moved`: before others look, since main has changed the same files; `behind`: since the server has commits of the same branch that are not here. `commit-plan-first`
 * and `send-plan-first`: while the rest of the change waits, uncommitted. `rebuild`: the plan came after the code. `renew`: a pull request is
 * open that lacks the newest commits; `share`: its page, on which they then are. `is-open`: one that has them waits for others; `is-approved`: or to be merged, since they approved it; `make-ready`:
 * it is a draft; `answer`: who reviews it asks for changes; `closed`: it was, without being merged. `send-draft`: what would be sent stands in the editor; `resume`: VS Code was closed while it was sent. `merged`: main has it, and the PM's clone does not know yet; `next-change`: it does, and what comes next gets its own branch; `taken-back`: so it does, and somebody took the change back since.
 * `no-branch`: a single commit is checked out, so that nothing that is committed belongs to a change; `rebasing`: since a rebase is not over.
 * `base-gone`: the server has no longer the branch that everybody works from, so that nothing begins or goes there.
 * `remove-secret`: a password, key or token is in the change, which comes before all else. What is broken in the words is to `fix` before a plan.
 */
export type NextStep =
  | 'rebasing'
  | 'no-branch'
  | 'base-gone'
  | 'begin'
  | 'at-main'
  | 'remove-secret'
  | 'outside-zone'
  | 'start-plan'
  | 'finish-plan'
  | 'commit-plan'
  | 'commit-plan-first'
  | 'send-plan'
  | 'send-plan-first'
  | 'await-approval'
  | 'rebuild'
  | 'review'
  | 'fix'
  | 'confirm'
  | 'branch'
  | 'commit'
  | 'main-moved'
  | 'behind'
  | 'share'
  | 'open-pull-request'
  | 'send-draft'
  | 'resume'
  | 'await-review'
  | 'renew'
  | 'is-open'
  | 'is-approved'
  | 'make-ready'
  | 'answer'
  | 'closed'
  | 'merged'
  | 'next-change'
  | 'taken-back';

/**
 * A next step, or what comes before all of them. `stopped`: something of git's own that was begun elsewhere, such as a rebase, stopped at files that both
 * sides changed; `unreadable`: git says nothing of the change. While the latest is merged in: `merging` while conflicts are open, `settled` once none is
 * left. `refused`: the guard stopped a commit of exactly this content.
 */
export type Step = NextStep | 'merging' | 'settled' | 'refused' | 'stopped' | 'unreadable';

/**
 * How far the change went: its pull request is `drafted` in the editor; what sent it was `interrupted`, so that nobody knows how far that came; the PM was at the host's page with it, so that it waits for others; PM Zone opened
 * it, as a draft or not; who reviews it asks for changes, or approved it; it was closed, or merged.
 */
export type Sent = 'drafted' | 'interrupted' | 'page' | 'draft' | 'open' | 'asked' | 'approved' | 'closed' | 'merged';

/** Where it is with others, the step is the same whatever a review here says. */
const withOthers: Readonly<Partial<Record<Sent, NextStep>>> = {
  open: 'is-open',
  asked: 'answer',
  approved: 'is-approved',
  closed: 'closed',
};

/**
 * The one next step. `review` is the last one of exactly this content; without it the change counts as not reviewed. `isBaseGone`: the server said that it has
 * no longer the branch that everybody works from.
 */
export function chooseNextStep(mine: MyChange, review: Review | undefined, sent?: Sent, isBaseGone = false): NextStep {
  const step = chooseStep(mine, review, sent);
  return isBaseGone && needBase.has(step) ? 'base-gone' : step;
}

/** Steps that begin at the branch of everybody, or lead there. */
const needBase: ReadonlySet<NextStep> = new Set<NextStep>([
  'begin',
  'at-main',
  'main-moved',
  'send-plan',
  'send-plan-first',
  'await-approval',
  'open-pull-request',
  'send-draft',
  'resume',
  'await-review',
  'renew',
  'is-open',
  'is-approved',
  'make-ready',
  'merged',
  'next-change',
  'taken-back',
]);

function chooseStep(mine: MyChange, review: Review | undefined, sent?: Sent): NextStep {
  const { change, judgements, planPaths, plan, uncommitted, order } = mine;
  const files = filesWithStaged(change);
  const code = files.filter(({ path }) => !planPaths.includes(path));
  if (sent === 'merged' && !mine.isOnTrunk) {
    if (committedPaths(mine).length > 0) return 'merged';
    return mine.isTakenBack ? 'taken-back' : 'next-change';
  }
  if (review !== undefined && holdsSecret(review)) return 'remove-secret';
  if (mine.isRebasing) return 'rebasing';
  if (mine.branch === undefined) return 'no-branch';
  if (files.length === 0 && uncommitted.length === 0) return mine.isOnTrunk && mine.hasOtherWork ? 'at-main' : 'begin';
  if (code.some(({ path }) => isLocked(judgements.get(path)))) return 'outside-zone';
  if (review?.findings.some(isBrokenWords) === true) return 'fix';
  // One that the change brings, and that is for something else, is not helped by another.
  const hasNone = plan.plan === undefined && plan.candidates.length === 0 && planPaths.length === 0;
  if (code.length > 0 && hasNone) return 'start-plan';
  if (plan.plan !== undefined && plan.plan.gaps.length > 0) return 'finish-plan';
  if (code.length === 0)
    return uncommitted.length > 0
      ? onOwnBranch(mine, 'commit-plan')
      : shareThen(mine, sent, 'send-plan', 'await-approval');
  if (order.isPlanDue) return onOwnBranch(mine, 'commit-plan-first');
  if (order.isToRebuild) return onOwnBranch(mine, 'rebuild');
  if (order.wait === 'not-on-base') {
    const isBrought = planPaths.some((path) => path === plan.plan?.path);
    if (isBrought) return shareThen(mine, sent, 'send-plan-first', 'await-approval');
    // As it is everybody has it: there is nothing to send, and the review says what any other Status lacks.
    if (plan.onBase?.status === 'In Review') return 'await-approval';
  }
  // What is in an open pull request was reviewed when it went there.
  const isReviewed = uncommitted.length === 0 && (sent === 'drafted' || sent === 'interrupted');
  if (review === undefined && isReviewed) return onOwnBranch(mine, sent === 'drafted' ? 'send-draft' : 'resume');
  if (review === undefined) return (isAllThere(mine) && sent !== undefined && withOthers[sent]) || 'review';
  if (needsFix(review)) return 'fix';
  const open = review.items.filter(({ verdict }) => verdict === 'attest');
  if (open.some(({ by }) => by === 'author')) return 'confirm';
  if (uncommitted.length > 0) return onOwnBranch(mine, 'commit');
  return shareThen(mine, sent, 'open-pull-request', 'await-review');
}

/** What must not stay for a moment, whatever else there is to do. */
function holdsSecret({ findings }: Review): boolean {
  return findings.some(({ check, severity }) => check === 'secrets' && severity === 'blocker');
}

/** Is there anything that the PM has to fix, by the findings or by an item's verdict? */
export function needsFix({ items, findings, crashes }: Review): boolean {
  return (
    crashes.length > 0 ||
    items.some(({ verdict }) => verdict === 'blocker' || verdict === 'needs-fix') ||
    findings.some(({ severity }) => severity !== 'note')
  );
}

function isAllThere({ uncommitted, isShared }: MyChange): boolean {
  return uncommitted.length === 0 && isShared;
}

function isLocked(judgement: Judgement | undefined): boolean {
  return judgement?.standing === 'locked';
}

function onOwnBranch({ isOnTrunk }: MyChange, step: NextStep): NextStep {
  return isOnTrunk ? 'branch' : step;
}

function shareThen(mine: MyChange, sent: Sent | undefined, send: NextStep, wait: NextStep): NextStep {
  if (sent === 'closed') return onOwnBranch(mine, 'closed');
  if (mine.mainMoved !== undefined && mine.mainMoved.paths.length > 0) return onOwnBranch(mine, 'main-moved');
  if (mine.isBehind) return onOwnBranch(mine, 'behind');
  if (sent === undefined || sent === 'merged') return onOwnBranch(mine, send);
  if (sent === 'drafted') return onOwnBranch(mine, 'send-draft');
  if (sent === 'interrupted') return onOwnBranch(mine, 'resume');
  if (sent === 'page') return onOwnBranch(mine, mine.isShared ? wait : 'share');
  return onOwnBranch(mine, !mine.isShared ? 'renew' : (withOthers[sent] ?? 'make-ready'));
}
