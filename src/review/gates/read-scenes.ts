import type { Program } from '@babel/types';
import { createFileMemory } from './file-memory.js';
import type { FlagNames } from './flag-sense.js';
import { collectNames, type Named } from './is-offset-gated.js';
import { readFlagScenes, type FlagScenes } from './read-flag-scenes.js';
import { readProgram } from './read-program.js';

/** A syntax tree with what of it depends on a flag, and the names that it declares. */
export interface ReadScenes {
  readonly program: Program;
  readonly scenes: FlagScenes;
  readonly names: readonly Named[];
}

/** What of a program depends on a flag; `undefined` where it does not parse. */
export async function readScenes(
  path: string,
  text: string,
  names: FlagNames,
  remember = createFileMemory(),
): Promise<ReadScenes | undefined> {
  const program = await readProgram(path, text, remember);
  if (program === undefined) return undefined;
  const asked = JSON.stringify([[...names.keys], [...names.answers], [...(names.properties ?? [])]]);
  return {
    program,
    scenes: remember(path, text, asked, () => readFlagScenes(program, names)),
    names: remember(path, text, 'names', () => collectNames(program)),
  };
}
