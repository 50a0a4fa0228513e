import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of this project, from wherever this code was compiled or bundled to. Throws where the sample's files are missing. */
export function projectFolder(): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'demo', 'sample', '_CLAUDE.md'))) return folder;
    if (dirname(folder) === folder) throw new Error('The files of the sample, demo/sample, are not there.');
  }
}
