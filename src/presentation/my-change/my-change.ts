import { filesWithStaged, type Change, type FileVersion, type LoadedChange } from '../../change/change.js';
import { readChange } from '../../change/read-change.js';
import type { LinkedPlan } from '../../planning/linked-plan.js';
import { orderCommit, type CommitOrder } from '../../planning/order-commit.js';
import { planningDocMatcher } from '../../planning/planning-doc-matcher.js';
import { parseBaseBranch } from '../../git/base-branch.js';
import { isRegulated } from '../../policy/is-regulated.js';
import { isTrunkName, openPolicySession, type PolicySession } from '../../policy/policy-session.js';
import { readChecklist } from '../../policy/read-checklist.js';
import type { Judgement } from '../../policy/policy.js';
import { contentHash } from '../../review/content-hash.js';
import type { ReviewContext } from '../../review/check.js';
import { buildReviewContext } from '../../review/build-review-context.js';
import { findRevert } from './find-revert.js';
import { readMainMoved, type MainMoved } from './main-moved.js';
import type { ReviewAsker } from './read-review.js';

/** Where a PM's change stands, as far as the repository on this computer knows. */
export interface MyChange {
  /** `undefined` where no branch is checked out. */
  readonly branch: string | undefined;
  /** No branch is, since a rebase that was begun elsewhere is not over. */
  readonly isRebasing: boolean;
  /** The newest commit; `undefined` before the first one. */
  readonly headCommit: string | undefined;
  /** The branch is one that all work goes to, so that a change should have one of its own. */
  readonly isOnTrunk: boolean;
  /** Another change of the PM's, or parked unfinished work, is in this clone. Looked for where nothing is changed here. */
  readonly hasOtherWork: boolean;
  readonly change: Change;
  /** Of what is only staged too; a path that is locked as it is staged is locked. */
  readonly judgements: ReadonlyMap<string, Judgement>;
  readonly plan: LinkedPlan;
  /** The changed paths that are planning docs. */
  readonly planPaths: readonly string[];
  /** Paths whose content is in no commit yet. */
  readonly uncommitted: readonly string[];
  /** In which order that is committed. */
  readonly order: CommitOrder;
  /** The newest commit is on the remote's branch of the same name. */
  readonly isShared: boolean;
  /** The remote's branch of the same name has commits that are not here: somebody else's, or one's own that were made anew here. */
  readonly isBehind: boolean;
  /** What main has that is not in the change; `undefined` where there is nothing to bring in. */
  readonly mainMoved: MainMoved | undefined;
  /** It was merged, and everybody's branch took it back since. Looked for where nothing is changed here. */
  readonly isTakenBack: boolean;
  /** Stands for all content of the change: another text after any edit. */
  readonly contentHash: string;
}

/**
 * Reads where the PM's change stands: what differs from the base, by whom it may be touched and which plan it carries, without reviewing
 * it. Rejects with a `GitError`.
 */
export async function readMyChange(
  root: string,
  { environment, as, remember }: Omit<ReviewAsker, 'readSibling'>,
): Promise<MyChange> {
  const session = await openPolicySession({ cwd: root, environment, as });
  try {
    const loaded = await readChange(session.repository, { kind: 'worktree', base: session.base });
    const { change } = loaded;
    const context = await buildReviewContext({ ...session, remember }, loaded, 'edit');
    const [plan, uncommitted, sharing, hasOtherWork, mainMoved, isRebasing, isTakenBack] = await Promise.all([
      context.plan(),
      findUncommitted(session, loaded),
      readSharing(session),
      filesWithStaged(change).length === 0 && findOthers(session),
      readMainMoved(session, change),
      findRebase(session),
      filesWithStaged(change).length === 0 && findRevert(session),
    ]);
    const { branch, commit } = session.repository.head;
    const isPlanningDoc = planningDocMatcher(session.policy);
    const isRegulatedHere = isRegulated(session.policy);
    const { items } = readChecklist(session.policy.tips[0].skill);
    const isAsked = isRegulatedHere || items.some(({ check }) => check === 'planning-first');
    const planPaths = filesWithStaged(change)
      .map(({ path }) => path)
      .filter(isPlanningDoc);
    return {
      branch,
      isRebasing,
      headCommit: commit,
      isOnTrunk: branch !== undefined && (isTrunkName(branch) || isBase(session, branch)),
      hasOtherWork,
      change,
      judgements: joinJudgements(context),
      plan,
      planPaths,
      uncommitted,
      order: orderCommit({
        plan,
        uncommitted,
        isPlanningDoc,
        brought: planPaths,
        isAsked,
        isRegulated: isRegulatedHere,
      }),
      ...sharing,
      mainMoved,
      isTakenBack,
      contentHash: contentHash('', change),
    };
  } finally {
    session.close();
  }
}

function joinJudgements({ judgements, staged }: ReviewContext): ReadonlyMap<string, Judgement> {
  const only = [...(staged?.judgements ?? [])].filter(
    ([path, { standing }]) => standing === 'locked' || !judgements.has(path),
  );
  return only.length === 0 ? judgements : new Map([...judgements, ...only]);
}

/**
 * A path that a commit of the change touched and that is as on the base again is uncommitted too: undoing it is. What was written again as it was
 * committed is not.
 */
async function findUncommitted(
  { repository }: PolicySession,
  { change: { base, files, commits }, diskIds }: LoadedChange,
): Promise<readonly string[]> {
  const held = new Map(diskIds);
  const idsNow = (path: string, { oid }: FileVersion): readonly string[] =>
    oid === undefined ? (held.get(path) ?? []) : [oid];
  const now = new Map(files.map(({ path, after }) => [path, after && idsNow(path, after)]));
  const touched = commits.flatMap((commit) => commit.files.map(({ path }) => path));
  const paths = [...new Set([...now.keys(), ...touched])];
  const { commit } = repository.head;
  if (commit === undefined) return paths;
  // Where HEAD names a commit, the change begins at one.
  const from = base.commit as string;
  const at = (revision: string, path: string): string => `${revision}:${path}`;
  const found = await repository.objects.read(
    paths.flatMap((path) => [at(commit, path), at(from, path)]),
    { maxBytes: 0 },
  );
  const oidAt = (name: string): string | undefined => {
    const object = found.get(name);
    return typeof object === 'object' ? object.oid : undefined;
  };
  return paths.filter((path) => {
    const committed = oidAt(at(commit, path));
    if (!now.has(path)) return oidAt(at(from, path)) !== committed;
    const ids = now.get(path);
    return ids === undefined ? committed !== undefined : committed === undefined || !ids.includes(committed);
  });
}

/** Git keeps the commit that a rebase is at under a name of its own. */
async function findRebase({ repository }: PolicySession): Promise<boolean> {
  if (repository.head.branch !== undefined) return false;
  const name = 'REBASE_HEAD^{commit}';
  return typeof (await repository.objects.read([name], { maxBytes: 0 })).get(name) === 'object';
}

/** What was fetched last says so: the host itself is not asked. */
async function readSharing({ repository }: PolicySession): Promise<Pick<MyChange, 'isShared' | 'isBehind'>> {
  const { branch, commit } = repository.head;
  if (branch === undefined || commit === undefined) return { isShared: false, isBehind: false };
  const names = repository.remotes.map(({ name }) => `refs/remotes/${name}/${branch}^{commit}`);
  const found = await repository.objects.read(names, { maxBytes: 0 });
  const there = [...found.values()].flatMap((object) => (typeof object === 'object' ? [object.oid] : []));
  if (there.length === 0 || there.includes(commit)) return { isShared: there.length > 0, isBehind: false };
  const missing = await repository.git.run(['rev-list', '--count', '--max-count=1', ...there, `^${commit}`]);
  return { isShared: false, isBehind: missing.toString('utf8').trim() !== '0' };
}

/** A branch that is the base itself, or that the PM's setting names as one, whatever it is called. */
function isBase({ repository, base }: PolicySession, branch: string): boolean {
  const refs = [base?.ref, repository.settings.get('base')];
  return refs.some((ref) => ref !== undefined && parseBaseBranch(repository, ref).branch === branch);
}

async function findOthers(session: PolicySession): Promise<boolean> {
  const { git, head } = session.repository;
  const list = async (count: number, folder: string): Promise<readonly string[]> => {
    const output = await git.run(['for-each-ref', `--count=${count}`, '--format=%(refname)', folder]);
    return output.toString('utf8').split('\n').slice(0, -1);
  };
  const changes = await list(2, 'refs/heads/pm');
  if (changes.some((name) => name !== `refs/heads/${String(head.branch)}`)) return true;
  return hasParkedWork(session, await list(mostParked, 'refs/pm-zone/parked'));
}

/** More pieces than these wait for no single branch. */
const mostParked = 50;

/** Whether some of these pieces was made on another branch than this one, by the id that follows a branch where it is renamed. */
async function hasParkedWork({ repository }: PolicySession, refs: readonly string[]): Promise<boolean> {
  if (refs.length === 0) return false;
  const { git, head, objects } = repository;
  const key = `branch.${String(head.branch)}.pmZoneId`;
  const id = await git.run(['config', '--local', '--get', key], { allowExit: [1] });
  const own = id.toString('utf8').trim();
  const manifests = await objects.read(refs.map((ref) => `${ref}:manifest.json`));
  return [...manifests.values()].some((found) => {
    const mark = typeof found === 'object' ? readMark(found.content) : undefined;
    if (mark === undefined) return false;
    return mark.branchId === undefined ? mark.branch !== head.branch : mark.branchId !== own;
  });
}

/** The branch that a piece records; what somebody else put there is none. */
function readMark(content: Buffer | undefined): { readonly branch?: unknown; readonly branchId?: unknown } | undefined {
  try {
    return Object(JSON.parse(String(content))) as ReturnType<typeof readMark>;
  } catch {
    return undefined;
  }
}
