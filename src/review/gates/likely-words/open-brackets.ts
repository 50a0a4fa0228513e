/** A brace behind this begins a block of statements; behind a name it does where something else is open in it. */
const beginsBlock = /(?:\)|=>|->|\b(?:else|do|try|finally|then))$/;

/**
 * What stands before each bracket that is open at the end of a piece of code, in its line and as far as to another bracket or the end of a part; the innermost first: up to the block
 * that its statement stands in, or all of them.
 */
export function openBrackets(code: string, which: 'statement' | 'all' = 'statement'): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  for (let at = code.length - 1; at >= 0; at -= 1) {
    const sign = code[at] as string;
    if (')]}'.includes(sign)) depth += 1;
    else if ('([{'.includes(sign) && depth > 0) depth -= 1;
    else if ('([{'.includes(sign)) {
      const left = code.slice(Math.max(0, at - 120), at).trimEnd();
      const before = left.slice(left.search(/[^\n;{}()[\],]*(?:<[\w, .<>]*>)?[!?.]*$/));
      const isBlock = sign === '{' && (beginsBlock.test(left) || (found.length > 0 && /[\w>]$/.test(before)));
      if (isBlock && which === 'statement') return found.length === 0 ? [before] : found;
      found.push(before);
    }
  }
  return found;
}
