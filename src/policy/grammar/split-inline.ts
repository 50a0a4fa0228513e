import type { TextToken } from './tokenize.js';

/**
 * The items of a list in a sentence: "`a` (copy only), `b` and `c`." A remark in brackets belongs to the path before it; the sentence's end
 * is left out.
 */
export function splitInline(tokens: readonly TextToken[]): readonly (readonly TextToken[])[] {
  const items: TextToken[][] = [];
  let isJoined = true;
  for (const [place, token] of tokens.entries()) {
    const isLast = place === tokens.length - 1;
    const text = isLast && token.kind === 'text' ? token.text.replace(/\.?\s*$/u, '') : token.text;
    if (token.kind === 'code' && isJoined && !isExcepting(items.at(-1))) items.push([token]);
    else if (text !== '') items.at(-1)?.push({ ...token, text });
    isJoined =
      token.kind === 'text' && !isLast && joint.test(text) && /^\s*(?:\([^()]*\))?\s*$/u.test(text.replace(joint, ''));
  }
  return items;
}

/** Behind "except" all further paths belong to the exception. */
function isExcepting(item: readonly TextToken[] | undefined): boolean {
  return (
    item?.some(
      ({ kind, text }) =>
        kind === 'text' &&
        /\b(?:except|excluding|but not|but never|other than|apart from|minus|without)\b/iu.test(text),
    ) ?? false
  );
}

const joint =
  /(?:^|(?<=[\s)]))\s*(?:[,;]|,?\s*(?:and|or|as well as|plus)(?: (?:(?:everything|anything|all files) )?(?:in|under|below|inside))?)\s*$|[,;]\s*(?:and|or)?\s*$/u;
