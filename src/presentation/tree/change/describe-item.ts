import { isNotYetDue, describeVerdict } from '../../../formats/verdict-words.js';
import type { ItemVerdict, ReviewItem } from '../../../review/review.js';

/** What became of an item, to the one whose change it is. */
export function describeItem(item: ReviewItem): string {
  const isShort = /^(?:pass|needs-fix|blocker|attested)$/.test(item.verdict);
  return isShort && !isNotYetDue(item) ? shortWords(item) : describeVerdict(item);
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
  return item.verdict === 'attest' && item.by === 'author' ? 'to confirm' : verdictWords[item.verdict];
}

const verdictWords: Readonly<Record<ItemVerdict, string>> = {
  attest: 'for engineering',
  attested: 'confirmed',
  claimed: 'to be proven',
  blocker: 'blocked',
  'needs-fix': 'to fix',
  pass: 'fine',
  'not-applicable': 'fine',
};
