import type { MyChange } from '../../my-change/my-change.js';
import type { PullProgress, ReviewTask } from '../../../opening/pull-progress.js';
import { shorten } from '../../change-page/short-sentence.js';
import type { TreeNode } from '../tree-node.js';
import { capitalize } from '../../../text/capitalize.js';
import { hostThing } from '../../my-change/host-thing.js';
import { missingApprovals, roleNames, type ReviewerLine } from '../../my-change/missing-approvals.js';
import { longestName } from './short-names.js';

/** A pull request as it was last seen. */
export interface OpenPull {
  /** Which words its host has for it; GitHub’s where that is not known. */
  readonly kind?: 'github' | 'gitlab' | undefined;
  readonly number: number;
  readonly draft: boolean;
  /** Who reviews it, as the host said when it was asked last. */
  readonly reviewers?: readonly ReviewerLine[] | undefined;
  /** What they ask for, and what the gate says, likewise. */
  readonly tasks?: readonly ReviewTask[] | undefined;
  readonly gate?: PullProgress['gate'];
  /** Why that was not read when it was asked last, or what of it was not, in a whole sentence. */
  readonly unread?: string | undefined;
}

/** The pull request: it leads to its page, or renews it where it lacks something; below it what the gate says, whose approval is missing, and who says what. */
export function buildPullNode({ isShared, change }: Pick<MyChange, 'isShared' | 'change'>, pull: OpenPull): TreeNode {
  const changed = new Set(change.files.map(({ path }) => path));
  const { number, draft, reviewers, gate, unread, tasks = [] } = pull;
  const thing = hostThing(pull.kind);
  return {
    // A node that once had no children stays collapsed: this is another one.
    id: 'open-pull-request',
    label: capitalize(thing),
    icon: 'git-pull-request',
    description: isShared ? `${number} is ${draft ? 'a draft' : 'open'}` : `${number}, to be renewed`,
    tooltip: isShared ? 'Select to see its page.' : 'Your latest commits are not in it yet. Select to renew it.',
    command: isShared
      ? { id: 'pmZone.showPullRequest', title: `Show my ${thing}` }
      : { id: 'pmZone.openPullRequest', title: `Renew my ${thing}` },
    expanded: true,
    children: [
      ...gateNode(gate),
      ...missingNode(draft, reviewers ?? []),
      ...(reviewers ?? []).map((reviewer) =>
        reviewerNode(
          reviewer,
          tasks.filter(({ name }) => name === reviewer.name),
          changed,
        ),
      ),
      ...unreadNode(unread),
      askNode(reviewers !== undefined),
    ],
  };
}

const gates = {
  ready: { icon: 'pass', words: 'green', next: 'Nothing is missing for it any more.' },
  waits: { icon: 'clock', words: 'waits for people', next: 'Your part is done.' },
  'not-ready': { icon: 'error', words: 'red', next: 'Review your change, fix what is listed, and renew it.' },
  failed: {
    icon: 'warning',
    words: 'could not judge it',
    next: 'Ask your engineering DRI to look at the check in CI.',
  },
  unread: { icon: 'question', words: 'not read', next: 'Its answer could not be read. The page may show it.' },
} as const;

function gateNode(gate: OpenPull['gate']): readonly TreeNode[] {
  if (gate === undefined) return [];
  const { icon, words, next } = gates[gate.outcome];
  const sentence = [gate.words.replace(/[^.!?]$/, '$&.'), next].filter((part) => part !== '').join(' ');
  return [
    {
      id: 'pull-gate',
      label: 'The gate',
      icon,
      description: words,
      tooltip: `${sentence} Select to see the page.`,
      command: show,
      accessibleLabel: `The gate: ${words}. ${sentence}`,
      children: [],
    },
  ];
}

/** A draft has nobody’s yet. */
function missingNode(isDraft: boolean, reviewers: readonly ReviewerLine[]): readonly TreeNode[] {
  const missing = missingApprovals(reviewers);
  if (isDraft || missing.length === 0) return [];
  const words = missing.join(', ');
  return [
    {
      id: 'pull-missing',
      label: 'Approvals missing',
      icon: 'person',
      description: words,
      tooltip: `It can be merged once these have approved it: ${words}.`,
      accessibleLabel: `Approvals missing: ${words}`,
      children: [],
    },
  ];
}

const show = { id: 'pmZone.showPullRequest', title: 'Show my pull request' };

const opinions = {
  'asks-for-changes': { icon: 'request-changes', words: 'asks for changes' },
  threads: { icon: 'comment-discussion', words: 'has threads to resolve' },
  waits: { icon: 'clock', words: 'still to review it' },
  dismissed: { icon: 'history', words: 'their review was dismissed' },
  'approved-before': { icon: 'history', words: 'approved it before your latest commits' },
  approved: { icon: 'pass', words: 'approved it' },
} as const;

/** How to take it, from the working agreement. */
const etiquette =
  'Do what is asked, or ask what is meant. Whether it is wanted at all is no matter for the review; and where it should be built anew, that is fine too.';

function reviewerNode(
  { name, opinion, role }: ReviewerLine,
  tasks: readonly ReviewTask[],
  changed: ReadonlySet<string>,
): TreeNode {
  const { icon, words } = opinions[opinion];
  const who = role === undefined ? name : `${name} (your ${roleNames[role]})`;
  const advice = opinion === 'asks-for-changes' ? ` ${etiquette}` : '';
  return {
    // As above.
    id: `${tasks.length === 0 ? 'reviewer' : 'asking'} ${name}`,
    label: shorten(name, longestName),
    icon,
    description: words,
    tooltip: `${who}: ${words}.${advice} Select to see the page.`,
    command: show,
    accessibleLabel: `${who}: ${words}`,
    expanded: true,
    children: tasks.map((task, at) => taskNode(task, at, changed)),
  };
}

/** Leads to its line in a file of the change, or where that is gone to the page, where all of it stands. */
function taskNode({ name, path, line, text }: ReviewTask, at: number, changed: ReadonlySet<string>): TreeNode {
  const file = path?.slice(path.lastIndexOf('/') + 1);
  const place = file === undefined ? undefined : line === undefined ? file : `${file}:${line}`;
  return {
    id: `task ${name} ${at}`,
    label: text,
    icon: 'comment',
    ...(place === undefined ? {} : { description: place }),
    tooltip: `${name}: ${text}${path === undefined ? '' : ` (${path})`}`,
    ...(path === undefined || line === undefined || !changed.has(path) ? { command: show } : { open: { path, line } }),
    children: [],
  };
}

/** Above it stands what was read before. */
function unreadNode(sentence: string | undefined): readonly TreeNode[] {
  if (sentence === undefined) return [];
  return [
    {
      id: 'pull-unread',
      label: 'Not all was read',
      icon: 'warning',
      description: 'when it was asked last',
      tooltip: sentence,
      accessibleLabel: `Not all was read when it was asked last. ${sentence}`,
      command: { id: 'pmZone.pullProgress', title: 'Ask who reviewed it' },
      children: [],
    },
  ];
}

function askNode(isAsked: boolean): TreeNode {
  return {
    id: 'pull-progress',
    label: isAsked ? 'Ask again who reviewed it' : 'Ask who reviewed it',
    icon: 'refresh',
    command: { id: 'pmZone.pullProgress', title: 'Ask who reviewed it' },
    children: [],
  };
}
