import type { Report, ReviewContext } from '../check.js';
import { indexLines } from '../../text/index-lines.js';
import { whoToAsk } from '../who-to-ask.js';
import { isProgram } from './code-text.js';
import { visitPrograms } from './feature-code.js';
import { findFlagUse } from './find-flag-use.js';

/**
 * Flags that are gone from every flag file, each with the file that had it, while a program or a template still asks for them: in doubt, a
 * comment counts as asking; of a word as any other (`search`) nobody can tell. What is said stands in the file that had the flag, for that is what the change touches.
 */
export async function reportDeletedFlags(gone: ReadonlyMap<string, string>, context: ReviewContext): Promise<Report[]> {
  const uses = new Map<string, string>();
  const words = new Map<string, string>();
  const whole = await visitPrograms(context, isProgram, (path, text) => {
    for (const key of gone.keys()) {
      const use = uses.has(key) ? undefined : findFlagUse(text, key);
      if (use === undefined || (!use.isSure && words.has(key))) continue;
      (use.isSure ? uses : words).set(key, `${path} (line ${indexLines(text)(use.at).line})`);
    }
    return uses.size === gone.size;
  });
  return [...gone].flatMap(([key, path]): Report[] => {
    const place = uses.get(key);
    const word = words.get(key);
    if (whole && place === undefined && word !== undefined) {
      const message = `The flag ${key} is deleted, and ${word} has the same word, which may be the flag or something else. ${whoToAsk(context)} confirms in the pull request that no code asks for it.`;
      return [{ path, key: { name: key, kind: 'flag' }, message, undecided: true }];
    }
    if (whole && place === undefined) return [];
    const message =
      place === undefined
        ? `The flag ${key} is deleted, and there is more code here than could be searched for it. Keep the flag, or ask ${whoToAsk(context)} to remove it once no code asks for it.`
        : `The flag ${key} is deleted while ${place} still asks for it, and nobody knows what people would see then. Keep the flag, or have an engineer take it out of the code first.`;
    return [{ path, key: { name: key, kind: 'flag' }, message }];
  });
}
