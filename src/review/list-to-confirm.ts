import type { Finding, Review, ReviewItem } from './review.js';

/** Whether an item waits for the author's own word. */
export function isLeftToAuthor({ verdict, by }: Pick<ReviewItem, 'verdict' | 'by'>): boolean {
  return verdict === 'attest' && by === 'author';
}

/** Whether the author confirms an item, or has done so: what is confirmed can be taken back. */
export function isAuthors(item: ReviewItem): boolean {
  return item.verdict === 'attested' || isLeftToAuthor(item);
}

/**
 * The items that others than the author close on the pull request: what a person confirms there, and what the repository claims and approvals prove.
 * Whoever names or counts them takes these.
 */
export function listItemsOfDris({ items }: Pick<Review, 'items'>): readonly ReviewItem[] {
  return items.filter(({ verdict, by }) => verdict === 'claimed' || (verdict === 'attest' && by !== 'author'));
}

/** Who confirms an item that is not the author's: the product DRI too where it is theirs by its kind or by its words. */
export function namesBothDris({ id, text }: { readonly id?: string | undefined; readonly text: string }): boolean {
  return id === 'sign-off' || id === 'planning-complete' || /\bproduct DRI\b/i.test(text);
}

/** What no check could decide and the engineering DRI confirms on the pull request: it is no fault, and nobody else is asked. */
export function listToConfirm({ items, findings }: Review): readonly Finding[] {
  const open = new Set(
    items.flatMap(({ check, verdict, by }) =>
      verdict === 'attest' && by !== 'author' && check !== undefined ? [check] : [],
    ),
  );
  return findings.filter(({ check, severity }) => severity === 'note' && open.has(check));
}

/** What a report leaves to a person, without the words that tell its author who that is: as it reads to the one who decides. */
export function toWhoConfirms(message: string): string {
  const end = ends.find((each) => message.endsWith(each));
  if (end === undefined) return message;
  const rest = message.slice(0, -end.length);
  const at = Math.max(rest.lastIndexOf('. '), rest.lastIndexOf('; '));
  return at < 0 ? message : `${rest.slice(0, at)}.`;
}

/** How a report ends that tells its author who decides it. */
const ends = ['pull request', 'merge request'].flatMap((thing) => [
  ` confirms it in the ${thing}.`,
  ` approves that in the ${thing}.`,
]);
