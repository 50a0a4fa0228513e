import type { ExtensionContext } from 'vscode';
import type { MyChange } from '../../presentation/my-change/my-change.js';

const key = 'pmZone.sent';
/** Upper bound of changes recorded as sent. */
const most = 200;

type WorkspaceStorage = Pick<ExtensionContext, 'workspaceState'>;

/** A change whose pull request page was opened on the host. Whether it was submitted there, only the host knows. */
interface Sent {
  readonly branch: string;
  readonly commit: string;
}

export function wasSent({ workspaceState }: WorkspaceStorage, { branch }: Pick<MyChange, 'branch'>): boolean {
  return readSent(workspaceState.get(key)).some((each) => each.branch === branch);
}

/** The newest commit of a branch when its pull request page was last opened. */
export function sentCommit({ workspaceState }: WorkspaceStorage, branch: string | undefined): string | undefined {
  return readSent(workspaceState.get(key)).find((each) => each.branch === branch)?.commit;
}

export async function recordSent({ workspaceState }: WorkspaceStorage, { branch, commit }: Sent): Promise<void> {
  const others = readSent(workspaceState.get(key)).filter((each) => each.branch !== branch);
  await workspaceState.update(key, [...others, { branch, commit }].slice(-most));
}

function readSent(stored: unknown): readonly Sent[] {
  return Array.isArray(stored) ? stored.filter(isSent) : [];
}

function isSent(each: unknown): each is Sent {
  return (
    typeof each === 'object' &&
    each !== null &&
    'branch' in each &&
    typeof each.branch === 'string' &&
    'commit' in each &&
    typeof each.commit === 'string'
  );
}
