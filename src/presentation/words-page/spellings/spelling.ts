import { keepPieces, type Encode, type Piece, type Written } from './keep-pieces.js';

/** One way to see where and how a value is written. What it `says` has to be the value: else it is another's place. */
export interface Spelling {
  /** What is replaced, in UTF-16 units of the file. */
  readonly start: number;
  readonly end: number;
  readonly says: string;
  /** `undefined` where it cannot be written so. */
  readonly write: (value: string) => Written | undefined;
}

/** A value made of pieces, of which those that stay are not written anew. */
export function spellPieces(start: number, pieces: readonly Piece[], encode: Encode): Spelling {
  return {
    start,
    end: start + pieces.reduce((sum, { raw }) => sum + raw.length, 0),
    says: pieces.map(({ text }) => text).join(''),
    write: (value) => keepPieces(pieces, value, encode),
  };
}

/** A value between quotation marks, where such a one begins at a place. */
export function spellInside(
  pattern: RegExp,
  text: string,
  at: number,
  {
    each,
    decode,
    encode,
  }: { readonly each: RegExp; readonly decode: (piece: string) => string; readonly encode: Encode },
): readonly Spelling[] {
  const raw = matchAt(pattern, text, at)?.[0].slice(1, -1);
  return raw === undefined ? [] : [spellPieces(at + 1, cutPieces(raw, each, decode), encode)];
}

/** The pieces of a value: each match of `pattern`, and what it says. */
export function cutPieces(raw: string, pattern: RegExp, decode: (piece: string) => string): readonly Piece[] {
  return Array.from(raw.matchAll(pattern), ([piece]) => ({ raw: piece, text: decode(piece) }));
}

/** What the pattern (sticky) finds at a place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
