import type { ExtensionContext } from 'vscode';
import type { PullProgress, ReviewerStand } from '../../opening/pull-progress.js';
import type { MyChange } from '../../presentation/my-change/my-change.js';
import type { CurrentRepository } from '../sessions/current-repository.js';
import type { MyChanges } from './my-changes.js';
import type { Sent } from '../../presentation/my-change/next-step.js';

const key = 'pmZone.sent';
/** Upper bound of changes recorded as sent. */
const most = 200;

type WorkspaceStorage = Pick<ExtensionContext, 'workspaceState'>;

/** Where the current change is known from. */
interface PullSources {
  readonly context: WorkspaceStorage;
  readonly current: CurrentRepository;
  readonly changes: MyChanges;
}

/** A pull request that was open on the host when it was opened or renewed from here. */
export interface KnownPull {
  /** Which words its host has for it; not noted by older versions, which knew GitHub alone. */
  readonly kind?: 'github' | 'gitlab' | undefined;
  readonly number: number;
  /** Where people look at it. */
  readonly address: string;
  readonly draft: boolean;
  /** Whether the sign-in that opened it may see the teams of its organization: another one need not be asked for then. */
  readonly seesTeams: boolean;
  /** Who reviews it, as the host said when it was asked last. */
  readonly reviewers?: readonly ReviewerLine[] | undefined;
  /** What they ask for, and what the gate says, likewise. */
  readonly tasks?: PullProgress['tasks'] | undefined;
  readonly gate?: PullProgress['gate'];
  /** Why that was not read when it was asked last, or what of it was not, in a whole sentence. */
  readonly unread?: string | undefined;
  /** The folder of the clone: branches of two may have one name. */
  readonly root: string;
}

interface ReviewerLine extends ReviewerStand {
  readonly role?: 'engineering' | 'product' | undefined;
}

/** A change whose pull request was opened, or its page, on which only the host knows whether it was submitted. */
interface SentChange {
  readonly branch: string;
  readonly commit: string;
  readonly pull?: KnownPull | undefined;
}

/** How far a change went, as far as it is known here. */
export function howSent(storage: WorkspaceStorage, mine: Pick<MyChange, 'branch'>, root: string): Sent | undefined {
  const pull = knownPull(storage, mine.branch, root);
  if (pull !== undefined) return pull.draft ? 'draft' : 'open';
  return find(storage, mine.branch) === undefined ? undefined : 'page';
}

function knownPull(storage: WorkspaceStorage, branch: string | undefined, root: string): KnownPull | undefined {
  const pull = find(storage, branch)?.pull;
  return pull?.root === root ? pull : undefined;
}

/** The pull request that was opened of the current change, as far as it was read. */
export function pullOf({ context, current, changes }: PullSources): KnownPull | undefined {
  const session = current.session();
  return session && knownPull(context, changes.latest()?.branch, session.root);
}

/** The newest commit of a branch when its pull request, or the page for it, was last opened. */
export function sentCommit(storage: WorkspaceStorage, branch: string | undefined): string | undefined {
  return find(storage, branch)?.commit;
}

export async function recordSent(storage: WorkspaceStorage, sent: SentChange): Promise<void> {
  const others = readSent(storage).filter((each) => each.branch !== sent.branch);
  await storage.workspaceState.update(key, [...others, sent].slice(-most));
}

/** The pull request of a branch is no longer open. */
export async function forgetPull(storage: WorkspaceStorage, branch: string | undefined): Promise<void> {
  const { commit } = find(storage, branch) ?? {};
  if (branch !== undefined && commit !== undefined) await recordSent(storage, { branch, commit });
}

function find(storage: WorkspaceStorage, branch: string | undefined): SentChange | undefined {
  return readSent(storage).find((each) => each.branch === branch);
}

function readSent({ workspaceState }: WorkspaceStorage): readonly SentChange[] {
  const stored: unknown = workspaceState.get(key);
  return Array.isArray(stored) ? stored.filter(isSent) : [];
}

function isSent(each: unknown): each is SentChange {
  const { branch, commit, pull } = Object(each) as Readonly<Record<string, unknown>>;
  return typeof branch === 'string' && typeof commit === 'string' && (pull === undefined || isPull(pull));
}

function isPull(each: unknown): each is KnownPull {
  const { number, address, draft, seesTeams, root, reviewers, tasks, gate } = Object(each) as Readonly<
    Record<string, unknown>
  >;
  return (
    typeof number === 'number' &&
    typeof root === 'string' &&
    typeof draft === 'boolean' &&
    typeof seesTeams === 'boolean' &&
    [reviewers, tasks].every((each) => each === undefined || Array.isArray(each)) &&
    (gate === undefined || (typeof gate === 'object' && gate !== null && 'outcome' in gate)) &&
    typeof address === 'string' &&
    /^https?:\/\/\S+$/.test(address)
  );
}
