import type { Review } from '../../../review/review.js';
import { isLeftToAuthor } from '../../../review/list-to-confirm.js';
import { needsFix } from '../../my-change/next-step.js';
import { showPage } from './show-page.js';
import type { TreeNode } from '../tree-node.js';

/** The last review, and whether it is of the content as it is now. */
export interface LastReview {
  readonly review: Review;
  readonly isCurrent: boolean;
  /** Its sections, and what changed in the PM's terms. */
  readonly nodes: readonly TreeNode[];
  readonly whatChanged: readonly TreeNode[];
}

const verdicts = {
  ready: { icon: 'pass', words: 'ready' },
  'needs-fix': { icon: 'warning', words: 'needs fixing' },
  blocked: { icon: 'error', words: 'blocked' },
} as const;

const toConfirm = { icon: 'checklist', words: 'yours to confirm' } as const;

/** Nothing is left to fix; only attestations are missing. */
function isLeftToConfirm(review: Review): boolean {
  return !needsFix(review) && review.items.some(isLeftToAuthor);
}

/** How the last review went, and whether it still holds. */
export function buildReviewNode(last: LastReview | undefined): TreeNode {
  const command = { id: 'pmZone.review', title: 'Review my change' };
  if (last === undefined) {
    const icon = 'circle-large-outline';
    return { id: 'review', label: 'Review', icon, description: 'not yet', command, children: [] };
  }
  const { icon, words } = isLeftToConfirm(last.review) ? toConfirm : verdicts[last.review.verdict];
  const isReady = last.review.verdict === 'ready';
  return {
    // A node that once had no children stays collapsed, so another outcome gets another id and opens by itself.
    id: `review ${words}`,
    label: 'Review',
    icon: last.isCurrent ? icon : 'history',
    description: last.isCurrent ? words : `${words}, outdated`,
    tooltip: last.isCurrent
      ? `The review of exactly this content: ${words}.`
      : `It was: ${words}. You changed something since. Review again to see where you stand.`,
    command: last.isCurrent ? showPage() : command,
    expanded: !isReady,
    children: last.nodes,
  };
}
