import type { FileKind } from '../../change/classify-file.js';
import type { Dialect } from '../../catalogs/find-tokens.js';
import type { Position } from '../../text/index-lines.js';

/** Words of the product where they stand in a file. */
export interface ProductText {
  readonly path: string;
  readonly kind: FileKind;
  /** As written there, without quotation marks; placeholders and all. At most `longestText` characters. */
  readonly text: string;
  /** The key of a catalog, the flag, the name of a setting: what engineers call it. */
  readonly key?: string;
  /** The language that the path of a catalog names. */
  readonly locale?: string;
  /** How its placeholders are written, where its catalog says so. */
  readonly dialect?: Dialect;
  /** A machine writes the file, from what has the same words. */
  readonly isMade?: true;
  /** Where the words begin and end (behind the last), lines and columns from 1. */
  readonly at: Position;
  readonly to: Position;
}

/** A text in a file before it is known which file that is. */
export type FoundText = Pick<ProductText, 'text' | 'key' | 'dialect' | 'at' | 'to'>;

/** Longer texts are cut off here, in UTF-16 units: nobody types as many to find one. */
export const longestText = 2000;

/** The words as a text of their own, cut off where they are too long: a slice would keep the whole file in memory. */
export function copyText(words: string): string {
  return Buffer.from(words.slice(0, longestText)).toString();
}

/** Does it hold a letter or a digit? */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
