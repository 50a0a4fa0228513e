import type { ChangedFile } from '../../../change/change.js';
import { isFrame } from '../code-text.js';
import type { FlagNames } from '../flag-sense.js';
import { readTextOffState } from '../off-state/read-text-off-state.js';
import { readScenes, type ReadScenes } from '../read-scenes.js';
import { longest } from './judge-off-state.js';
import { readOff } from './read-off.js';

/** Has a new program that names the flag neither words nor elements for people while it is off? */
export async function isSilentWhileOff({ path, after }: ChangedFile, names: FlagNames): Promise<boolean> {
  // What was not read, or does not parse, names no flag.
  const { text } = after as { readonly text: string };
  const isOfFlag = (word: string): boolean => names.keys.has(word.replace(/^"|"$/g, ''));
  if (text.length > longest) return false;
  if (isFrame(path)) {
    const { tokens, asks } = readTextOffState(path, text, names.keys);
    return asks && tokens.every((token) => !token.isSeen);
  }
  const read = (await readScenes(path, text, names)) as ReadScenes;
  return readOff(read, names, false).tokens.every((token) => !token.isSeen || isOfFlag(token.text));
}
