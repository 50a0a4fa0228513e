import type { ExtensionContext } from 'vscode';
import type { MyChange } from '../guide/my-change.js';

const key = 'pmZone.sent';
/** Changes that are remembered as sent. */
const most = 200;

type Memory = Pick<ExtensionContext, 'workspaceState'>;

/** A change as she was led to the host's page with it. Whether she sent it there, only the host knows. */
interface Sent {
  readonly branch: string;
  readonly commit: string;
}

export function wasSent({ workspaceState }: Memory, { branch }: Pick<MyChange, 'branch'>): boolean {
  return readSent(workspaceState.get(key)).some((each) => each.branch === branch);
}

/** The newest commit of a branch that she was at the host's page with. */
export function sentCommit({ workspaceState }: Memory, branch: string | undefined): string | undefined {
  return readSent(workspaceState.get(key)).find((each) => each.branch === branch)?.commit;
}

export async function recordSent({ workspaceState }: Memory, { branch, commit }: Sent): Promise<void> {
  const others = readSent(workspaceState.get(key)).filter((each) => each.branch !== branch);
  await workspaceState.update(key, [...others, { branch, commit }].slice(-most));
}

function readSent(remembered: unknown): readonly Sent[] {
  return Array.isArray(remembered) ? remembered.filter(isSent) : [];
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
