import type { Program } from '@babel/types';
import type { FlagNames } from './flag-sense.js';
import { readFlagScenes, type FlagScenes } from './read-flag-scenes.js';

/** The syntax tree of a program with what of it depends on a flag; `undefined` where it does not parse. */
export async function readScenes(
  path: string,
  text: string,
  names: FlagNames,
): Promise<{ readonly program: Program; readonly scenes: FlagScenes } | undefined> {
  const { parseJavaScript } = await import('../../parsers/parse-javascript.js');
  const parsed = parseJavaScript(text, path);
  return 'program' in parsed ? { program: parsed.program, scenes: readFlagScenes(parsed.program, names) } : undefined;
}
