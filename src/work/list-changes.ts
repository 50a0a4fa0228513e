import type { PlanStatus } from '../planning/planning-doc.js';
import { openPlanReader } from '../planning/plan-reader.js';
import { listKept } from './snapshot/list-kept.js';
import { parkedPrefix } from './snapshot/work-snapshot.js';
import { findCommonAncestor, isAncestor } from './git-store/commit-graph.js';
import type { Tip } from '../git/find-base.js';
import { isDefaultPlanPath } from './conflict-options.js';
import { readBlobs } from './git-store/git-objects.js';
import { readRebuilt } from './git-store/branch-ids.js';
import { findTrunk, readHead } from './git-store/branches.js';
import { listBranchesElsewhere } from './git-store/branches-elsewhere.js';
import { diffTrees } from './git-store/index-entries.js';
import { decodePath } from './git-store/byte-path.js';
import { attempt, type OperationOutcome } from './operation-outcome.js';
import { runGitLines, type Work } from './work.js';

/** A change of the PM's: a branch with its purpose and its state. */
export interface ListedChange {
  readonly branch: string;
  /** It is checked out. */
  readonly current: boolean;
  /** The planning doc that the branch brings. */
  readonly plan:
    { readonly path: string; readonly title: string | undefined; readonly status: PlanStatus | undefined } | undefined;
  /** The last commit that changes a file (to confirm items is no step of its own): its first line, and when it was made in ISO 8601. */
  readonly lastStep: { readonly subject: string; readonly at: string };
  /** Unfinished work is parked with it. */
  readonly parked: boolean;
  /** Others can have it: a remote has a branch of its name, or the one that it follows. */
  readonly shared: boolean;
  /** Another branch was rebuilt from it, and it is as it was then: it was left behind. */
  readonly abandoned: boolean;
  /** It is on this remote and not here: sent from another computer. */
  readonly elsewhere?: string;
}

/** The branch here that follows the base: what everybody has. */
export interface ListedTrunk {
  readonly branch: string;
  readonly current: boolean;
  /** It has steps that the base has not. */
  readonly hasOwnCommits: boolean;
  /** Unfinished work is parked with it. */
  readonly parked: boolean;
}

export interface ChangeList {
  /** The newest first; those that were left behind come last. */
  readonly changes: readonly ListedChange[];
  /** `undefined` where the base is no branch. */
  readonly trunk: ListedTrunk | undefined;
}

export interface ListChangesOptions {
  readonly base: Tip | undefined;
  /** Whether a path is a planning doc by the policy's setting. */
  readonly isPlanningDoc?: (path: string) => boolean;
  /** The addresses of who is asking: what they sent from elsewhere is listed too. */
  readonly own?: readonly string[];
}

/** How many branches are looked at, the newest first. */
const mostBranches = 100;

const form = ['%(refname)', '%(objectname)', '%(upstream)', '%(committerdate:iso-strict)', '%(subject)'].join('%00');

/** The PM's changes: branches called `pm/…` and those that bring a planning doc of their own, and what they sent from elsewhere; and the trunk. */
export function listChanges(work: Work, options: ListChangesOptions): Promise<OperationOutcome<ChangeList>> {
  return attempt<ChangeList>(async () => {
    const listed = await readChanges(work, options);
    return { done: true, sentence: 'Pick the change to work on, or start one.', ...listed };
  });
}

async function readChanges(work: Work, options: ListChangesOptions): Promise<ChangeList> {
  const { isPlanningDoc = isDefaultPlanPath, base, own = [] } = options;
  const refs = ['refs/heads', 'refs/remotes'];
  const output = await runGitLines(work, ['for-each-ref', '--sort=-committerdate', `--format=${form}`, ...refs]);
  const lines = output.map((line) => line.split('\0') as [string, string, string, string, string]);
  const names = new Set(lines.map(([name]) => name));
  const remotes = [...names].filter((name) => name.startsWith('refs/remotes/'));
  const { branch: current } = await readHead(work);
  const trunk = base && (await findTrunk(work, base));
  const parked = new Set((await listKept(work, parkedPrefix)).map(({ goesTo }) => goesTo));
  const rebuilt = await readRebuilt(work);
  const reader = openPlanReader();
  const changes: ListedChange[] = [];
  const heads = lines.filter(([ref]) => ref.startsWith('refs/heads/')).slice(0, mostBranches);
  const sent = base === undefined || own.length === 0 ? [] : await listBranchesElsewhere(work, base, own);
  const away = sent.map(({ remote, branch }) => lines.find(([ref]) => ref === `refs/remotes/${remote}/${branch}`));
  for (const [name, commit, upstream, at, subject] of [...heads, ...away.flatMap((each) => (each ? [each] : []))]) {
    const elsewhere = sent.find(({ remote, branch: each }) => name === `refs/remotes/${remote}/${each}`);
    const branch = elsewhere?.branch ?? name.slice('refs/heads/'.length);
    if (branch === trunk) continue;
    const path = base && (await planOf(work, base, commit, isPlanningDoc));
    if (!branch.startsWith('pm/') && path === undefined && elsewhere === undefined) continue;
    const [text] = path === undefined ? [] : await readBlobs(work, [`${commit}:${path}`]);
    const doc =
      text &&
      (await reader.readDoc({ mode: '100644', oid: undefined, bytes: text.length, text: text.toString('utf8') }));
    changes.push({
      branch,
      current: branch === current,
      plan: path === undefined ? undefined : { path, title: doc?.title, status: doc?.status },
      lastStep: await lastStepOf(work, commit, { subject, at }),
      parked: parked.has(branch),
      // Following the base branch shares nothing.
      shared:
        remotes.some((remote) => remote.endsWith(`/${branch}`)) ||
        (names.has(upstream) && upstream !== `refs/remotes/${base?.ref ?? ''}`),
      abandoned: rebuilt.get(branch) === commit,
      ...(elsewhere && { elsewhere: elsewhere.remote }),
    });
  }
  changes.sort((one, other) => Number(one.abandoned) - Number(other.abandoned));
  if (trunk === undefined) return { changes, trunk };
  const [, tip] = lines.find(([name]) => name === `refs/heads/${trunk}`) ?? [];
  return {
    changes,
    trunk: {
      branch: trunk,
      current: trunk === current,
      hasOwnCommits: tip !== undefined && !(await isAncestor(work, tip, (base as Tip).commit)),
      parked: parked.has(trunk),
    },
  };
}

/** A PM's word on the items of a review lies on top in a commit that changes no file; the step is below it. */
async function lastStepOf(
  work: Work,
  commit: string,
  tip: ListedChange['lastStep'],
): Promise<ListedChange['lastStep']> {
  const [, line = ''] = await runGitLines(work, ['rev-list', '-1', '--format=%cI%x00%s', commit, '--', '.']);
  const [at, subject] = line.split('\0');
  return at === undefined || subject === undefined ? tip : { subject, at };
}

/** The first planning doc that the branch adds or changes since it left the base; a name with a line break is none. */
async function planOf(
  work: Work,
  base: Tip,
  commit: string,
  isPlanningDoc: (path: string) => boolean,
): Promise<string | undefined> {
  const from = commit === base.commit ? undefined : await findCommonAncestor(work, commit, base.commit);
  if (from === undefined) return undefined;
  const differences = await diffTrees(work, from, commit);
  return [...differences]
    .flatMap(([name, version]) => (version && !name.includes('\n') ? [decodePath(name)] : []))
    .find(isPlanningDoc);
}
