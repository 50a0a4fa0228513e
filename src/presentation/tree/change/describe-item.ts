import { isNotYetDue, describeVerdict } from '../../../formats/verdict-words.js';
import type { HostThing, ItemVerdict, ReviewItem } from '../../../review/review.js';
import { isLeftToAuthor } from '../../../review/list-to-confirm.js';

/** What became of an item, to the one whose change it is. */
export function describeItem(item: ReviewItem, thing?: HostThing): string {
  const isShort = /^(?:pass|needs-fix|blocker|attested)$/.test(item.verdict);
  return isShort && !isNotYetDue(item) ? shortWords(item) : describeVerdict(item, thing);
}

/** “1 blocked, 2 to fix, 3 fine”: the same verdict is counted once. */
export function describeSection(items: readonly ReviewItem[]): string {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(shortWords(item), (counts.get(shortWords(item)) ?? 0) + 1);
  return counts.size === 1 && items.length > 1
    ? `all ${String([...counts.keys()][0])}`
    : [...counts].map(([words, count]) => (items.length === 1 ? words : `${count} ${words}`)).join(', ');
}

/** What of a section asks for attention first, for where there is little room: “2 to fix”, “later”, “all fine”. */
export function headlineSection(items: readonly ReviewItem[]): string {
  const states = items.map(shortWords);
  const first = headlines.find((words) => states.includes(words));
  if (first === undefined) return items.some(isOthers) ? 'later' : 'all fine';
  return `${states.filter((words) => words === first).length} ${first}`;
}

/** In the order of their weight. */
const headlines: readonly string[] = ['blocked', 'to fix', 'to confirm'];

function isOthers(item: ReviewItem): boolean {
  return isNotYetDue(item) || item.verdict === 'attest' || item.verdict === 'claimed';
}

function shortWords(item: ReviewItem): string {
  if (isNotYetDue(item)) return 'later';
  return isLeftToAuthor(item) ? 'to confirm' : verdictWords[item.verdict];
}

const verdictWords: Readonly<Record<ItemVerdict, string>> = {
  attest: 'for an engineer',
  attested: 'confirmed',
  claimed: 'to be proven',
  blocker: 'blocked',
  'needs-fix': 'to fix',
  pass: 'fine',
  'not-applicable': 'fine',
};
