import type { ChangedFile } from '../../change/change.js';
import type { Report } from '../check.js';
import { findYamlObjects } from './find-active-parts.js';
import { findNewParts } from './find-new-parts.js';

/** Values of a YAML file by which what reads it builds an object of a program: of these nobody has to be asked. */
export function reportYamlObjects({ path, before, after }: ChangedFile, who: string): readonly Report[] {
  if (after?.text === undefined || !/\.ya?ml$/iu.test(path)) return [];
  return findNewParts(findYamlObjects(after.text), findYamlObjects(before?.text ?? '')).map(({ what, line }) => ({
    message: `This has ${what} in it now: what reads this file would build something of a program. Write the value itself, or ask ${who} to make this part of the change.`,
    path,
    line,
  }));
}
