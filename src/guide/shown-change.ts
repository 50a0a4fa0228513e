import type { MyChange } from './my-change.js';
import { changeNodes, type ShownGuard } from './change-tree.js';
import type { Node } from './node.js';
import type { ReviewedChange } from './read-review.js';
import { reviewNodes } from './review-tree.js';
import { whatChangedNodes } from './what-changed-tree.js';

/** “My change” whole, with what its last review found and what it says has changed. */
export function shownChange(
  mine: MyChange,
  reviewed: ReviewedChange | undefined,
  guard: ShownGuard | undefined,
): readonly Node[] {
  const last = reviewed && {
    review: reviewed.review,
    isCurrent: reviewed.content === mine.content,
    nodes: reviewNodes(reviewed),
    whatChanged: whatChangedNodes(reviewed),
  };
  return changeNodes(mine, last, guard);
}
