import type { ChangedFile } from '../../../change/change.js';
import { indexLines } from '../../../text/index-lines.js';
import { isCode, isFrame, isProgram } from '../code-text.js';
import type { FlagNames } from '../flag-sense.js';
import { createNamesKey } from '../names-key.js';
import { differsInNotesOnly } from '../off-state/blank-notes.js';
import { findOpenedQuestion } from '../opened/find-opened-question.js';
import { listsFlags } from '../reports/declares-flag-only.js';
import { judgeFrame } from './judge-frame.js';
import { judgeScript } from './judge-script.js';
import { judgeText } from './judge-text.js';
import type { OffChange } from './off-change.js';

/** Programs of more characters are not followed. */
export const longest = 300_000;

/**
 * Is a changed program while the flag is off what it was before the change? `same` is a proof of it, by a syntax tree, or by lines where a language has none here; `undefined` where nobody can tell,
 * as of one that is new. `isChanged`: whether the change touches what an import of the program names.
 */
export async function judgeOffState(
  { path, before, after }: ChangedFile,
  names: FlagNames,
  isChanged: (module: string) => boolean = () => false,
): Promise<'same' | OffChange | undefined> {
  const [old, now] = [before?.text, after?.text];
  if (now === undefined || Math.max(old?.length ?? 0, now.length) > longest) return undefined;
  const found = await judge(path, old, now, names, isChanged);
  if (found === 'same' || found === undefined || old === undefined || !isProgram(path) || listsFlags.test(path))
    return found;
  const namesKey = createNamesKey(names.keys);
  const opened = found.isOpened === true ? undefined : findOpenedQuestion({ before: old, now }, namesKey);
  return opened === undefined ? found : { ...found, isOpened: true, at: indexLines(now)(opened) };
}

async function judge(
  path: string,
  old: string | undefined,
  now: string,
  names: FlagNames,
  isChanged: (module: string) => boolean,
): Promise<'same' | OffChange | undefined> {
  if (isCode(path) && !isFrame(path)) return judgeScript(path, old, now, names, isChanged);
  if (old !== undefined && isProgram(path) && differsInNotesOnly(path, old, now)) return 'same';
  const frame = isFrame(path) && old !== undefined ? await judgeFrame(path, old, now, names, isChanged) : undefined;
  if (frame !== undefined) return frame;
  return isProgram(path) && old !== undefined ? judgeText(path, old, now, names.keys) : undefined;
}
