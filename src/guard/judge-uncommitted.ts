import { readChange } from '../change/read-change.js';
import type { PolicySession } from '../policy/policy-session.js';
import { describeReason } from '../policy/describe-reason.js';
import type { Check, ReviewContext } from '../review/check.js';
import { printable } from '../text/printable.js';
import { buildReviewContext } from '../review/build-review-context.js';
import { reviewByPolicy } from '../review/review-by-policy.js';
import { listRewrites, type Rewrite } from '../review/list-rewrites.js';
import type { Review } from '../review/review.js';
import { refuseOnBaseBranch } from './commit/base-branches.js';
import { whoIsGuarded } from './commit/who-is-guarded.js';
import { formatOneLine, blocksCommit, notCommitted, otherPoints } from './judge-commit.js';

/** The judgement of a commit of everything uncommitted, before it is made. */
export interface UncommittedJudgement {
  readonly files: readonly { readonly path: string; readonly kind: 'added' | 'changed' | 'removed' }[];
  /** Why it may not be made, in one or two sentences; `undefined` where it may. */
  readonly refusal: string | undefined;
  /** Points to be fixed before the pull request that block no commit. */
  readonly open: number;
  /** Whom the message has to name as co-author, where something needs an engineer. */
  readonly pair: RequiredEngineer | undefined;
}

export interface RequiredEngineer {
  /** The first path that needs one, and why, as a clause. */
  readonly path: string;
  readonly why: string;
  /** The engineering DRIs of whoever asks and the owners of these paths, as written: handles, teams, addresses. */
  readonly names: readonly string[];
}

export interface UncommittedOptions {
  readonly decides?: readonly Check[] | undefined;
  /** What goes into the commit; everything where it is left out. */
  readonly paths?: readonly string[] | undefined;
}

/**
 * Judges what differs between the last commit and the working tree, untracked files too, as the guard judges what is staged. Rejects
 * with a `GitError`, also where git does not know who commits.
 */
export async function judgeUncommitted(
  opened: PolicySession,
  { decides, paths }: UncommittedOptions = {},
): Promise<UncommittedJudgement> {
  // The commit is made of what is on the disk; what is staged otherwise is no part of it.
  const { change: all, snapshot } = await readChange(opened.repository, { kind: 'worktree' });
  const taken = paths && new Set(paths);
  const change = taken === undefined ? all : { ...all, files: all.files.filter(({ path }) => taken.has(path)) };
  const files = change.files.map(({ path, before, after }) => ({
    path,
    kind: before === undefined ? ('added' as const) : after === undefined ? ('removed' as const) : ('changed' as const),
  }));
  const answer = { files, refusal: undefined, open: 0, pair: undefined };
  if (files.length === 0) return answer;
  // The commit is made without the variables that would name its author.
  const asking = whoIsGuarded(opened, {});
  if (asking === undefined) return answer;
  const session = { ...opened, asking };
  const ownBranchFirst = refuseOnBaseBranch(session, change);
  if (ownBranchFirst !== undefined) return { ...answer, refusal: notCommitted(ownBranchFirst) };
  const context = await buildReviewContext(session, { change, snapshot }, 'commit');
  const review = await reviewByPolicy(session, context, { checks: decides });
  return {
    files,
    refusal: refusalOf(review),
    open: review.findings.filter(({ severity }) => severity !== 'note').length,
    pair: engineerWanted(context),
  };
}

function refusalOf(review: Review): string | undefined {
  const [crash] = review.crashes;
  if (crash !== undefined) {
    return printable(
      `Not committed: the check ${crash.check} failed, so nobody can say whether this commit is safe. Show this to an engineer: ${crash.message}`,
    );
  }
  const findings = review.findings.filter((finding) => blocksCommit(review, finding));
  if (findings.length === 0) return undefined;
  const [first, ...rest] = listRewrites({ ...review, findings, items: [] }) as [Rewrite, ...Rewrite[]];
  return printable([`Not committed: ${formatOneLine(first)}`, ...otherPoints(rest.length)].join(' '));
}

function engineerWanted({ judgements, policy, asking }: ReviewContext): RequiredEngineer | undefined {
  // Until the base branch has a policy nobody has to be named.
  const pairs = policy.preview ? [] : [...judgements].filter(([, { standing }]) => standing === 'pair');
  const [first] = pairs;
  if (first === undefined) return undefined;
  const names = [
    ...asking.rows.flatMap(({ engineeringDris }) => engineeringDris),
    ...pairs.flatMap(([, { owners }]) => owners),
  ];
  return { path: first[0], why: describeReason(first[1]), names: [...new Set(names)] };
}
