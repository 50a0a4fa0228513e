import { itemForHost, sayForHost } from '../review/for-host.js';
import { listRewrites } from '../review/list-rewrites.js';
import type { Review } from '../review/review.js';
import { escapeMarkdown } from '../text/plain-markdown.js';
import { basisSentence, describeVerdict, verdictSentence } from './verdict-words.js';

/** How many points of the rewrite list a comment shows. */
const mostRewrites = 20;

/** The review as Markdown for a comment: nothing of the repository's text is live in it. */
export function formatMarkdown(review: Review): string {
  const rows = review.items
    .filter((item) => item.verdict !== 'not-applicable' || item.due !== undefined)
    .map(
      (item) =>
        `| ${escapeMarkdown(item.section)} | ${escapeMarkdown(itemForHost(item, review.thing))} | ${escapeMarkdown(describeVerdict(item, review.thing))} |`,
    );
  const rewrites = listRewrites(review);
  const points = rewrites
    .slice(0, mostRewrites)
    .map(
      ({ place, message }, index) =>
        `${index + 1}. **${escapeMarkdown(place)}** ${escapeMarkdown(sayForHost(message, review.thing))}`,
    );
  const more = rewrites.length - points.length;
  return [
    '## PM PR Review',
    '',
    escapeMarkdown(verdictSentence(review)),
    '',
    escapeMarkdown(basisSentence(review)),
    ...(rows.length === 0 ? [] : ['', '| Section | Item | Verdict |', '| --- | --- | --- |', ...rows]),
    ...(points.length === 0 ? [] : ['', '### What to do, most important first', '', ...points]),
    ...(more > 0 ? ['', `… and ${more} more.`] : []),
    '',
  ].join('\n');
}
