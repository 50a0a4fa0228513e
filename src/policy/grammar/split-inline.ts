import type { TextToken } from './tokenize.js';

/**
 * The items of a list in a sentence: "`a` (copy only), `b` and the guides in `c`." A remark in brackets belongs to the path before it, and a kind of
 * files to the path behind it; the sentence's end is left out.
 */
export function splitInline(tokens: readonly TextToken[]): readonly (readonly TextToken[])[] {
  const items: TextToken[][] = [];
  let between = '';
  for (const [place, token] of tokens.entries()) {
    const isLast = place === tokens.length - 1;
    const text = isLast && token.kind === 'text' ? token.text.replace(/\.?\s*$/u, '') : token.text;
    const [found, label = ''] = joint.exec(between.slice(-longestJoint)) ?? [];
    const rest = between.slice(0, between.length - (found?.length ?? 0));
    const last = items.at(-1);
    const isJoined = found !== undefined && /^\s*(?:\([^()]*\))?\s*$/u.test(rest) && !items.slice(-1).some(isExcepting);
    if (token.kind === 'code' && (last === undefined || isJoined)) {
      const words = last?.at(-1);
      if (label === '' || words === undefined) items.push([token]);
      else {
        last?.splice(-1, 1, { ...words, text: between.slice(0, between.length - label.length) });
        items.push([{ ...words, text: `${label.trim()} ` }, token]);
      }
    } else if (text !== '') last?.push({ ...token, text });
    between = token.kind === 'text' && !isLast ? text : '';
  }
  return items;
}

/** Behind "except", or a "not" right before a path, all further paths belong to the exception. */
function isExcepting(item: readonly TextToken[]): boolean {
  return item.some(
    ({ kind, text }, at) =>
      kind === 'text' &&
      (/\b(?:except|excluding|but not|but never|other than|apart from|minus|without)\b/iu.test(text) ||
        (item[at + 1]?.kind === 'code' && /(?:^|[\s,;(])(?:not|never|nor|no)\s*$/iu.test(text))),
  );
}

/** Signs of what ties two paths; spaces without end tie none. */
export const longestJoint = 120;

/** What ties a path to the next, and the kind of files that this is said to be: ", and the guides in". */
const joint =
  /(?:^|(?<=[\s)]))\s*(?:,?\s*(?:and|or|as well as|plus)(?![\p{L}])|[,;])((?: [\p{L}-]{1,20}){0,3} (?:in|under|below|inside))?\s*$|[,;]\s*(?:and|or)?\s*$/u;
