import type { ChangedFile } from '../../../change/change.js';
import type { Report, ReviewContext } from '../../check.js';
import { placeOfFile } from '../../engine/place-of-file.js';
import { whoToAsk } from '../../who-to-ask.js';
import { nameFlags } from './name-flags.js';

/**
 * Nothing stands before a file that changed, and it is evident that everyone sees that; or nobody can tell, where it is not: `why` says what could not be followed.
 */
export function reportNotGated(
  file: ChangedFile,
  keys: readonly string[],
  why: string | undefined,
  context: ReviewContext,
): Report {
  const flags = nameFlags(keys);
  if (isGenerated(file)) {
    const message = `${file.path} says that a program wrote it, so what people see of it is decided where that program reads. ${whoToAsk(context)} confirms in the pull request that nobody wrote it by hand.`;
    return { ...placeOfFile(file), message, undecided: true };
  }
  if (why !== undefined) {
    const message = `Nobody can tell here whether people see the change of ${file.path} without the flag ${flags}: ${why}. ${whoToAsk(context)} confirms it in the pull request.`;
    return { ...placeOfFile(file), message, undecided: true };
  }
  const message = `${file.path} is not behind the flag ${flags}, so everyone would see it at once. Ask for the flag in this file, or use the file only in code that asks for it; ask ${whoToAsk(context)} if you are not sure how.`;
  return { ...placeOfFile(file), message };
}

/** Settings that programs read. */
export function reportSettings(
  file: ChangedFile,
  change: 'on' | 'more',
  keys: readonly string[],
  context: ReviewContext,
): Report {
  const what =
    change === 'on'
      ? `may turn the flag ${nameFlags(keys)} on, and nobody can tell here for whom`
      : `has other settings than those of the flag ${nameFlags(keys)}, and nobody can tell here what reads them`;
  const message = `${file.path} ${what}. ${whoToAsk(context)} confirms it in the pull request.`;
  return { ...placeOfFile(file), message, undecided: true };
}

/** What was not looked at, where a flag has the name of much else. */
export function reportUnsearched(keys: readonly string[], left: number): readonly Report[] {
  if (left === 0) return [];
  const message = `${nameFlags(keys)} stands in ${left} more programs than were looked at, so that what these do with the flag is not known here. A flag with a name of its own is found everywhere.`;
  return [{ message, severity: 'note' }];
}

/** It names the flag, and how that decides what people see is not understood. */
export function reportNamed(file: ChangedFile, keys: readonly string[], context: ReviewContext): Report {
  const message = `${file.path} names the flag ${nameFlags(keys)}, and nobody can tell here whether all that changed in it is behind the flag. ${whoToAsk(context)} confirms it in the pull request.`;
  return { ...placeOfFile(file), message, undecided: true };
}

/** What asks for the flag takes it in, and everyone may meet it all the same. */
export function reportPerhaps(file: ChangedFile, keys: readonly string[], context: ReviewContext): Report {
  const message = `${file.path} is taken in by code that asks for the flag ${nameFlags(keys)}, but it is also used beside the question there, or does something as soon as it is loaded, so everyone may meet it. ${whoToAsk(context)} confirms it in the pull request.`;
  return { ...placeOfFile(file), message, undecided: true };
}

/** What compilers write beside the code of a feature, by its folder and by what it says of itself. */
function isGenerated({ path, after }: ChangedFile): boolean {
  const text = after?.text;
  return text !== undefined && /(?:^|\/)__generated__\//.test(path) && /@generated\b/.test(text.slice(0, 500));
}
