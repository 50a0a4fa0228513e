import type { TextToken } from './tokenize.js';

/** The leading run of inline code, joined by "or", "and", a comma and the like, and what follows it. */
export function splitGlobs(tokens: readonly TextToken[]): {
  readonly globs: readonly TextToken[];
  readonly rest: readonly TextToken[];
} {
  const globs: TextToken[] = [];
  let end = 0;
  for (const [place, token] of tokens.entries()) {
    const isApart = place > 0 && tokens[place - 1]?.text.trim() === '';
    if (
      token.kind === 'code' &&
      globs.length > 0 &&
      (isWords(token.text) || (isApart && !(looksLikePath(token) && isNamed(globs.at(-1)))))
    )
      break;
    if (token.kind === 'code') {
      globs.push(token);
      end = place + 1;
    } else if (
      !(
        globs.length === 0
          ? /^[\s✅✔☑✓🟢👍🚫❌❎✖✗✘⛔🛑🔒\ufe0f:-]*$/u
          : /^\s*(?:[,/&+;]|,?\s*(?:and\/or|and|or|as well as|plus)(?:\s(?:everything|anything|all|all files)\s(?:in|under|below|inside))?)?\s*$/iu
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

/** "`no` `a/**`" are no two paths. */
function isNamed(token: TextToken | undefined): boolean {
  return token !== undefined && /[*/\\.]/u.test(token.text);
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
