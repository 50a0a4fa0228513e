import { join } from 'node:path';
import { root, type DataSet } from './data-sets.js';
import { timeProgram, type Program } from './processes.js';
import { ratios, spread, type Spread } from './statistics.js';
import { makeZoneRepository } from './zone-repository.js';

/** `pm-zone doctor` of a whole repository beside `pm-zone files` of it, in milliseconds. */
export interface DoctorRow {
  readonly set: DataSet;
  readonly files: Spread;
  readonly doctor: Spread;
  readonly toFiles: Spread;
}

/** Times both commands from end to end, in turn, in a repository made of the data set's list of files. */
export function measureDoctor(set: DataSet, rounds: number): DoctorRow {
  const repository = makeZoneRepository(set);
  try {
    const place = { cwd: repository.root, env: repository.environment };
    const run = (command: string): Program => ({
      program: process.execPath,
      args: [join(root, 'dist', 'pm-zone.js'), command],
      ...place,
    });
    const [files, doctor] = [run('files'), run('doctor')];
    timeProgram(doctor);
    timeProgram(files);
    const [listed, judged]: readonly [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      listed.push(timeProgram(files).elapsed);
      judged.push(timeProgram(doctor).elapsed);
    }
    return { set, files: spread(listed), doctor: spread(judged), toFiles: ratios(judged, listed) };
  } finally {
    repository.remove();
  }
}
