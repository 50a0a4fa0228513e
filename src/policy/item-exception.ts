import { plainWords, type Piece } from './zone-text.js';

/** Where the words begin that take something out again. */
export function exceptionIn(rest: readonly Piece[]): number | undefined {
  const place = rest.findIndex((token) => token.kind === 'text' && exceptions.test(plainWords(token.text)));
  return place < 0 ? undefined : place;
}

const exceptions =
  /(?<![\p{L}\p{N}])(?:except(?:ing|ions?)?|exclud(?:e|es|ed|ing)|but|other than|apart from|aside from|unless|without|minus|save|not|no|never|cannot|neither|nor)(?![\p{L}\p{N}])|n't(?![\p{L}\p{N}])/u;

/**
 * What is left to say of what follows the globs, once the globs of an exception that begins at `at` are forbids of their own: "except",
 * and what joined the globs, say no more.
 */
export function wordsBeside(rest: readonly Piece[], at: number): readonly Piece[] {
  return [...rest.slice(0, at), ...rest.slice(at).flatMap(wordsOfException)];
}

function wordsOfException(token: Piece): readonly Piece[] {
  if (token.kind === 'code') return [];
  const text = token.text
    .replace(
      /\b(?:except(?:ing|ions?)?(?: (?:for|in|of))?|excluding|but not|other than|apart from|aside from|unless|without|and|or)\b/giu,
      ',',
    )
    .replace(/(?<=^|[\s(,])[/&+](?=[\s),]|$)/gu, ',');
  return [{ ...token, text }];
}
