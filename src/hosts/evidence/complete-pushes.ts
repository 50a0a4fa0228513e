import type { Account } from '../../gate/evidence.js';

/** One change of a branch: `before` is `null` where it came into being, `after` where it went. */
export interface BranchUpdate {
  readonly by: Account | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly at: string;
}

export interface Push extends BranchUpdate {
  readonly after: string;
}

/**
 * Who brought `commits` to a branch whose end is `head`: the pushes since the branch came into being, and those of an earlier branch of its
 * name that had brought some of them. `undefined` where the list, oldest first, has a gap, or tells nothing of the head.
 */
export function completePushes(
  updates: readonly BranchUpdate[],
  head: string,
  commits: ReadonlySet<string>,
): readonly Push[] | undefined {
  const pushes = updates.filter((update): update is Push => update.after !== null);
  const upToHead = pushes.slice(0, pushes.findLastIndex(({ after }) => after === head) + 1);
  const birth = Math.max(
    0,
    upToHead.findLastIndex(({ before }) => before === null),
  );
  const life = upToHead.slice(birth);
  const ends = new Set(life.map(({ after }) => after));
  const whole = life.every(({ before }, index) =>
    // What stood on the branch before the first push that is told of was nobody's of these only where none of `commits` was there.
    before === null ? true : index === 0 ? !commits.has(before) : ends.has(before),
  );
  if (!whole || life.length === 0) return undefined;
  return [...upToHead.slice(0, birth).filter(({ after }) => commits.has(after)), ...life];
}

/** The accounts that pushed, each once; `null` where one of them is nobody that the host knows. */
export function pushersOf(pushes: readonly Push[]): readonly Account[] | null {
  const accounts = new Map<string, Account>();
  for (const { by } of pushes) {
    if (by === null) return null;
    accounts.set(by.id, by);
  }
  return [...accounts.values()];
}
