import { itemForHost, sayForHost } from '../review/for-host.js';
import { listRemarks, listRewrites } from '../review/list-rewrites.js';
import type { ItemVerdict, Review, ReviewItem } from '../review/review.js';
import { printable } from '../text/printable.js';
import { isNotYetDue, describeVerdict, verdictSentence } from './verdict-words.js';

/** The whole answer stays under this many words (design §6). */
const mostWords = 500;

/** The review for a terminal, by the host's word for a pull request: the verdict, the table by section, what to rewrite. No colour, no control characters. */
export function formatText(review: Review): string {
  const head = [
    verdictSentence(review),
    revisionLine(review),
    ...review.crashes.map((crash) => `Check ${crash.check} failed: ${crash.message}`),
  ];
  const isEmpty = review.files === 0 && review.findings.length === 0;
  if (review.author.kind === 'not-on-roster' || isEmpty) return `${head.map(printable).join('\n')}\n`;
  const table = tableLines(review);
  const rewrites = listRewrites(review).map(
    // A name with a line break in it must not begin a line that looks like ours.
    ({ place, id, message, command, severity }, index) =>
      [
        `${index + 1}. ${signs[severity]} ${printable(place)}${id === undefined ? '' : `  (${id})`}`,
        `   ${printable(sayForHost(message, review.thing))}`,
        ...(command === undefined ? [] : [`   ${printable(command)}`]),
      ].join('\n'),
  );
  const shown = fit(rewrites, mostWords - countWords([...head, ...table].join(' ')));
  const more = rewrites.length - shown.length;
  const notes = fit(
    listRemarks(review).map(({ place, message }) => `· ${printable(place)}\n   ${printable(message)}`),
    mostWords - countWords([...head, ...table, ...shown].join(' ')),
    0,
  );
  return `${[
    ...head,
    '',
    ...table,
    ...(shown.length > 0
      ? ['', 'What to do, most important first:', ...shown.flatMap((text) => text.split('\n'))]
      : []),
    ...(notes.length > 0 && more === 0
      ? ['', 'Nothing to do here, but good to know:', ...notes.flatMap((text) => text.split('\n'))]
      : []),
    ...(review.findings.some(({ id, severity }) => id !== undefined && severity !== 'note')
      ? ['Why one of these is said, and who can waive it: pm-zone review with --why and the name in brackets.']
      : []),
    ...(more > 0 ? [`… and ${more} more. The whole list: pm-zone review --format json`] : []),
  ]
    .map(printable)
    .join('\n')}\n`;
}

function revisionLine(review: Review): string {
  const { policy, base, head, files } = review;
  const at = policy.commit === undefined ? '' : ` at ${policy.commit.slice(0, 10)}`;
  return `${files === 1 ? '1 file' : `${files} files`} from ${base.ref} to ${head.ref}, judged by the policy of ${policy.ref}${at}.`;
}

/** The items that count now by section; what is due later and what does not apply comes after, in a line each. */
function tableLines({ items, thing }: Pick<Review, 'items' | 'thing'>): string[] {
  const describe = (item: ReviewItem): string => describeVerdict(item, thing);
  const counting = items.filter((item) => !isNotYetDue(item) && item.verdict !== 'not-applicable');
  const sections = [...new Set(items.map((item) => item.section))];
  const idle = sections.filter((section) =>
    items.every((item) => item.section !== section || (item.verdict === 'not-applicable' && item.due === undefined)),
  );
  return [
    ...sections.flatMap((section) => {
      const counted = counting.filter((item) => item.section === section);
      return counted.length === 0
        ? []
        : [
            section,
            ...counted.map((item) => `  ${signs[item.verdict]} ${itemForHost(item, thing)}: ${describe(item)}`),
          ];
    }),
    ...[...new Set(items.filter(isNotYetDue).map(describe))].map(
      (due) =>
        `· ${due.charAt(0).toUpperCase()}${due.slice(1)}: ${items
          .filter((item) => isNotYetDue(item) && describe(item) === due)
          .map((item) => itemForHost(item, thing))
          .join('; ')}.`,
    ),
    ...(idle.length === 0 ? [] : [`Does not apply here: ${idle.join(', ')}.`]),
  ];
}

/** Signs that read without colour; the words beside them say the same. */
const signs: Readonly<Record<ItemVerdict, string>> = {
  pass: '✓',
  attested: '✓',
  blocker: '✗',
  'needs-fix': '!',
  attest: '?',
  claimed: '?',
  'not-applicable': '?',
};

/** As many of the texts as fit, and the first at least where something has to be said. */
function fit(texts: readonly string[], words: number, least = 1): string[] {
  let left = words - 20;
  const shown: string[] = [];
  for (const text of texts) {
    left -= countWords(text);
    if (left < 0 && shown.length >= least) break;
    shown.push(text);
  }
  return shown;
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}
