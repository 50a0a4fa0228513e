import type { ChangedFile, LineRange } from '../../../change/change.js';
import { isRegulated } from '../../../policy/is-regulated.js';
import type { ReviewContext } from '../../check.js';
import { findMoreThanWords } from './find-more-than-words.js';
import { changesWordsOnly } from '../words-only/changes-words-only.js';
import { swapsSentences } from './swaps-sentences.js';
import { createKeyTexts } from '../words-only/keys/key-texts.js';

export interface MoreThanWords {
  readonly file: ChangedFile;
  /** A key that it asks for now, of which no catalog has a text. */
  readonly missing: string | undefined;
  /** Where it does more, in its new text: before the first of these lines where they are none. `undefined` where no place of it can be named. */
  readonly lines: LineRange | undefined;
}

/** Whether a change says something else and does the same. */
export interface JudgedWords {
  /** The first file that does more than say something else. */
  readonly other?: MoreThanWords;
  /** Files of which only a person can tell. Under regulated controls there are none: in doubt it is more than words. */
  readonly likely: readonly ChangedFile[];
}

/** Judges what some files of a change bring: words alone, likely words alone, or more. */
export async function judgeWords(
  files: readonly ChangedFile[],
  context: Pick<ReviewContext, 'change' | 'snapshot' | 'policy'>,
): Promise<JudgedWords> {
  const texts = createKeyTexts(context);
  const likely: ChangedFile[] = [];
  const isLikely = async (file: ChangedFile): Promise<boolean> =>
    !isRegulated(context.policy) && (await swapsSentences(file, context));
  for (const file of files) {
    texts.missing.clear();
    if (await changesWordsOnly(file, texts)) continue;
    const missing = [...texts.missing][0];
    if (missing === undefined && (await isLikely(file))) {
      likely.push(file);
      continue;
    }
    const areWords = async (part: ChangedFile): Promise<boolean> =>
      (await changesWordsOnly(part, texts)) || (await isLikely(part));
    return { other: { file, missing, lines: await findMoreThanWords(file, areWords) }, likely: [] };
  }
  return { likely };
}
