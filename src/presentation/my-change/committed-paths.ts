import { filesWithStaged } from '../../change/change.js';
import type { MyChange } from './my-change.js';

type Committed = Pick<MyChange, 'change' | 'uncommitted' | 'planPaths'>;

/** Changed files of which everything is committed and not yet in main as it was fetched. */
export function committedPaths({ change, uncommitted }: Committed): readonly string[] {
  const open = new Set(uncommitted);
  return filesWithStaged(change)
    .map(({ path }) => path)
    .filter((path) => !open.has(path));
}

/** Is more than a plan committed? A plan alone is merged before the rest, and its change goes on on the same branch. */
export function carriesMoreThanPlan(mine: Committed): boolean {
  return committedPaths(mine).some((path) => !mine.planPaths.includes(path));
}
