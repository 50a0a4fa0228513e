import type { DataSet } from './data-sets.js';
import { makeGitRepository, type GitRepository } from './git-repository.js';
import { zoneOwners, zoneText } from './pm-files.js';

/** Makes a repository of a data set's list of files, all empty, with its owners and a PM zone. */
export function makeZoneRepository(set: DataSet): GitRepository {
  return makeGitRepository({
    empty: set.paths().filter((path) => path !== '.github/CODEOWNERS' && path !== 'CLAUDE.md'),
    texts: new Map([
      ['CLAUDE.md', zoneText],
      ['.github/CODEOWNERS', `${set.codeowners}\n${zoneOwners}`],
    ]),
    branch: new Map(),
    changes: new Map(),
  });
}
