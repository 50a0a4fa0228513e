import { filesNode } from './files-node.js';
import { movedNodes } from './moved-nodes.js';
import type { MyChange } from './my-change.js';
import type { Node } from './node.js';
import { planNode } from './plan-node.js';
import type { ReviewedChange } from './read-review.js';
import { reviewNodes } from './review-tree.js';
import { whatChangedNodes } from './what-changed-tree.js';
import { reviewNode, type LastReview } from './review-node.js';

/** Whether each commit is reviewed before it is made, in a few words and in a sentence. */
export interface ShownGuard {
  readonly isOn: boolean;
  readonly state: string;
  readonly sentence: string;
}

/** The whole tree of “My change”: its state, what the last review found, and what changed. */
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

/** “My change”: the plan, the files by standing, the review, the pull request and the commit guard, each with its state. */
export function changeNodes(mine: MyChange, last: LastReview | undefined, guard?: ShownGuard): readonly Node[] {
  if (mine.change.files.length === 0 && mine.uncommitted.length === 0) return movedNodes(mine);
  return [
    ...movedNodes(mine),
    planNode(mine),
    filesNode(mine),
    ...whatChangedNode(last),
    reviewNode(last),
    pullRequestNode(mine, last),
    ...guardNode(guard),
  ];
}

function whatChangedNode(last: LastReview | undefined): readonly Node[] {
  if (last === undefined || last.whatChanged.length === 0) return [];
  return [{ id: 'what-changed', label: 'What changed', icon: 'diff', children: last.whatChanged }];
}

function pullRequestNode({ uncommitted, isShared }: MyChange, last: LastReview | undefined): Node {
  const isReady = last?.isCurrent === true && last.review.verdict === 'ready';
  const state =
    uncommitted.length > 0
      ? 'once your work is committed'
      : !isShared
        ? 'once your branch is shared'
        : isReady
          ? 'can be opened'
          : 'can be opened as a draft';
  return {
    id: 'pull-request',
    label: 'Pull request',
    icon: 'git-pull-request',
    description: state,
    tooltip: 'What your engineer will read. You see it before it is sent.',
    command: { id: 'pmZone.openPullRequest', title: 'Open pull request' },
    children: [],
  };
}

function guardNode(guard: ShownGuard | undefined): readonly Node[] {
  if (guard === undefined) return [];
  const { isOn, state, sentence } = guard;
  return [
    {
      id: 'guard',
      label: 'Commit guard',
      icon: isOn ? 'shield' : 'circle-large-outline',
      description: state,
      tooltip: sentence,
      command: isOn
        ? { id: 'pmZone.removeGuard', title: 'Turn the commit guard off' }
        : { id: 'pmZone.installGuard', title: 'Turn the commit guard on' },
      accessibleLabel: `Commit guard, ${state}. ${sentence}`,
      children: [],
    },
  ];
}
