import type { Asking } from '../../policy/policy.js';
import { basisSentence, describeVerdict, verdictSentence } from '../../formats/verdict-words.js';
import { itemForHost, reviewForHost, sayForHost } from '../../review/for-host.js';
import { listItemsOfDris, listToConfirm, namesBothDris, toWhoConfirms } from '../../review/list-to-confirm.js';
import type { Finding, HostThing, Review, ReviewItem } from '../../review/review.js';
import { toInlineCode, toPlainMarkdown } from '../../text/plain-markdown.js';
import { renderDetails } from '../describe-change.js';

/** The verdict in one sentence, what is still to do, and the table in collapsed details; the author as the roster names them. */
export function renderVerdicts(given: Review, asking: Asking, thing: HostThing): string {
  const review = reviewForHost(given, thing);
  const { rows: known, names } = asking;
  const own = [...names, ...known.flatMap(({ emails }) => emails)];
  const authors = known.length === 0 ? names : known.map(({ pm, handles: [handle] }) => handle ?? pm);
  const rows = review.items
    .filter(({ verdict, due }) => verdict !== 'not-applicable' || due !== undefined)
    .slice(0, 100)
    .map(
      (item) =>
        `| ${toPlainMarkdown(item.section, 60)} | ${toPlainMarkdown(itemForHost(item, thing), 200)} | ${toPlainMarkdown(withoutOwn(forReaders(describeVerdict(item, thing)), own), 300)} |`,
    );
  const open = renderFindings(review.findings.filter(({ severity }) => severity !== 'note'));
  const found = listToConfirm(review).map((each) => ({
    ...each,
    message: sayForHost(toWhoConfirms(each.message), thing),
  }));
  const toConfirm = [renderFindings(found), ...renderItemsToConfirm(review, found, thing)].filter(
    (each) => each !== undefined,
  );
  const head = '| Section | Item | Verdict |\n| --- | --- | --- |\n';
  return [
    toPlainMarkdown(forReaders(verdictSentence(review))),
    toPlainMarkdown(basisSentence({ ...review, author: { ...review.author, names: authors } })),
    ...(open === undefined ? [] : [open]),
    ...(toConfirm.length === 0
      ? []
      : [`**For the engineering DRI to look at and confirm**\n\n${toConfirm.join('\n')}`]),
    ...(rows.length === 0 ? [] : [renderDetails('Verdict of each item', head + rows.join('\n'))]),
  ].join('\n\n');
}

/** At most ten as a list, each with its place; `undefined` where there is none. */
function renderFindings(found: readonly Finding[]): string | undefined {
  if (found.length === 0) return undefined;
  const lines = found.slice(0, 10).map(({ path, line, message }) => {
    const place = path === undefined ? '' : `${toInlineCode(path)}${line === undefined ? '' : ` line ${line}`}: `;
    // Said once is enough.
    const said = path !== undefined && message.startsWith(`${path} `) ? message.slice(path.length + 1) : message;
    return `- ${place}${toPlainMarkdown(said, 400)}`;
  });
  return [...lines, ...(found.length > lines.length ? [`- … and ${found.length - lines.length} more`] : [])].join('\n');
}

/** Items that are shown outside of the table. */
const mostItems = 20;

/** The items that the author does not close, and that no finding speaks of, each as an item of a list. */
function renderItemsToConfirm(review: Review, found: readonly Finding[], thing: HostThing): readonly string[] {
  const spoken = new Set(found.map(({ check }) => check));
  const left = listItemsOfDris(review).filter(({ check }) => !spoken.has(check ?? ''));
  const more = left.length - mostItems;
  return [
    ...left.slice(0, mostItems).map((item) => `- ${toPlainMarkdown(itemForHost(item, thing), 200)}${ofBoth(item)}`),
    ...(more > 0 ? [`- … and ${more} more, in the table below`] : []),
  ];
}

/** Said where the item's own words do not. */
function ofBoth(item: ReviewItem): string {
  return namesBothDris(item) && !/\bproduct DRI\b/i.test(item.text) ? ' (the product DRI too)' : '';
}

/** Whose change it is stands above the table: their own word needs no address again in each row. */
function withoutOwn(words: string, own: readonly string[]): string {
  return own.reduce((rest, address) => rest.replace(`(${address}, says `, '(in commit '), words);
}

/** What a review tells its author, for those who read it about them. */
function forReaders(words: string): string {
  return words
    .replace(/^yours to confirm/, "the author's to confirm")
    .replace(/^Not ready yet\. Fix .*/, 'Not ready yet: the author still has to fix or confirm what is listed below.');
}
