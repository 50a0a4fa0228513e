import { filesWithStaged } from '../../change/change.js';
import { buildFilesNode } from './change/files-node.js';
import { buildMainMovedNodes } from './change/main-moved-nodes.js';
import { capitalize } from '../../text/capitalize.js';
import { hostThing, type HostKind } from '../my-change/host-thing.js';
import type { MyChange } from '../my-change/my-change.js';
import type { TreeNode } from './tree-node.js';
import { buildPlanNode } from './change/plan-node.js';
import type { ReviewedChange } from '../my-change/read-review.js';
import { buildVerdictNodes } from './change/verdict-nodes.js';
import { buildWhatChangedNodes } from './change/what-changed-nodes.js';
import { buildReviewNode, type LastReview } from './change/review-node.js';
import { buildPullNode, type OpenPull } from './change/pull-nodes.js';

/** Whether each commit is reviewed before it is made, in a few words and in a sentence. */
export interface GuardSummary {
  readonly isOn: boolean;
  readonly state: string;
  readonly sentence: string;
}

/** The whole tree of “My change”: its state, what the last review found, and what changed. `pull`: the pull request that was opened of it, its `page` alone, or that it was `closed` or `merged`; `kind`: the host that it lies on, or would. */
export function buildChangeTree(
  mine: MyChange,
  reviewed: ReviewedChange | undefined,
  guard: GuardSummary | undefined,
  pull?: OpenPull | 'page' | 'closed' | 'merged',
  kind?: HostKind,
): readonly TreeNode[] {
  const last = reviewed && {
    review: reviewed.review,
    isCurrent: reviewed.contentHash === mine.contentHash,
    nodes: buildVerdictNodes(reviewed),
    whatChanged: buildWhatChangedNodes(reviewed),
  };
  return buildChangeNodes(mine, last, guard, pull, kind);
}

/** “My change”: the plan, the files by standing, the review, the pull request and the commit guard, each with its state. */
export function buildChangeNodes(
  mine: MyChange,
  last: LastReview | undefined,
  guard?: GuardSummary,
  pull?: OpenPull | 'page' | 'closed' | 'merged',
  kind?: HostKind,
): readonly TreeNode[] {
  if (filesWithStaged(mine.change).length === 0 && mine.uncommitted.length === 0) return buildMainMovedNodes(mine);
  return [
    ...buildMainMovedNodes(mine),
    buildPlanNode(mine),
    buildFilesNode(mine),
    ...whatChangedNode(last),
    buildReviewNode(last),
    pull === undefined || typeof pull === 'string'
      ? pullRequestNode(mine, last, pull, kind)
      : buildPullNode(mine, pull),
    ...guardNode(guard),
  ];
}

function whatChangedNode(last: LastReview | undefined): readonly TreeNode[] {
  if (last === undefined || last.whatChanged.length === 0) return [];
  return [{ id: 'what-changed', label: 'What changed', icon: 'diff', children: last.whatChanged }];
}

const ended = { page: 'its page was opened', closed: 'was closed', merged: 'is merged' } as const;

const getLatest = { id: 'pmZone.getLatest', title: 'Get the latest' };

function pullRequestNode(
  { uncommitted }: MyChange,
  last: LastReview | undefined,
  was: 'page' | 'closed' | 'merged' | undefined,
  kind: HostKind,
): TreeNode {
  const thing = hostThing(kind);
  const isReady = last?.isCurrent === true && last.review.verdict === 'ready';
  const open = isReady ? 'can be opened' : 'can be opened as a draft';
  const state = uncommitted.length > 0 ? 'after the commit' : was === undefined ? open : ended[was];
  return {
    id: 'pull-request',
    label: capitalize(thing),
    icon: 'git-pull-request',
    description: state,
    ...(was === 'merged' && uncommitted.length === 0
      ? { tooltip: 'Everybody has it. Select to get the latest.', command: getLatest }
      : {
          tooltip: 'What your engineering DRI will read. You see it before it is sent.',
          command: { id: 'pmZone.openPullRequest', title: `Open ${thing}` },
        }),
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
