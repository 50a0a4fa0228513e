import { createFolderFinder } from '../src/git/list-tracked.js';
import { listTracked } from '../src/git/list-tracked.js';
import { createStandingBadges } from '../src/presentation/my-zone/standing-badge.js';
import { openPolicySession } from '../src/policy/policy-session.js';
import { createTrackedJudge } from '../src/policy/tracked-judge.js';
import type { GitRepository } from './git-repository.js';
import { spread, type Spread } from './statistics.js';

/** Milliseconds for each of 60 badges in all corners of a repository, as the extension finds them: no git and no disk for a file. */
export async function timeBadges({ root: cwd, environment }: GitRepository): Promise<Spread> {
  const zone = await openPolicySession({ cwd, environment });
  try {
    const tracked = await listTracked(zone.repository);
    const badges = createStandingBadges({
      judge: createTrackedJudge(zone, tracked),
      isFolder: createFolderFinder(tracked.paths),
    });
    const step = Math.floor(tracked.paths.length / 61);
    const [first = '', ...asked] = Array.from({ length: 61 }, (_, at) => tracked.paths[at * step] ?? '');
    badges(first, '');
    return spread(
      asked.map((path) => {
        const start = process.hrtime.bigint();
        badges(path, '');
        return Number(process.hrtime.bigint() - start) / 1e6;
      }),
    );
  } finally {
    zone.close();
  }
}
