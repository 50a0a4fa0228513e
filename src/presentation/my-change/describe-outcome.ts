import { isNotYetDue } from '../../formats/verdict-words.js';
import { sayForHost } from '../../review/for-host.js';
import type { Review } from '../../review/review.js';
import { pluralize } from '../../text/pluralize.js';
import { isLeftToAuthor } from '../../review/list-to-confirm.js';

/** How a review went in one sentence, and what to offer beside it. */
export interface ReviewOutcome {
  readonly sentence: string;
  readonly next: 'nothing' | 'pull-request' | 'confirm' | 'fix';
}

/** Says what came out of a review and what to do next, to the one whose change it is. */
export function describeOutcome(review: Review): ReviewOutcome {
  const { author, crashes, policy, files, findings, verdict } = review;
  if (author.kind === 'not-on-roster') {
    const name = author.names[0] ?? 'Whoever made this change';
    const sentence = `${name} is not on the list of PMs, so PM Zone does not judge this change.`;
    return { sentence, next: 'nothing' };
  }
  if (files === 0 && findings.length === 0)
    return { sentence: 'Nothing has changed, so there is nothing to review.', next: 'nothing' };
  if (crashes.length > 0) {
    const sentence =
      'Part of the review could not run, so nothing can be said for the change as a whole. Show the log to an engineer.';
    return { sentence, next: 'fix' };
  }
  const preview = policy.preview
    ? ' This is a preview: nothing can be ready before the branch that everybody works from has a PM zone.'
    : '';
  const [toFix, toConfirm] = [countToFix(review), countToConfirm(review)];
  const rest = parts(toFix, toConfirm);
  if (verdict === 'blocked') {
    return { sentence: `Blocked: something in this change must not go on as it is (${rest}).${preview}`, next: 'fix' };
  }
  if (toFix > 0) return { sentence: `Needs fixing: ${rest}.${preview}`, next: 'fix' };
  if (toConfirm > 0)
    return { sentence: `Nothing to fix, but ${rest}. Confirm what is true.${preview}`, next: 'confirm' };
  if (policy.preview) return { sentence: `Nothing to fix.${preview}`, next: 'nothing' };
  const sentence =
    verdict === 'ready'
      ? 'Ready for the pull request.'
      : 'Your part is done. The rest is for your engineering DRI to confirm on the pull request.';
  return { sentence: sayForHost(sentence, review.thing), next: 'pull-request' };
}

function countToFix({ findings, items }: Review): number {
  const found = findings.filter(({ severity }) => severity !== 'note').length;
  return found > 0
    ? found
    : items.filter(({ verdict, due }) => due === undefined && /^(?:needs-fix|blocker)$/.test(verdict)).length;
}

function countToConfirm({ items }: Review): number {
  return items.filter((item) => isLeftToAuthor(item) && !isNotYetDue(item)).length;
}

function parts(toFix: number, toConfirm: number): string {
  const said = [
    ...(toFix > 0 ? [pluralize(toFix, 'thing to fix', 'things to fix')] : []),
    ...(toConfirm > 0 ? [pluralize(toConfirm, 'item is yours to confirm', 'items are yours to confirm')] : []),
  ];
  return said.length === 0 ? 'see its items' : said.join(', ');
}
