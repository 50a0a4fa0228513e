import { baseBranch } from '../repository/base-branch.js';
import type { BaseTip } from './base.js';
import { isAncestor } from './branches.js';
import { readRef } from './change-refs.js';
import type { RefChange } from './journal.js';
import type { Work } from './work.js';

/** The branch here that follows the base; `undefined` where the base is no branch. */
export async function trunkOf(work: Work, base: BaseTip): Promise<string | undefined> {
  const { remote, branch } = baseBranch(work.repository, base.ref);
  if (branch === 'HEAD') return undefined;
  return remote !== undefined || (await readRef(work, `refs/heads/${branch}`)) !== undefined ? branch : undefined;
}

/**
 * Where the branch that follows the base goes to show what everybody has: forward to the base, and it is made where it is not there.
 * `undefined` for another branch, and for one that has steps of its own.
 */
export async function trunkForward(work: Work, to: string, base: BaseTip): Promise<RefChange | undefined> {
  if ((await trunkOf(work, base)) !== to) return undefined;
  const name = `refs/heads/${to}`;
  const before = await readRef(work, name);
  if (before !== undefined && !(await isAncestor(work, before, base.commit))) return undefined;
  return { name, before, after: base.commit };
}
