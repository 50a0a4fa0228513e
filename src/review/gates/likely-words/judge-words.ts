import type { ChangedFile } from '../../../change/change.js';
import type { ReviewContext } from '../../check.js';
import type { MoreThanWords, UnsureWords } from './file-words.js';

/** Whether a change says something else and does the same. */
export interface JudgedWords {
  /** The first file that does more than say something else. */
  readonly other?: MoreThanWords;
  /** Files of which only a person can tell; none where one does more. */
  readonly unsure: readonly UnsureFile[];
}

/** A file that an engineer has to look at. */
export interface UnsureFile {
  readonly file: ChangedFile;
  readonly words: UnsureWords;
}

/** Judges what some files of a change bring: words alone, what may be words alone, or more. None is looked at behind the first that brings more. */
export async function judgeWords(
  files: readonly ChangedFile[],
  context: Pick<ReviewContext, 'words'>,
): Promise<JudgedWords> {
  const unsure: UnsureFile[] = [];
  for (const file of files) {
    const words = await context.words(file);
    if (typeof words === 'object') return { other: words, unsure: [] };
    if (words !== 'words') unsure.push({ file, words });
  }
  return { unsure };
}
