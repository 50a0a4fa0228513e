import { trunkNames } from './repository/refs.js';

/**
 * Whether a name, in full or in short, stands for the branch that is checked out or for a remote's branch of that name: against itself no
 * change would be left to review. On a trunk none does, since there the remote's branch is what counts.
 */
export function isOwnBranch(name: string, branch: string | undefined): boolean {
  if (branch === undefined || trunkNames.some((trunk) => trunk === branch)) return false;
  const names = [name, name.replace(/^refs\/heads\//u, ''), name.replace(/^(?:refs\/remotes\/)?[^/]+\//u, '')];
  return names.includes(branch);
}
