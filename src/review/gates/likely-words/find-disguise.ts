import type { ChangedFile } from '../../../change/change.js';
import { indexLines } from '../../../text/index-lines.js';
import { findMixedWord } from '../../unseen/find-mixed-word.js';
import { findNewUnseenSigns } from '../../unseen/find-new-unseen-signs.js';
import { decodeText } from '../../unsafe/decode-text.js';

/** What readers of a text are not shown as it stands there. */
export interface Disguise {
  readonly line: number;
  /** To stand in a sentence behind the line. */
  readonly what: string;
}

/** Finds what a change brings of words in two alphabets that look alike, and of signs that nobody sees, also where they are written out (`&#x202e;`). */
export function findDisguise({ before, after }: Pick<ChangedFile, 'before' | 'after'>): Disguise | undefined {
  const [was, now] = [readOf(before), readOf(after)];
  const mixed = findMixedWord(now, was);
  const found = mixed ?? findNewUnseenSigns(now, was)[0];
  if (found === undefined) return undefined;
  const what =
    mixed === undefined
      ? 'has a sign in it that nobody sees, so readers are shown something else than what stands there'
      : `has “${mixed.word.slice(0, 60)}” in it, in letters of two alphabets that look alike (“${mixed.sign}” is ${mixed.alphabet}): type it anew by hand`;
  return { line: indexLines(now)(found.offset).line, what };
}

function readOf(side: ChangedFile['before']): string {
  return decodeText(side?.text ?? '');
}
