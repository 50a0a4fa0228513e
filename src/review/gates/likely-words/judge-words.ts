import type { ChangedFile } from '../../../change/change.js';
import type { ReviewContext } from '../../check.js';
import type { MoreThanWords } from './file-words.js';

/** Whether a change says something else and does the same. */
export interface JudgedWords {
  /** The first file that does more than say something else. */
  readonly other?: MoreThanWords;
  /** Files of which only a person can tell. */
  readonly likely: readonly ChangedFile[];
  /** The same, and nobody knows here whether people read what it says. */
  readonly possible: readonly ChangedFile[];
}

/** Judges what some files of a change bring: words alone, likely words alone, or more. None is looked at behind the first that brings more. */
export async function judgeWords(
  files: readonly ChangedFile[],
  { words }: Pick<ReviewContext, 'words'>,
): Promise<JudgedWords> {
  const likely: ChangedFile[] = [];
  const possible: ChangedFile[] = [];
  for (const file of files) {
    const is = await words(file);
    if (is === 'likely') likely.push(file);
    else if (is === 'possible') possible.push(file);
    else if (is !== 'words') return { other: is, likely: [], possible: [] };
  }
  return { likely, possible };
}
