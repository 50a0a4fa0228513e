import type { ChangedFile } from '../../../change/change.js';
import { isFrame } from '../code-text.js';
import type { FlagNames } from '../flag-sense.js';
import { readScenes } from '../read-scenes.js';
import { longest } from './judge-off-state.js';
import { readOff } from './read-off.js';

/** Where a program that is new, and does not ask for the flag, has words and elements that people see for certain wherever it is drawn. */
export async function seenPlaces({ path, after }: ChangedFile, names: FlagNames): Promise<readonly number[]> {
  const text = after?.text;
  if (text === undefined || text.length > longest || isFrame(path)) return [];
  const read = await readScenes(path, text, names);
  return read === undefined ? [] : readOff(read, names, false).tokens.flatMap(({ isSure, at }) => (isSure ? [at] : []));
}
