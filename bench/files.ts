import { join } from 'node:path';
import { root, type DataSet } from './data-sets.js';
import { timeFloor, timeProgram, withEmptyScript, type Program } from './processes.js';
import { realGit } from './record-git.js';
import { ratios, spread, type Spread } from './statistics.js';
import { makeZoneRepository } from './zone-repository.js';

/** `pm-zone files` of a whole repository, in milliseconds. */
export interface FilesRow {
  readonly set: DataSet;
  /** Node starting an empty script, plus `git ls-files -z`. */
  readonly floor: Spread;
  readonly ours: Spread;
  readonly toFloor: Spread;
}

/** Times the command from end to end, in a repository made of the data set's list of files. */
export function measureFiles(set: DataSet, rounds: number): FilesRow {
  const repository = makeZoneRepository(set);
  try {
    const place = { cwd: repository.root, env: repository.environment };
    const ours: Program = { program: process.execPath, args: [join(root, 'dist', 'pm-zone.js'), 'files'], ...place };
    const list: Program = { program: realGit(), args: ['ls-files', '-z'], ...place };
    timeProgram(ours);
    const floors: number[] = [];
    const times: number[] = [];
    withEmptyScript((empty) => {
      for (let round = 0; round < rounds; round++) {
        floors.push(timeFloor(empty, [list]).floor.elapsed);
        times.push(timeProgram(ours).elapsed);
      }
    });
    return { set, floor: spread(floors), ours: spread(times), toFloor: ratios(times, floors) };
  } finally {
    repository.remove();
  }
}
