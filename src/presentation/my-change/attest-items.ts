import { readChange } from '../../change/read-change.js';
import { openPolicySession } from '../../policy/policy-session.js';
import { contentHash } from '../../review/content-hash.js';
import { attestContent, confirmedItems, itemsToAttest, takeBackContent } from '../../review/attest-content.js';
import type { ReviewedChange } from './read-review.js';

/**
 * Attests items of a review for the PM, or takes that back. An attestation holds for exactly the content that was reviewed: `changed`
 * where the files are no longer that, and then nothing is recorded. Rejects with a `GitError`.
 */
export async function attestItems(
  root: string,
  { environment, as }: { readonly environment: NodeJS.ProcessEnv; readonly as: string | undefined },
  reviewed: Pick<ReviewedChange, 'review' | 'contentHash'>,
  itemIds: readonly string[],
  checked: boolean,
): Promise<'done' | 'changed'> {
  const session = await openPolicySession({ cwd: root, environment, as });
  try {
    const { change } = await readChange(session.repository, { kind: 'worktree', base: session.base });
    if (contentHash('', change) !== reviewed.contentHash) return 'changed';
    const { review } = reviewed;
    const open = (checked ? itemsToAttest : confirmedItems)(review);
    const items = open.filter(({ id }) => itemIds.includes(id));
    await (checked ? attestContent : takeBackContent)(session, change, items, new Date());
    return 'done';
  } finally {
    session.close();
  }
}
