import { EventEmitter, type Event, type ExtensionContext } from 'vscode';
import type { PullProgress } from '../../opening/pull-progress.js';
import type { CurrentRepository } from '../sessions/current-repository.js';
import { gitRootOf } from '../sessions/repository-session.js';
import type { MyChanges } from './my-changes.js';
import { committedPaths } from '../../presentation/my-change/committed-paths.js';
import { isApproved, type ReviewerLine } from '../../presentation/my-change/missing-approvals.js';
import type { Sent } from '../../presentation/my-change/next-step.js';

const key = 'pmZone.sent';
const sendingKey = 'pmZone.sending';
/** Upper bound of changes recorded as sent. */
const most = 200;

type WorkspaceStorage = Pick<ExtensionContext, 'workspaceState'>;

/** What was opened, of each change, as far as this computer knows; kept from window to window. */
export interface SentChanges {
  /** How far the current change went. */
  readonly how: () => Sent | undefined;
  /** The pull request that was opened of the current change, as far as it was read. */
  readonly pull: () => KnownPull | undefined;
  /** That pull request, or the one that was closed without being merged. */
  readonly lastPull: () => KnownPull | undefined;
  /** Whether a change was ever sent from this window's folder: who did that has been here before. */
  readonly hasSent: () => boolean;
  /** The newest commit of a branch when its pull request, or the page for it, was last opened. */
  readonly commitOf: (branch: string | undefined) => string | undefined;
  readonly record: (sent: SentChange) => Promise<void>;
  /** The pull request of a branch is no longer open. */
  readonly forgetPull: (branch: string | undefined) => Promise<void>;
  /** It was closed, and not merged. */
  readonly recordClosed: (branch: string | undefined) => Promise<void>;
  /** What the branch had when it was sent is merged: what comes next is another change. */
  readonly recordMerged: (branch: string | undefined) => Promise<void>;
  /** Notes that a change is being sent; the function that it gives, that this ended, well or not. */
  readonly begin: (sending: OpenDraft) => Promise<() => Promise<void>>;
  /** What of this clone was being sent by a window that was closed meanwhile, until something is sent again; `isTold` once that was said. */
  readonly interrupted: (root: string) => (OpenDraft & { readonly isTold: boolean }) | undefined;
  readonly noteTold: () => Promise<void>;
  /** The drafts that stand in the editor and can be sent from here. */
  readonly noteDrafts: (drafts: readonly OpenDraft[]) => void;
  readonly onDidChange: Event<void>;
  readonly dispose: () => void;
}

/** A pull request that is drafted in the editor, by the clone and the branch that it is of. */
export interface OpenDraft {
  readonly root: string;
  readonly branch: string;
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
  /** The folder of the clone. */
  readonly root: string;
}

/** A change whose pull request was opened, or its page, on which only the host knows whether it was submitted. */
interface SentChange {
  readonly branch: string;
  readonly commit: string;
  readonly pull?: KnownPull | undefined;
  readonly isMerged?: boolean | undefined;
  /** `pull` was closed without being merged. */
  readonly isClosed?: boolean | undefined;
}

export function followSentChanges(
  storage: WorkspaceStorage,
  current: CurrentRepository,
  changes: MyChanges,
): SentChanges {
  const changed = new EventEmitter<void>();
  let drafts: readonly OpenDraft[] = [];
  const lastPull = (): KnownPull | undefined => {
    const known = find(storage, changes.latest()?.branch)?.pull;
    // Branches of two clones may have one name.
    return known?.root === gitRootOf(current.session()) ? known : undefined;
  };
  const pull = (): KnownPull | undefined =>
    find(storage, changes.latest()?.branch)?.isClosed === true ? undefined : lastPull();
  const record = async (sent: SentChange): Promise<void> => {
    const others = readSent(storage).filter((each) => each.branch !== sent.branch);
    await storage.workspaceState.update(key, [...others, sent].slice(-most));
    changed.fire();
  };
  return {
    how: () => {
      const [root, branch] = [gitRootOf(current.session()), changes.latest()?.branch];
      const isDrafted = drafts.some((each) => each.root === root && each.branch === branch);
      const cutOff = findInterrupted(storage, current.session()?.root);
      if (!isDrafted && branch !== undefined && cutOff?.branch === branch) return 'interrupted';
      const known = pull();
      if (known !== undefined)
        return known.draft ? 'draft' : isAskedFor(known) ? 'asked' : isApproved(known) ? 'approved' : 'open';
      const mine = changes.latest();
      const sent = find(storage, mine?.branch);
      // The page that was opened of it has what the draft has.
      const isOnPage = sent?.isClosed !== true && sent?.commit !== undefined && sent.commit === mine?.headCommit;
      if (isDrafted && !isOnPage && sent?.isMerged !== true) return 'drafted';
      if (sent === undefined || mine === undefined) return undefined;
      // Something was committed there since: that goes its own way, to a pull request of its own.
      if (sent.isClosed === true) return mine.headCommit === sent.commit ? 'closed' : undefined;
      if (sent.isMerged !== true) return 'page';
      return committedPaths(mine).length > 0 && mine.headCommit !== sent.commit ? undefined : 'merged';
    },
    pull,
    lastPull,
    hasSent: () => readSent(storage).length > 0,
    commitOf: (branch) => find(storage, branch)?.commit,
    record,
    forgetPull: async (branch) => {
      const { commit } = find(storage, branch) ?? {};
      if (branch !== undefined && commit !== undefined) await record({ branch, commit });
    },
    recordClosed: async (branch) => {
      const { commit, pull: known } = find(storage, branch) ?? {};
      if (branch !== undefined && commit !== undefined) await record({ branch, commit, pull: known, isClosed: true });
    },
    recordMerged: async (branch) => {
      const { commit } = find(storage, branch) ?? {};
      if (branch !== undefined && commit !== undefined) await record({ branch, commit, isMerged: true });
    },
    begin: async ({ root, branch }) => {
      await storage.workspaceState.update(sendingKey, { root, branch, process: process.pid });
      return async () => {
        await storage.workspaceState.update(sendingKey, undefined);
        changed.fire();
      };
    },
    interrupted: (root) => findInterrupted(storage, root),
    noteTold: async () => {
      await storage.workspaceState.update(sendingKey, { ...readSending(storage), isTold: true });
    },
    noteDrafts: (open) => {
      drafts = open;
      changed.fire();
    },
    onDidChange: changed.event,
    dispose: () => {
      changed.dispose();
    },
  };
}

interface Sending extends OpenDraft {
  readonly process: number;
  readonly isTold: boolean;
}

function readSending({ workspaceState }: WorkspaceStorage): Sending | undefined {
  const stored = Object(workspaceState.get(sendingKey)) as Readonly<Record<string, unknown>>;
  const { root, branch, process: pid, isTold } = stored;
  if (typeof root !== 'string' || typeof branch !== 'string' || typeof pid !== 'number') return undefined;
  return { root, branch, process: pid, isTold: isTold === true };
}

function findInterrupted(storage: WorkspaceStorage, root: string | undefined): Sending | undefined {
  const sending = readSending(storage);
  // Another window of the same folder may be at it right now.
  return sending === undefined || sending.root !== root || isAlive(sending.process) ? undefined : sending;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function isAskedFor({ reviewers = [] }: KnownPull): boolean {
  return reviewers.some(({ opinion }) => opinion === 'asks-for-changes');
}

function find(storage: WorkspaceStorage, branch: string | undefined): SentChange | undefined {
  return readSent(storage).find((each) => each.branch === branch);
}

function readSent({ workspaceState }: WorkspaceStorage): readonly SentChange[] {
  const stored: unknown = workspaceState.get(key);
  return Array.isArray(stored) ? stored.filter(isSent) : [];
}

function isSent(each: unknown): each is SentChange {
  const { branch, commit, pull, isMerged, isClosed } = Object(each) as Readonly<Record<string, unknown>>;
  return (
    typeof branch === 'string' &&
    typeof commit === 'string' &&
    (pull === undefined || isPull(pull)) &&
    [isMerged, isClosed].every((each) => each === undefined || typeof each === 'boolean')
  );
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
