import { createFolderFinder } from '../src/change/list-tracked.js';
import { listTracked } from '../src/change/list-tracked.js';
import { createStandingBadges } from '../src/guide/standing-badge.js';
import { openZone } from '../src/policy/open-zone.js';
import { judgeTracked } from '../src/standing/judge-tracked.js';
import type { GitRepository } from './git-repository.js';
import { spread, type Spread } from './statistics.js';

/** Milliseconds for each of 60 badges in all corners of a repository, as the extension finds them: no git and no disk for a file. */
export async function timeBadges({ root: cwd, environment }: GitRepository): Promise<Spread> {
  const zone = await openZone({ cwd, environment });
  try {
    const tracked = await listTracked(zone.repository);
    const badges = createStandingBadges({
      judge: judgeTracked(zone, tracked),
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
