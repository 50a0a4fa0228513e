import type { Disposable } from 'vscode';
import { logTo } from './log-to.js';
import type { Parts } from './parts.js';
import type { RepositoryZone } from './repository-zone.js';
import { viewOf } from './zones.js';

/**
 * Another branch, another policy or another asker: what the last review said is about something else, and goes. A commit may mend what
 * it found (the plan has to be committed first), so where it found something it is run again, in silence.
 */
export function registerForgetReviews({ log, zones, reviews }: Pick<Parts, 'log' | 'zones' | 'reviews'>): Disposable {
  const known = new WeakMap<RepositoryZone, string>();
  const heads = new WeakMap<RepositoryZone, string | undefined>();
  const again = (zone: RepositoryZone): void => {
    const found = reviews.of(zone)?.review.findings ?? [];
    if (reviews.isRunning(zone) || found.every(({ severity }) => severity === 'note')) return;
    reviews.run(zone).catch(logTo(log));
  };
  return zones.onDidChange((zone) => {
    const now = groundsOf(zone);
    if (known.has(zone) && known.get(zone) !== now) reviews.forget(zone);
    known.set(zone, now);
    const head = viewOf(zone)?.repository.head.commit;
    if (heads.has(zone) && heads.get(zone) !== head) again(zone);
    heads.set(zone, head);
  });
}

/** What a review rests on besides the change itself: a commit more on the other side alters nothing of it. */
function groundsOf(zone: RepositoryZone): string {
  const view = viewOf(zone);
  if (view === undefined) return '';
  const { repository, base, policy, asking } = view;
  const tips = policy.tips.map(({ ref, zone: rules, codeowners, skill }) => [ref, rules, codeowners, skill]);
  return JSON.stringify([repository.head.branch, base?.ref, policy.preview, tips, asking]);
}
