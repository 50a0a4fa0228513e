import type { Disposable } from 'vscode';
import { logErrors } from './log-to.js';
import type { Parts } from './parts.js';
import { snapshotOf, type RepositorySession } from './repository-zone.js';

/**
 * Another branch, another policy or another asker: what the last review said is about something else, and goes. A commit may mend what
 * it found (the plan has to be committed first), so where it found something it is run again, in silence.
 */
export function registerReviewRefresh({
  log,
  sessions,
  reviews,
}: Pick<Parts, 'log' | 'sessions' | 'reviews'>): Disposable {
  const known = new WeakMap<RepositorySession, string>();
  const heads = new WeakMap<RepositorySession, string | undefined>();
  const again = (session: RepositorySession): void => {
    const found = reviews.get(session)?.review.findings ?? [];
    if (reviews.isRunning(session) || found.every(({ severity }) => severity === 'note')) return;
    reviews.run(session).catch(logErrors(log));
  };
  return sessions.onDidChange((session) => {
    const now = groundsOf(session);
    if (known.has(session) && known.get(session) !== now) reviews.discard(session);
    known.set(session, now);
    const head = snapshotOf(session)?.repository.head.commit;
    if (heads.has(session) && heads.get(session) !== head) again(session);
    heads.set(session, head);
  });
}

/** What a review rests on besides the change itself: a commit more on the other side alters nothing of it. */
function groundsOf(session: RepositorySession): string {
  const snapshot = snapshotOf(session);
  if (snapshot === undefined) return '';
  const { repository, base, policy, asking } = snapshot;
  const tips = policy.tips.map(({ ref, zone: rules, codeowners, skill }) => [ref, rules, codeowners, skill]);
  return JSON.stringify([repository.head.branch, base?.ref, policy.preview, tips, asking]);
}
