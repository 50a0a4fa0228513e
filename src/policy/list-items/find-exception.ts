import { normalizeWords, type TextToken } from '../zone-section/tokenize.js';

/** Index of the token where an exception begins. */
export function findException(rest: readonly TextToken[]): number | undefined {
  const place = rest.findIndex((token) => token.kind === 'text' && exceptions.test(normalizeWords(token.text)));
  return place < 0 ? undefined : place;
}

const exceptions =
  /(?<![\p{L}\p{N}])(?:except(?:ing|ions?)?|exclud(?:e|es|ed|ing)|but|other than|apart from|aside from|unless|without|minus|save|not|no|never|cannot|neither|nor)(?![\p{L}\p{N}])|n't(?![\p{L}\p{N}])/u;

/**
 * What follows the globs, without the exception that begins at `at`, whose globs are forbids of their own: the code, "except" and the
 * connectors between its globs are removed.
 */
export function withoutException(rest: readonly TextToken[], at: number): readonly TextToken[] {
  return [...rest.slice(0, at), ...rest.slice(at).flatMap(wordsOfException)];
}

function wordsOfException(token: TextToken): readonly TextToken[] {
  if (token.kind === 'code') return [];
  const text = token.text
    .replace(
      /\b(?:except(?:ing|ions?)?(?: (?:for|in|of))?|excluding|but not|other than|apart from|aside from|unless|without|and|or)\b/giu,
      ',',
    )
    .replace(/(?<=^|[\s(,])[/&+](?=[\s),]|$)/gu, ',');
  return [{ ...token, text }];
}
