import type { ExtensionContext } from 'vscode';
import type { MyChange } from '../guide/my-change.js';

const key = 'pmZone.sent';
/** Changes that are remembered as sent. */
const most = 200;

type Memory = Pick<ExtensionContext, 'workspaceState'>;

/** She was led to the host's page with it. Whether she sent it there, only the host knows. */
export function wasSent({ workspaceState }: Memory, { branch }: Pick<MyChange, 'branch'>): boolean {
  return branch !== undefined && readSent(workspaceState.get(key)).includes(branch);
}

export async function rememberSent({ workspaceState }: Memory, branch: string): Promise<void> {
  const others = readSent(workspaceState.get(key)).filter((each) => each !== branch);
  await workspaceState.update(key, [...others, branch].slice(-most));
}

function readSent(remembered: unknown): readonly string[] {
  return Array.isArray(remembered) ? remembered.filter((each) => typeof each === 'string') : [];
}
