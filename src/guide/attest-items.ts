import { readChange } from '../change/read-change.js';
import { openZone } from '../policy/open-zone.js';
import { contentHash } from '../review/content-hash.js';
import { giveHerWord, itemsToConfirm, withdrawHerWord } from '../review/give-word.js';
import type { ReviewedChange } from './read-review.js';

/**
 * Attests items of a review for the PM, or withdraws that. An attestation holds for exactly the content that was reviewed: `changed`
 * where the files are no longer that, and then nothing is attested. Rejects with a `GitTrouble`.
 */
export async function attestItems(
  root: string,
  { environment, as }: { readonly environment: NodeJS.ProcessEnv; readonly as: string | undefined },
  reviewed: Pick<ReviewedChange, 'review' | 'content'>,
  itemIds: readonly string[],
  checked: boolean,
): Promise<'done' | 'changed'> {
  const zone = await openZone({ cwd: root, environment, as });
  try {
    if (!checked) {
      await withdrawHerWord(zone, itemIds);
      return 'done';
    }
    const { change } = await readChange(zone.repository, { kind: 'worktree', base: zone.base });
    if (contentHash('', change) !== reviewed.content) return 'changed';
    const items = itemsToConfirm(reviewed.review).filter(({ id }) => itemIds.includes(id));
    await giveHerWord(zone, change, items, new Date());
    return 'done';
  } finally {
    zone.close();
  }
}
