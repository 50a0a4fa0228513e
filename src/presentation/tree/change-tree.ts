import { filesWithStaged } from '../../change/change.js';
import { buildFilesNode } from './change/files-node.js';
import { buildMainMovedNodes } from './change/main-moved-nodes.js';
import type { MyChange } from '../my-change/my-change.js';
import type { TreeNode } from './tree-node.js';
import { buildPlanNode } from './change/plan-node.js';
import type { ReviewedChange } from '../my-change/read-review.js';
import { buildVerdictNodes } from './change/verdict-nodes.js';
import { buildWhatChangedNodes } from './change/what-changed-nodes.js';
import { buildReviewNode, type LastReview } from './change/review-node.js';
import { longestName } from './change/short-names.js';
import { shorten } from '../change-page/short-sentence.js';

/** Whether each commit is reviewed before it is made, in a few words and in a sentence. */
export interface GuardSummary {
  readonly isOn: boolean;
  readonly state: string;
  readonly sentence: string;
}

/** A pull request as it was last seen. */
interface OpenPull {
  readonly number: number;
  readonly draft: boolean;
  /** Who reviews it, as the host said when it was asked last. */
  readonly reviewers?: readonly ReviewerLine[] | undefined;
}

interface ReviewerLine {
  readonly name: string;
  readonly opinion: 'approved' | 'approved-before' | 'asks-for-changes' | 'waits';
  readonly role?: 'engineering' | 'product' | undefined;
}

/** The whole tree of “My change”: its state, what the last review found, and what changed. `pull`: the pull request that was opened of it. */
export function buildChangeTree(
  mine: MyChange,
  reviewed: ReviewedChange | undefined,
  guard: GuardSummary | undefined,
  pull?: OpenPull,
): readonly TreeNode[] {
  const last = reviewed && {
    review: reviewed.review,
    isCurrent: reviewed.contentHash === mine.contentHash,
    nodes: buildVerdictNodes(reviewed),
    whatChanged: buildWhatChangedNodes(reviewed),
  };
  return buildChangeNodes(mine, last, guard, pull);
}

/** “My change”: the plan, the files by standing, the review, the pull request and the commit guard, each with its state. */
export function buildChangeNodes(
  mine: MyChange,
  last: LastReview | undefined,
  guard?: GuardSummary,
  pull?: OpenPull,
): readonly TreeNode[] {
  if (filesWithStaged(mine.change).length === 0 && mine.uncommitted.length === 0) return buildMainMovedNodes(mine);
  return [
    ...buildMainMovedNodes(mine),
    buildPlanNode(mine),
    buildFilesNode(mine),
    ...whatChangedNode(last),
    buildReviewNode(last),
    pull === undefined ? pullRequestNode(mine, last) : openPullNode(mine, pull),
    ...guardNode(guard),
  ];
}

function whatChangedNode(last: LastReview | undefined): readonly TreeNode[] {
  if (last === undefined || last.whatChanged.length === 0) return [];
  return [{ id: 'what-changed', label: 'What changed', icon: 'diff', children: last.whatChanged }];
}

function pullRequestNode({ uncommitted, isShared }: MyChange, last: LastReview | undefined): TreeNode {
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
    tooltip: 'What your engineering DRI will read. You see it before it is sent.',
    command: { id: 'pmZone.openPullRequest', title: 'Open pull request' },
    children: [],
  };
}

/** It leads to the page, or renews it where it lacks something. */
function openPullNode({ isShared }: MyChange, { number, draft, reviewers }: OpenPull): TreeNode {
  return {
    // A node that once had no children stays collapsed: this is another one.
    id: 'open-pull-request',
    label: 'Pull request',
    icon: 'git-pull-request',
    description: isShared ? `${number} is ${draft ? 'a draft' : 'open'}` : `${number}, to be renewed`,
    tooltip: isShared ? 'Select to see its page.' : 'Your latest commits are not in it yet. Select to renew it.',
    command: isShared
      ? { id: 'pmZone.showPullRequest', title: 'Show my pull request' }
      : { id: 'pmZone.openPullRequest', title: 'Renew my pull request' },
    expanded: true,
    children: [...(reviewers ?? []).map(reviewerNode), askNode(reviewers !== undefined)],
  };
}

const opinions = {
  'asks-for-changes': { icon: 'request-changes', words: 'asks for changes' },
  waits: { icon: 'clock', words: 'still to review it' },
  'approved-before': { icon: 'history', words: 'approved it before your latest commits' },
  approved: { icon: 'pass', words: 'approved it' },
} as const;

const roles = { engineering: 'engineering DRI', product: 'product DRI' } as const;

function reviewerNode({ name, opinion, role }: ReviewerLine): TreeNode {
  const { icon, words } = opinions[opinion];
  const who = role === undefined ? name : `${name} (your ${roles[role]})`;
  return {
    id: `reviewer ${name}`,
    label: shorten(name, longestName),
    icon,
    description: words,
    tooltip: `${who}: ${words}. Select to see the page.`,
    command: { id: 'pmZone.showPullRequest', title: 'Show my pull request' },
    accessibleLabel: `${who}: ${words}`,
    children: [],
  };
}

/** Nobody is asked by itself: the PM says when. */
function askNode(isAsked: boolean): TreeNode {
  return {
    id: 'pull-progress',
    label: isAsked ? 'Ask again who reviewed it' : 'Ask who reviewed it',
    icon: 'refresh',
    command: { id: 'pmZone.pullProgress', title: 'Ask who reviewed it' },
    children: [],
  };
}

function guardNode(guard: GuardSummary | undefined): readonly TreeNode[] {
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
