import { catFileQuery } from '../git/process/cat-file.js';
import { configQuery } from '../git/repository/git-config.js';
import type { Git } from '../git/git.js';
import { locationQuery } from '../git/repository/repository-location.js';
import { headQuery, pathsQuery } from '../git/git-queries.js';
import { refQuery } from '../git/repository/refs.js';
import { startTogether } from './start-together.js';
import type { StartedTogether } from './start-together.js';

/** Starts all that opening a repository for a staged review asks git, in one go; `undefined` where that cannot be done. */
export function startStaged(git: Git): StartedTogether | undefined {
  // In the order in which the answers are waited for; what takes its time in a large repository by itself.
  return startTogether(git, [[locationQuery, configQuery, refQuery], [headQuery], [pathsQuery]], catFileQuery);
}
