import type { ChangedFile, LineRange } from '../../../change/change.js';

export interface MoreThanWords {
  readonly file: ChangedFile;
  /** A key that it asks for now, of which no catalog has a text. */
  readonly missing: string | undefined;
  /** Where it does more, in its new text: before the first of these lines where they are none. `undefined` where no place of it can be named. */
  readonly lines: LineRange | undefined;
  /** Of what would be words else: why it is more, to stand in a sentence behind the line. */
  readonly why?: string;
}

/**
 * Of which files only a person can tell whether they bring words alone. `possible`: words in code, of which nobody knows here whether people read them; `comments`: comments of its
 * code alone, as far as lines tell, with words or without; `untranslated`: words by which translations are found, so that all languages lose them.
 */
export type UnsureWords = 'likely' | 'possible' | 'comments' | 'untranslated';

/** What a file of a change brings. Under regulated controls nothing is unsure, in doubt it is more. */
export type FileWords = 'words' | UnsureWords | MoreThanWords;
