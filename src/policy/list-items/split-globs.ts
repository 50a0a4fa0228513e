import { normalizeWords, toSourceText, type TextToken } from '../zone-section/tokenize.js';

/** The leading run of inline code, joined by "or", "and", a comma and the like, and what follows it. */
export function splitGlobs(tokens: readonly TextToken[]): {
  readonly globs: readonly TextToken[];
  readonly rest: readonly TextToken[];
} {
  const globs: TextToken[] = [];
  let end = 0;
  for (const [place, token] of tokens.entries()) {
    if (token.kind === 'code' && globs.length > 0 && isWords(token.text)) break;
    if (token.kind === 'code') {
      globs.push(token);
      end = place + 1;
    } else if (
      !(
        globs.length === 0
          ? /^[\s✅✔☑✓🟢👍🚫❌❎✖✗✘⛔🛑🔒\ufe0f:-]*$/u
          : /^\s*(?:[,/&+;]|,?\s*(?:and\/or|and|or|as well as|plus))?\s*$/iu
      ).test(token.text)
    ) {
      break;
    }
  }
  return { globs, rest: tokens.slice(end) };
}

/** "`a/**` `additions only`": a condition, though it stands in backticks. */
function isWords(text: string): boolean {
  return /^\p{L}+(?:[ -]\p{L}+)+$/u.test(text.trim()) && text.includes(' ');
}

/** "Any file under", "Everything in": words that do not change the glob after them. */
export function isPreamble(rest: readonly TextToken[]): boolean {
  const code = rest.findIndex(({ kind }) => kind === 'code');
  const words = normalizeWords(toSourceText(rest.slice(0, code))).split(/[\s:]+/u);
  return words.every((word) =>
    /^(?:|all|any|anything|everything|files?|folders?|director(?:y|ies)|paths?|under|in|inside|within|below|the|of|matching|code|that|matches|or|and)$/u.test(
      word,
    ),
  );
}

/** Whether it is inline code, and a path or a glob rather than a name or a command. */
export function looksLikePath({ kind, text }: TextToken): boolean {
  return kind === 'code' && /[*/\\]/u.test(text);
}

/** Words outside inline code that look like globs. Emphasis has consumed the stars of a bare `**` + `/auth/` + `**`. */
export function findBareGlobs(tokens: readonly TextToken[]): readonly TextToken[] {
  return tokens.flatMap((token) =>
    token.text
      .split(/[\s,;()]+/u)
      .filter((word) => /[*/]/u.test(word) && /[\p{L}\p{N}]/u.test(word))
      .map((word) => ({ ...token, text: token.bold && /^\/.*\/$/u.test(word) ? `**${word}**` : word })),
  );
}

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
