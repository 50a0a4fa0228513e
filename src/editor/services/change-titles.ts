import type { ExtensionContext } from 'vscode';

type WorkspaceStorage = Pick<ExtensionContext, 'workspaceState'>;

const key = 'pmZone.titles';
/** Upper bound of branches whose titles are kept. */
const most = 200;

/** What the PM called the change of a branch, as they typed it: the branch's own name has its letters and signs folded. `undefined` where it began elsewhere. */
export function readChangeTitle(storage: WorkspaceStorage, branch: string | undefined): string | undefined {
  return readAll(storage).findLast(([name]) => name === branch)?.[1];
}

/** Keeps the title with which a branch began, from window to window. */
export async function keepChangeTitle(storage: WorkspaceStorage, branch: string, title: string): Promise<void> {
  const others = readAll(storage).filter(([name]) => name !== branch);
  await storage.workspaceState.update(key, [...others, [branch, title]].slice(-most));
}

function readAll({ workspaceState }: WorkspaceStorage): readonly (readonly [branch: string, title: string])[] {
  const stored: unknown = workspaceState.get(key);
  return Array.isArray(stored) ? stored.filter(isTitle) : [];
}

function isTitle(each: unknown): each is [string, string] {
  return Array.isArray(each) && each.length === 2 && each.every((part) => typeof part === 'string');
}
