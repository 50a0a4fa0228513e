import { createHash } from 'node:crypto';
import { listTracked, type Tracked } from '../change/list-tracked.js';
import { createFolderFinder } from '../change/folder-finder.js';
import { openZone, type OpenZone } from '../policy/open-zone.js';
import { GitTrouble } from '../repository/git-trouble.js';
import { judgeTracked } from '../standing/judge-tracked.js';
import type { RepositoryState } from './repository-state.js';

/** Reads a repository once and lets go of it. Git's refusals are data; `as` is who is asking, else git's settings say. */
export async function readRepository(root: string, as: string | undefined): Promise<RepositoryState> {
  try {
    const zone = await openZone({ cwd: root, environment: process.env, ...(as !== undefined && { as }) });
    try {
      const { base, policy, asking } = zone;
      const { root: place, gitDir, commonDir, head, mergeHead, email, name, remotes, shallow } = zone.repository;
      const repository = { root: place, gitDir, commonDir, head, mergeHead, email, name, remotes, shallow };
      const hasPolicy = policy.tips.some((tip) => tip.zone !== undefined);
      const tracked = hasPolicy ? await listTracked(zone.repository) : nothing;
      const signature = signatureOf(zone, tracked);
      const judge = judgeTracked({ policy, asking }, tracked);
      const isFolder = createFolderFinder(tracked.paths);
      const view = { root, repository, base, policy, asking, tracked, signature, judge, isFolder };
      return { kind: hasPolicy ? 'open' : 'no-policy', view };
    } finally {
      zone.close();
    }
  } catch (error) {
    if (error instanceof GitTrouble) return { kind: 'trouble', trouble: error };
    throw error;
  }
}

const nothing: Tracked = { paths: [], special: new Map() };

/** Commits name their policy; a working copy's has no name and is taken whole. */
function signatureOf({ repository, base, policy, asking }: OpenZone, { paths, special }: Tracked): string {
  const { head, mergeHead, email, name, remotes, shallow } = repository;
  const tips = policy.tips.map((tip) => tip.commit ?? tip);
  const hash = createHash('sha1');
  hash.update(JSON.stringify([head, mergeHead, email, name, remotes, shallow, base, policy.preview, tips, asking]));
  hash.update(JSON.stringify([...special]));
  return hash.update(paths.join('\0')).digest('hex');
}
