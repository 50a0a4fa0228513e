import type { ChangedFile } from '../../../change/change.js';
import { isRegulated } from '../../../policy/is-regulated.js';
import type { ReviewContext } from '../../check.js';
import { changesLikelyWords } from './changes-likely-words.js';
import { changesWordsOnly } from '../words-only/changes-words-only.js';
import { createKeyTexts } from '../words-only/keys/key-texts.js';

/** Whether a change says something else and does the same. */
export interface JudgedWords {
  /** The first file that does more than say something else. */
  readonly other?: { readonly path: string; readonly missing: string | undefined };
  /** Files of which only a person can tell. Under regulated controls there are none: in doubt it is more than words. */
  readonly likely: readonly ChangedFile[];
}

/** Judges what some files of a change bring: words alone, likely words alone, or more. `missing` is a key that a file asks for now, of which no catalog has a text. */
export async function judgeWords(
  files: readonly ChangedFile[],
  context: Pick<ReviewContext, 'change' | 'snapshot' | 'policy'>,
): Promise<JudgedWords> {
  const texts = createKeyTexts(context);
  const likely: ChangedFile[] = [];
  for (const file of files) {
    texts.missing.clear();
    if (await changesWordsOnly(file, texts)) continue;
    const missing = [...texts.missing][0];
    if (missing !== undefined || isRegulated(context.policy) || !changesLikelyWords(file))
      return { other: { path: file.path, missing }, likely: [] };
    likely.push(file);
  }
  return { likely };
}
