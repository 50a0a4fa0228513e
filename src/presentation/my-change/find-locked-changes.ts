import type { MyChange } from './my-change.js';

/** A locked file that differs from the last commit. */
export interface LockedChange {
  readonly path: string;
  readonly kind: 'new' | 'changed' | 'removed';
}

/**
 * The locked files of the PM's change that are in no commit yet and lie at or below one of these paths. What git itself brought, by another
 * branch or a pull, is as its commit has it and not among them.
 */
export function findLockedChanges(
  { change, judgements, uncommitted }: Pick<MyChange, 'change' | 'judgements' | 'uncommitted'>,
  touched: readonly string[],
): readonly LockedChange[] {
  const isOpen = new Set(uncommitted);
  const paths = new Set(touched);
  const isTouched = (path: string): boolean => paths.has(path) || folders(path).some((folder) => paths.has(folder));
  return change.files
    .filter(({ path }) => judgements.get(path)?.standing === 'locked' && isOpen.has(path) && isTouched(path))
    .map(({ path, before, after }) => ({
      path,
      kind: after === undefined ? 'removed' : before === undefined ? 'new' : 'changed',
    }));
}

function folders(path: string): readonly string[] {
  return [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index));
}
