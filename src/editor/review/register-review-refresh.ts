import type { Disposable } from 'vscode';
import { logErrors } from '../ui/log-errors.js';
import type { Services } from '../services/services.js';
import { snapshotOf, type RepositorySession } from '../sessions/repository-session.js';

/**
 * Discards the last review after a change of branch, policy or asker, since it is about something else. A commit may fix what the review
 * found (the plan has to be committed first), so where it found something it is run again, silently.
 */
export function registerReviewRefresh({
  log,
  sessions,
  reviews,
}: Pick<Services, 'log' | 'sessions' | 'reviews'>): Disposable {
  const known = new WeakMap<RepositorySession, string>();
  const heads = new WeakMap<RepositorySession, string | undefined>();
  const rerun = (session: RepositorySession): void => {
    const found = reviews.get(session)?.review.findings ?? [];
    if (reviews.isRunning(session) || found.every(({ severity }) => severity === 'note')) return;
    reviews.run(session).catch(logErrors(log));
  };
  return sessions.onDidChange((session) => {
    const now = dependenciesOf(session);
    if (known.has(session) && known.get(session) !== now) reviews.discard(session);
    known.set(session, now);
    const head = snapshotOf(session)?.repository.head.commit;
    if (heads.has(session) && heads.get(session) !== head) rerun(session);
    heads.set(session, head);
  });
}

/** What a review depends on besides the change itself; not on the tip of the base branch. */
function dependenciesOf(session: RepositorySession): string {
  const snapshot = snapshotOf(session);
  if (snapshot === undefined) return '';
  const { repository, base, policy, asking } = snapshot;
  const tips = policy.tips.map(({ ref, zone: rules, codeowners, skill }) => [ref, rules, codeowners, skill]);
  return JSON.stringify([repository.head.branch, base?.ref, policy.preview, tips, asking]);
}
