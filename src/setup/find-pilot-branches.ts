import { findCommit, type Tip } from '../git/find-base.js';
import type { Repository } from '../git/repository.js';

/** The branch that a pilot's first policy is put on. */
export const pilotBranchName = 'pm-zone/pilot';

/** That branch here, and as it was pushed: its name, and where it is. */
export async function findPilotBranches(
  repository: Pick<Repository, 'remotes' | 'objects'>,
): Promise<readonly { readonly branch: string; readonly tip: Tip }[]> {
  const places = [
    { ref: `refs/heads/${pilotBranchName}`, branch: pilotBranchName },
    ...repository.remotes.map(({ name }) => {
      const branch = `${name}/${pilotBranchName}`;
      return { ref: `refs/remotes/${branch}`, branch };
    }),
  ];
  const tips = await Promise.all(places.map(({ ref }) => findCommit(repository, ref)));
  return places.flatMap(({ branch }, at) => {
    const tip = tips[at];
    return tip === undefined ? [] : [{ branch, tip }];
  });
}
