import type { Change } from '../../change/change.js';
import type { PolicySession } from '../../policy/policy-session.js';
import { parseBaseBranch } from '../../git/base-branch.js';

/** What the branch that everybody works from has that the PM's change has not, as far as it was fetched. */
export interface MainMoved {
  /** Its name, without its remote's. */
  readonly branch: string;
  /** How many steps it is ahead: what was merged at once counts once. */
  readonly count: number;
  /** Paths of the PM's change that are changed there as well. */
  readonly paths: readonly string[];
}

/** Reads how far main has moved on; the remote itself is not asked. `undefined` where there is nothing to bring in. */
export async function readMainMoved(
  { repository, base }: Pick<PolicySession, 'repository' | 'base'>,
  change: Change,
): Promise<MainMoved | undefined> {
  const { head, git } = repository;
  if (base === undefined || head.commit === undefined || change.merging) return undefined;
  const range = ['--end-of-options', base.commit, `^${head.commit}`];
  const count = Number(await git.run(['rev-list', '--count', '--first-parent', ...range]));
  if (count === 0) return undefined;
  const args = ['diff-tree', '-r', '-z', '--name-only', '--no-renames', '--ignore-submodules=none'];
  const names = await git.run([...args, '--end-of-options', String(change.base.commit), base.commit]);
  const there = new Set(names.toString('utf8').split('\0'));
  return {
    branch: parseBaseBranch(repository, base.ref).branch,
    count,
    paths: change.files.map(({ path }) => path).filter((path) => there.has(path)),
  };
}
