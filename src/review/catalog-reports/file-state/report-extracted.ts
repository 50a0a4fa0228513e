import type { ChangedFile } from '../../../change/change.js';
import type { Report } from '../../check.js';
import { isProgram } from '../../gates/code-text.js';

/**
 * Lists of the words that stand in the code, as Angular and Gettext make them for translators, that are edited by hand: the product shows what the code says, and who makes the
 * list anew takes the edit back. Where the code changes too it may have been made anew.
 */
export function reportExtracted(files: readonly ChangedFile[], all: readonly ChangedFile[]): readonly Report[] {
  if (all.some(({ path }) => isProgram(path) || /\.html?$/i.test(path))) return [];
  return files.flatMap(({ path, before, after, added }): readonly Report[] => {
    if (before?.text === undefined || after?.text === undefined || !isExtracted(path, after.text)) return [];
    const message =
      'This file lists the words that stand in the code, so that they can be translated: the product shows those, and not what is written here, and it is made anew from them. Change the words where the code has them, or put this back; your engineering DRI looks at it in the pull request.';
    return [{ message, path, line: added[0]?.start ?? 1, severity: 'note', undecided: true }];
  });
}

/** What Angular makes has the place of each text in the code, and in the list for translators none is translated. */
function isExtracted(path: string, text: string): boolean {
  if (/\.pot$/i.test(path)) return /^#:\s/m.test(text);
  return /\.xli?ff?$/i.test(path) && /\scontext-type="sourcefile"/.test(text) && !/<target[\s/>]/.test(text);
}
