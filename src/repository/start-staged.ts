import { catFileQuery } from './cat-file.js';
import { configQuery } from './config.js';
import type { Git } from './git.js';
import { placeQuery } from './place.js';
import { headQuery, pathsQuery } from './queries.js';
import { refQuery } from './refs.js';
import { startTogether } from './start-together.js';
import type { StartedTogether } from './start-together.js';

/** Starts all that opening a repository for a staged review asks git, in one go; `undefined` where that cannot be done. */
export function startStaged(git: Git): StartedTogether | undefined {
  // In the order in which the answers are waited for; what takes its time in a large repository by itself.
  return startTogether(git, [[placeQuery, configQuery, refQuery], [headQuery], [pathsQuery]], catFileQuery);
}
