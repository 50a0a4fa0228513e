import type { Account, Evidence, HostReview } from '../evidence.js';

/** Somebody's approval that counts. */
export interface Approval {
  readonly account: Account;
  /** The host's id of the review. */
  readonly review: string;
}

/** An approval that does not count, and why, for a message: "@erin approved, but …". */
export interface RefusedApproval {
  readonly account: Account | undefined;
  readonly why: string;
}

export interface Approvals {
  readonly counting: readonly Approval[];
  readonly refused: readonly RefusedApproval[];
}

/** What decides whether an approval counts besides the approval itself. */
export interface ApprovalRules {
  readonly approvals: Evidence['approvals'];
  /** What was approved before was another pull request: it went to another base. */
  readonly retargetedAt: string | null;
  /** When the head came to the branch, where the host says so. */
  readonly pushedAt?: string | undefined;
  /** Whether what was approved at this commit is what stands at the head; `undefined` where that cannot be told. */
  readonly isSame: (commit: string) => Promise<boolean | undefined>;
  /** Why an account's word cannot count, if so: it is the author, a pilot PM, or pushed content. */
  readonly whyBarred: (account: Account) => string | undefined;
}

/**
 * The approvals among reviews that count by design §9, "Evidence": each person's latest opinion alone (a comment is none), by somebody who may
 * write, is a person and is not barred, given for what stands at the head.
 */
export async function findApprovals(reviews: readonly HostReview[], rules: ApprovalRules): Promise<Approvals> {
  const latest = new Map<string, HostReview>();
  for (const review of reviews.toSorted(byTime))
    if (review.opinion !== 'commented' && review.by !== null) latest.set(review.by.id, review);
  const counting: Approval[] = [];
  const refused: RefusedApproval[] = [];
  for (const review of latest.values()) {
    if (review.opinion !== 'approved') continue;
    const account = review.by as Account;
    const why = await whyRefused(review, account, rules);
    if (why === undefined) counting.push({ account, review: review.id });
    else refused.push({ account, why });
  }
  return { counting, refused };
}

/** Oldest first. Of two opinions of one moment an approval is the earlier: it must not outlive the other. */
export function byTime(one: HostReview, other: HostReview): number {
  const rank = ({ opinion }: HostReview): number => (opinion === 'approved' ? 0 : 1);
  return Date.parse(one.at) - Date.parse(other.at) || rank(one) - rank(other);
}

async function whyRefused(review: HostReview, account: Account, rules: ApprovalRules): Promise<string | undefined> {
  if (account.kind === 'bot') return 'it is no person';
  const barred = rules.whyBarred(account);
  if (barred !== undefined) return barred;
  if (review.canWrite === null) return 'nobody says whether they may write to the repository';
  if (!review.canWrite) return 'they may not write to the repository';
  if (rules.retargetedAt !== null && Date.parse(review.at) <= Date.parse(rules.retargetedAt))
    return 'that was before the pull request was sent to another branch, where it is another change';
  if (rules.approvals === 'outlive-push')
    return 'approvals outlive later commits here, so nobody can say what was approved; have the repository’s settings take them back at each new commit';
  if (review.commit === null) {
    if (rules.approvals !== 'reset-on-push') return 'nobody says which commit they approved';
    return rules.pushedAt !== undefined && Date.parse(review.at) < Date.parse(rules.pushedAt)
      ? 'that was before the latest commits came, which takes approvals back'
      : undefined;
  }
  const isSame = await rules.isSame(review.commit);
  if (isSame === true) return undefined;
  const approved = `they approved ${review.commit.slice(0, 12)}`;
  return isSame === false
    ? `${approved}, and the change is another since then`
    : `${approved}, which is not here to be compared`;
}
