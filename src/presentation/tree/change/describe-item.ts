import { isNotYetDue, describeVerdict } from '../../../formats/verdict-words.js';
import type { ReviewItem } from '../../../review/review.js';

/** What became of an item, to the one whose change it is. */
export function describeItem(item: ReviewItem): string {
  switch (item.verdict) {
    case 'pass':
    case 'needs-fix':
    case 'blocker':
    case 'attested':
      return isNotYetDue(item) ? describeVerdict(item) : shortWords(item);
    case 'attest':
    case 'claimed':
    case 'not-applicable':
      return describeVerdict(item);
  }
}

/** “1 blocked, 2 to fix, 3 fine”: the same verdict is counted once. */
export function describeSection(items: readonly ReviewItem[]): string {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(shortWords(item), (counts.get(shortWords(item)) ?? 0) + 1);
  return counts.size === 1 && items.length > 1
    ? `all ${String([...counts.keys()][0])}`
    : [...counts].map(([words, count]) => (items.length === 1 ? words : `${count} ${words}`)).join(', ');
}

function shortWords(item: ReviewItem): string {
  if (isNotYetDue(item)) return 'later';
  switch (item.verdict) {
    case 'attest':
      return item.by === 'author' ? 'to confirm' : 'for engineering';
    case 'attested':
      return 'confirmed';
    case 'claimed':
      return 'to be proven';
    case 'blocker':
      return 'blocked';
    case 'needs-fix':
      return 'to fix';
    case 'pass':
    case 'not-applicable':
      return 'fine';
  }
}
