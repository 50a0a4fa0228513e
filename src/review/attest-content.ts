import type { CarryRequest, ItemToCarry } from '../attestations/find-unwritten.js';
import type { Change } from '../change/change.js';
import { saveAttestations, withdrawAttestations } from '../git/attestation-file.js';
import type { PolicySession } from '../policy/policy-session.js';
import { contentHash } from './content-hash.js';
import type { Review, ReviewItem } from './review.js';
import { isLeftToAuthor } from './list-to-confirm.js';

type ItemOfWord = Pick<ReviewItem, 'id' | 'text' | 'claimedBy'>;

/** The items that are the author's to confirm now. */
export function itemsToAttest({ items }: Pick<Review, 'items'>): readonly ReviewItem[] {
  return items.filter(isLeftToAuthor);
}

/** The items that the author confirmed for exactly the content that was reviewed. */
export function confirmedItems({ items }: Pick<Review, 'items'>): readonly ReviewItem[] {
  return items.filter(({ verdict }) => verdict === 'attested');
}

/** Attests these items for exactly the content of `change` on this computer, whoever reads it next: editor, guard or command line. */
export async function attestContent(
  { repository, asking }: Pick<PolicySession, 'repository' | 'asking'>,
  change: Change,
  items: readonly ItemOfWord[],
  now: Date,
): Promise<void> {
  const given = { by: asking.names.join(', '), at: now.toISOString() };
  await saveAttestations(
    repository.commonDir,
    items.map(({ id, text }) => ({ item: id, content: contentHash(text, change, repository.autocrlf), ...given })),
  );
}

/** Takes the word for these items and the content of `change` back; of those that a commit of the branch gives, that is noted, to be carried too. */
export async function takeBackContent(
  { repository, asking }: Pick<PolicySession, 'repository' | 'asking'>,
  change: Change,
  items: readonly ItemOfWord[],
  now: Date,
): Promise<void> {
  const words = items.map(({ id, text, claimedBy }) => ({
    isOnBranch: claimedBy !== undefined,
    word: { item: id, content: contentHash(text, change, repository.autocrlf) },
  }));
  await withdrawAttestations(
    repository.commonDir,
    words.map(({ word }) => word),
  );
  const taken = { by: asking.names.join(', '), at: now.toISOString(), takenBack: true } as const;
  const onBranch = words.filter(({ isOnBranch }) => isOnBranch);
  if (onBranch.length > 0)
    await saveAttestations(
      repository.commonDir,
      onBranch.map(({ word }) => ({ ...word, ...taken })),
    );
}

/** What of a review of all that lies in the working tree is to be written onto the branch (`carryWords`). */
export function wordsToCarry(items: readonly ReviewItem[]): CarryRequest {
  return { items: items.flatMap(toCarry), contentOf: contentHash };
}

function toCarry(item: ReviewItem): readonly ItemToCarry[] {
  const { id, text, verdict, claimedBy } = item;
  if (verdict === 'attested') return [{ id, text, isHereOnly: claimedBy === undefined }];
  return isLeftToAuthor(item) ? [{ id, text, isHereOnly: false }] : [];
}
