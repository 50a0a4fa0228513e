import type { Judgement, Standing } from '../policy/policy.js';
import { reasonWords } from '../policy/reason-words.js';
import type { Review } from '../review/review.js';
import type { MyChange } from './my-change.js';
import { movedNodes } from './moved-nodes.js';
import type { Node } from './node.js';

/** The last review, and whether it is of the content as it is now. */
export interface LastReview {
  readonly review: Review;
  readonly isCurrent: boolean;
  /** Its sections, and what changed in her terms. */
  readonly nodes: readonly Node[];
  readonly whatChanged: readonly Node[];
}

/** Whether each commit is reviewed before it is made, in a few words and in a sentence. */
export interface ShownGuard {
  readonly isOn: boolean;
  readonly state: string;
  readonly sentence: string;
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

function planNode({ plan: { plan, candidates } }: MyChange): Node {
  const id = 'plan';
  if (plan === undefined) {
    return {
      id,
      label: 'Plan',
      icon: 'circle-large-outline',
      description: candidates.length > 1 ? `${candidates.length} planning docs fit` : 'none yet',
      tooltip:
        candidates.length > 1
          ? 'More than one planning doc fits this change. Name the feature folder and the flag in the right one, and in it alone.'
          : 'No planning doc belongs to this change yet. It says in a few lines what the change is for.',
      command: { id: 'pmZone.newPlan', title: 'Start a planning doc' },
      children: candidates.map((path) => ({
        id: `plan ${path}`,
        label: path,
        icon: 'notebook',
        open: { path },
        children: [],
      })),
    };
  }
  const { path, doc, gaps } = plan;
  const status = doc.status ?? 'no status';
  return {
    // As below: where something is missing it opens by itself.
    id: gaps.length === 0 ? id : 'plan-to-fill',
    label: 'Plan',
    icon: gaps.length === 0 && doc.status === 'Approved' ? 'pass' : 'circle-large-outline',
    description:
      gaps.length === 0 ? status : `${status}, ${count(gaps.length, 'thing is missing', 'things are missing')}`,
    tooltip: `${doc.title ?? path}\n${waitsFor(doc.status, doc.engineeringDris, doc.productDris)}`,
    open: { path },
    expanded: gaps.length > 0,
    children: gaps.map(({ what, message, line }) => ({
      id: `gap ${what}`,
      label: what,
      description: message,
      tooltip: message,
      icon: 'circle-large-outline',
      open: { path, line },
      children: [],
    })),
  };
}

function waitsFor(status: string | undefined, engineers: readonly string[], products: readonly string[]): string {
  if (status === 'Approved') return 'Approved.';
  const people = [...engineers, ...products];
  return people.length === 0
    ? 'Nobody is named to approve it.'
    : `It waits for the approval of ${people.join(' and ')}.`;
}

const groups: readonly { readonly standing: Standing; readonly label: string; readonly icon: string }[] = [
  { standing: 'locked', label: 'Locked for you', icon: 'lock' },
  { standing: 'pair', label: 'Only together with an engineer', icon: 'organization' },
  { standing: 'editable', label: 'Yours to edit', icon: 'edit' },
];

function filesNode({ change, judgements, uncommitted }: MyChange): Node {
  const open = new Set(uncommitted);
  const children = groups.flatMap(({ standing, label, icon }): Node[] => {
    const files = change.files.filter(({ path }) => judgements.get(path)?.standing === standing);
    if (files.length === 0) return [];
    return [
      {
        id: `files ${standing}`,
        label,
        icon,
        description: String(files.length),
        expanded: true,
        children: files.map(({ path, before, after }) => {
          const judgement = judgements.get(path) as Judgement;
          const what = after === undefined ? 'removed' : before === undefined ? 'new' : 'changed';
          const state = open.has(path) ? what : `${what}, committed`;
          const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
          return {
            id: `file ${path}`,
            label: path.slice(folder === '' ? 0 : folder.length + 1),
            description: `${state}${folder === '' ? '' : ` · ${folder}`}`,
            tooltip: `${path}\n${label}: ${reasonWords(judgement)}.`,
            icon: 'file',
            ...(after !== undefined && { open: { path } }),
            context: `changed-${standing}`,
            accessibleLabel: `${path}, ${state}, ${label}`,
            children: [],
          };
        }),
      },
    ];
  });
  return {
    id: 'files',
    label: 'Files',
    icon: children.some(({ id }) => id === 'files locked') ? 'error' : 'files',
    description: count(change.files.length, 'file', 'files'),
    expanded: true,
    children,
  };
}

function whatChangedNode(last: LastReview | undefined): readonly Node[] {
  if (last === undefined || last.whatChanged.length === 0) return [];
  return [{ id: 'what-changed', label: 'What changed', icon: 'diff', children: last.whatChanged }];
}

const verdicts = {
  ready: { icon: 'pass', words: 'ready' },
  'needs-fix': { icon: 'warning', words: 'needs fixing' },
  blocked: { icon: 'error', words: 'blocked' },
} as const;

const toConfirm = { icon: 'checklist', words: 'yours to confirm' } as const;

/** Nothing is to mend; what is left is her word. */
function isLeftToConfirm({ items, findings, crashes }: Review): boolean {
  return (
    crashes.length === 0 &&
    findings.every(({ severity }) => severity === 'note') &&
    items.some(({ verdict, by }) => verdict === 'attest' && by === 'author') &&
    !items.some(({ verdict }) => verdict === 'needs-fix' || verdict === 'blocker')
  );
}

function reviewNode(last: LastReview | undefined): Node {
  const command = { id: 'pmZone.review', title: 'Review my change' };
  if (last === undefined) {
    return {
      id: 'review',
      label: 'Review',
      icon: 'circle-large-outline',
      description: 'not yet',
      command,
      children: [],
    };
  }
  const { icon, words } = isLeftToConfirm(last.review) ? toConfirm : verdicts[last.review.verdict];
  const isReady = last.review.verdict === 'ready';
  return {
    // A line keeps its place closed once it had nothing below it: another outcome is another line, so that it opens by itself.
    id: `review ${words}`,
    label: 'Review',
    icon: last.isCurrent ? icon : 'history',
    description: last.isCurrent ? words : `${words} before your last edit`,
    tooltip: last.isCurrent
      ? `The review of exactly this content: ${words}.`
      : 'You changed something since. Review again to see where you stand.',
    ...(!last.isCurrent && { command }),
    expanded: !isReady,
    children: last.nodes,
  };
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

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
