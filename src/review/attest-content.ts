import type { Change } from '../change/change.js';
import type { PolicySession } from '../policy/policy-session.js';
import { saveAttestations } from '../git/attestation-file.js';
import { contentHash } from './content-hash.js';
import type { Review, ReviewItem } from './review.js';

/** The items that are the author's to confirm now. */
export function itemsToAttest({ items }: Review): readonly ReviewItem[] {
  return items.filter((item) => item.verdict === 'attest' && item.by === 'author');
}

/** Attests these items for exactly the content of `change`, whoever reads it next: editor, guard or command line. */
export async function attestContent(
  { repository, asking }: Pick<PolicySession, 'repository' | 'asking'>,
  change: Change,
  items: readonly Pick<ReviewItem, 'id' | 'text'>[],
  now: Date,
): Promise<void> {
  const by = asking.names.join(', ');
  await saveAttestations(
    repository.commonDir,
    items.map(({ id, text }) => ({ item: id, content: contentHash(text, change), by, at: now.toISOString() })),
  );
}
