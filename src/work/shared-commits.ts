import { commonCommit } from './base.js';
import { isAncestor } from './branches.js';
import { readRef } from './change-refs.js';
import type { Work } from './work.js';

/**
 * The newest commits of a branch that others have had, as far as this clone knows: what remotes have of the branch of that name, and
 * `sent`, which she is known to have sent.
 */
export async function sharedCommits(
  work: Work,
  { branch, commit, sent }: { readonly branch: string; readonly commit: string; readonly sent: string | undefined },
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const { name } of work.repository.remotes) {
    const tip = await readRef(work, `refs/remotes/${name}/${branch}`);
    const common = tip === undefined ? undefined : await commonCommit(work, tip, commit);
    if (common !== undefined) found.add(common);
  }
  if (sent !== undefined && (await isAncestor(work, sent, commit))) found.add(sent);
  return [...found];
}
