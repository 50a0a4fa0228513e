/** More of what stands behind is not read, in characters. */
const longest = 20_000;
/** Asked of what was closed: a part of it, a call of it, what it is compared with, what is done with it. */
const asks =
  /^\s*(?:\??\.(?!\.)|\[|\(|\|>|[=!<>]=|=>|->|(?!-?%>)[+*/%&|^?~<>-]|:(?!\s*$)|(?:in|is|not|and|or|eq|matches|like|as|instanceof|if|unless)\b)/;

/** Do brackets that are open close behind a text, and is nothing asked of what they hold? Right behind the text nothing is, either. */
export function followsIdly(behind: string, brackets: number): boolean {
  const text = behind.slice(0, longest);
  if (!/^\s*(?:[,;)\]}]|-?%>|$)/.test(text)) return false;
  let [depth, open] = [0, brackets];
  for (let at = 0; at < text.length && open > 0; at += 1) {
    const sign = text[at] as string;
    if ('"\'`'.includes(sign)) at = endOfString(text, at, sign);
    else if ('([{'.includes(sign)) depth += 1;
    else if (')]}'.includes(sign) && depth > 0) depth -= 1;
    else if (')]}'.includes(sign)) {
      open -= 1;
      if (asks.test(text.slice(at + 1, at + 200).replace(/\n(?!\s*[.?|[&=!<>+-])[^]*/, ''))) return false;
    }
  }
  return open === 0;
}

/** An apostrophe in a comment or between tags ends with its line. */
function endOfString(text: string, from: number, quote: string): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === quote) return at;
    else if (text[at] === '\n' && quote !== '`') return from;
  }
  return from;
}
