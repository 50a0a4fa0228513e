import { readChange } from '../../change/read-change.js';
import { withdrawAttestations } from '../../git/attestation-file.js';
import { openPolicySession } from '../../policy/policy-session.js';
import { contentHash } from '../../review/content-hash.js';
import { attestContent, itemsToAttest } from '../../review/attest-content.js';
import type { ReviewedChange } from './read-review.js';

/**
 * Attests items of a review for the PM, or withdraws that. An attestation holds for exactly the content that was reviewed: `changed`
 * where the files are no longer that, and then nothing is attested. Rejects with a `GitError`.
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
    if (!checked) {
      await withdrawAttestations(session.repository.commonDir, itemIds);
      return 'done';
    }
    const { change } = await readChange(session.repository, { kind: 'worktree', base: session.base });
    if (contentHash('', change) !== reviewed.contentHash) return 'changed';
    const items = itemsToAttest(reviewed.review).filter(({ id }) => itemIds.includes(id));
    await attestContent(session, change, items, new Date());
    return 'done';
  } finally {
    session.close();
  }
}
