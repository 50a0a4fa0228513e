/** A bracket that is open at a place. */
export interface OpenBracket {
  readonly sign: string;
  /** What stands before it in its line, as far as to another bracket or the end of a part. */
  readonly before: string;
}

/** A brace behind this begins a block of statements; behind a name it does where something else is open in it. */
const beginsBlock = /(?:\)|=>|->|\b(?:else|do|try|finally|then))$/;

/** The brackets that are open at the end of a piece of code, the innermost first: up to the block that its statement stands in, or all of them. */
export function openBrackets(code: string, which: 'statement' | 'all' = 'statement'): readonly OpenBracket[] {
  const found: OpenBracket[] = [];
  let depth = 0;
  for (let at = code.length - 1; at >= 0; at -= 1) {
    const sign = code[at] as string;
    if (')]}'.includes(sign)) depth += 1;
    else if ('([{'.includes(sign) && depth > 0) depth -= 1;
    else if ('([{'.includes(sign)) {
      const left = code.slice(Math.max(0, at - 120), at).trimEnd();
      const before = left.slice(left.search(/[^\n;{}()[\],]*(?:<[\w, .<>]*>)?[!?.]*$/));
      const isBlock = sign === '{' && (beginsBlock.test(left) || (found.length > 0 && /[\w>]$/.test(before)));
      if (isBlock && which === 'statement') return found.length === 0 ? [{ sign: 'block', before }] : found;
      found.push({ sign, before });
    }
  }
  return found;
}
