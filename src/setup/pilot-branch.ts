import { findCommit } from '../git/find-base.js';
import type { Repository } from '../git/repository.js';
import type { PolicySession } from '../policy/policy-session.js';
import { readTip } from '../policy/read-tip.js';
import { commitRevision } from '../policy/revision.js';
import { findPilotBranches, pilotBranchName } from './find-pilot-branches.js';
import type { ProposedFile } from './proposed-file.js';

/** The branch that a pilot's first policy is put on, and what its commit says. */
export const pilotBranch = {
  name: pilotBranchName,
  message: 'Say what product managers may change\n\nA first PM zone, as pm-zone init proposes it.\n',
} as const;

/** A sentence about a zone that lies on the disk and is on no base yet: somebody has begun. */
export function findUncommittedZone({ policy }: PolicySession): string | undefined {
  const zone = policy.preview ? policy.tips[0].zone : undefined;
  return (
    zone &&
    `${zone.file}:${Math.max(1, zone.line)} of the working copy has a PM zone, which counts once it is merged. pm-zone doctor --worktree says what it comes to.`
  );
}

/** A sentence about a first zone that waits on the branch that `pm-zone init` wrote, here or as it was pushed; `undefined` where there is none. */
export async function findProposedZone({ repository, cache }: PolicySession): Promise<string | undefined> {
  for (const { branch, tip } of await findPilotBranches(repository)) {
    if ((await readTip(commitRevision(repository.objects, tip), cache)).zone === undefined) continue;
    return `A first one waits on the branch ${branch} and counts once it is merged: pm-zone doctor --head ${branch} says what it comes to.`;
  }
  return undefined;
}

/** Whether a branch has all of the proposed files just so. */
export async function isOnBranch(
  repository: Repository,
  branch: string,
  files: readonly ProposedFile[],
): Promise<boolean> {
  const tip = await findCommit(repository, `refs/heads/${branch}`);
  if (tip === undefined) return false;
  const found = await commitRevision(repository.objects, tip).readPlain(files.map(({ path }) => path));
  return files.every(({ path, after }) => {
    const content = found.get(path)?.content;
    return content !== undefined && Buffer.from(after).equals(content);
  });
}
