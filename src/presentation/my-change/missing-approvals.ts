import type { PullProgress, ReviewerStand } from '../../opening/pull-progress.js';

/** Who reviews a pull request, with what they answer for by its plan. */
export interface ReviewerLine extends ReviewerStand {
  readonly role?: 'engineering' | 'product' | undefined;
}

/** What people are called by what they answer for. */
export const roleNames = { engineering: 'engineering DRI', product: 'product DRI' } as const;

/** Whose approval is missing, by their roles: of several DRIs of one role one is enough. Who only began a thread, or whose word was taken back, is asked for none unless they are a DRI. */
export function missingApprovals(reviewers: readonly ReviewerLine[]): readonly string[] {
  const approved = new Set(reviewers.filter(({ opinion }) => opinion === 'approved').map(({ role }) => role));
  const missing = reviewers
    .filter(
      ({ opinion, role }) =>
        opinion !== 'approved' &&
        (role === undefined ? opinion !== 'threads' && opinion !== 'dismissed' : !approved.has(role)),
    )
    .map(({ name, role }) => (role === undefined ? name : roleNames[role]));
  return [...new Set(missing)];
}

/** Does nothing stand in the way of merging it, as far as the host said when it was asked last? Where the gate judges, it decides. */
export function isApproved({
  reviewers = [],
  gate,
}: {
  readonly reviewers?: readonly ReviewerLine[] | undefined;
  readonly gate?: PullProgress['gate'];
}): boolean {
  const isOpen = reviewers.some(({ opinion }) => opinion === 'asks-for-changes' || opinion === 'threads');
  if (isOpen || missingApprovals(reviewers).length > 0) return false;
  return gate === undefined ? reviewers.some(({ opinion }) => opinion === 'approved') : gate.outcome === 'ready';
}
