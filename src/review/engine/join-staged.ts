import { filesWithStaged, type Change } from '../../change/change.js';
import type { Finding, ItemVerdict, Review, ReviewItem, Verdict } from '../review.js';

/**
 * The review of a working tree together with that of what is staged and other on the disk: the worse of both verdicts, and every finding.
 * One that only the staged version has says so; one that both have, on a line that reads the same, is said once, where it is on the disk.
 */
export function joinStaged(review: Review, staged: Review, change: Change): Review {
  const onDisk = new Set(review.findings.map(createKeys(change)));
  const keyOf = createKeys(change.staged);
  const own = staged.findings.filter((finding) => !onDisk.has(keyOf(finding)));
  const crashed = new Set(review.crashes.map(({ check }) => check));
  return {
    ...review,
    verdict: worse(verdicts, review.verdict, staged.verdict),
    files: filesWithStaged(change).length,
    items: joinItems(review.items, staged.items),
    findings: [
      ...review.findings,
      ...own.map((finding): Finding => ({ ...finding, message: markStaged(finding), staged: true })),
    ],
    crashes: [...review.crashes, ...staged.crashes.filter(({ check }) => !crashed.has(check))],
  };
}

const verdicts: readonly Verdict[] = ['ready', 'needs-fix', 'blocked'];
const itemVerdicts: readonly ItemVerdict[] = [
  'not-applicable',
  'pass',
  'attested',
  'claimed',
  'attest',
  'needs-fix',
  'blocker',
];

function worse<T>(order: readonly T[], one: T, other: T): T {
  return order.indexOf(one) < order.indexOf(other) ? other : one;
}

/** Each item with the worse verdict. Some come with conditions of single files, so that one of both may have them alone. */
function joinItems(items: readonly ReviewItem[], staged: readonly ReviewItem[]): readonly ReviewItem[] {
  const joined = new Map(items.map((item) => [`${item.id} ${item.text}`, item]));
  for (const item of staged) {
    const known = joined.get(`${item.id} ${item.text}`);
    if (known === undefined || worse(itemVerdicts, known.verdict, item.verdict) !== known.verdict)
      joined.set(`${item.id} ${item.text}`, item);
  }
  return [...joined.values()];
}

/** What a finding of this change says, by the text of its line. One about the change as a whole is the same whatever its figures. */
function createKeys(change: Change | undefined): (finding: Finding) => string {
  const lines = new Map<string, readonly string[] | undefined>();
  const texts = new Map(change?.files.map(({ path, after }) => [path, after?.text]));
  return ({ check, severity, path, line, message }) => {
    if (path === undefined) return JSON.stringify([check, severity]);
    if (!lines.has(path)) lines.set(path, texts.get(path)?.split('\n'));
    const place = line === undefined ? undefined : (lines.get(path)?.[line - 1] ?? line);
    return JSON.stringify([check, severity, path, place, message]);
  };
}

function markStaged({ message, path }: Finding): string {
  const marked = `In the next commit, but not as on your disk: ${message}`;
  return path === undefined
    ? marked
    : `${marked} Commit by “Review and Commit…” (or run git add first), and what is on your disk is committed instead.`;
}
