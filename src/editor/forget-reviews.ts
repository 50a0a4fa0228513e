import type { Disposable } from 'vscode';
import type { Parts } from './parts.js';
import type { RepositoryZone } from './repository-zone.js';
import { viewOf } from './zones.js';

/** Another branch, another policy or another asker: what the last review said is about something else, and goes. */
export function registerForgetReviews({ zones, reviews }: Pick<Parts, 'zones' | 'reviews'>): Disposable {
  const known = new WeakMap<RepositoryZone, string>();
  return zones.onDidChange((zone) => {
    const now = groundsOf(zone);
    if (known.has(zone) && known.get(zone) !== now) reviews.forget(zone);
    known.set(zone, now);
  });
}

/** What a review rests on besides the change itself: a commit more on either side alters nothing of it. */
function groundsOf(zone: RepositoryZone): string {
  const view = viewOf(zone);
  if (view === undefined) return '';
  const { repository, base, policy, asking } = view;
  const tips = policy.tips.map(({ ref, zone: rules, codeowners, skill }) => [ref, rules, codeowners, skill]);
  return JSON.stringify([repository.head.branch, base?.ref, policy.preview, tips, asking]);
}
