import type { Report, ReviewContext } from '../check.js';
import { indexLines } from '../../text/index-lines.js';
import { whoToAsk } from '../who-to-ask.js';
import { isProgram } from './code-text.js';
import { visitPrograms } from './feature-code.js';
import { findFlagUse } from './find-flag-use.js';

/**
 * Flags that are gone from every flag file, each with the file that had it, while a program still asks for them: in doubt, a comment
 * counts as asking.
 */
export async function reportDeletedFlags(gone: ReadonlyMap<string, string>, context: ReviewContext): Promise<Report[]> {
  const uses = new Map<string, Report>();
  const whole = await visitPrograms(context, isProgram, (path, text) => {
    for (const key of gone.keys()) {
      const at = uses.has(key) ? undefined : findFlagUse(text, key);
      if (at === undefined) continue;
      const message = `The flag ${key} is deleted while this code still asks for it, and nobody knows what people would see then. Keep the flag, or have an engineer take it out of the code first.`;
      uses.set(key, { path, ...indexLines(text)(at), key: { name: key, kind: 'flag' }, message });
    }
    return uses.size === gone.size;
  });
  const unsure = [...gone].flatMap(([key, path]): Report[] => {
    if (whole || uses.has(key)) return [];
    const message = `The flag ${key} is deleted, and there is more code here than could be searched for it. Keep the flag, or ask ${whoToAsk(context)} to remove it once no code asks for it.`;
    return [{ path, key: { name: key, kind: 'flag' }, message }];
  });
  return [...uses.values(), ...unsure];
}
