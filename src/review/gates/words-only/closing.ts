/** Behind the sign that closes the one at `at`; `undefined` where none does, or where it stands in a string. */
export function closing(text: string, at: number, opens: string, closes: string): number | undefined {
  let depth = 0;
  for (let end = at; end < text.length; end++) {
    if (text[end] === opens) depth++;
    else if (text[end] === closes && --depth === 0) return endsInString(text.slice(at, end)) ? undefined : end + 1;
  }
  return undefined;
}

/** Does a piece of code end within a string? */
export function endsInString(code: string): boolean {
  let quote: string | undefined;
  for (let at = 0; at < code.length; at++) {
    const sign = code.charAt(at);
    if (quote !== undefined && sign === '\\') at++;
    else if (quote !== undefined) quote = sign === quote ? undefined : quote;
    else if (sign === '"' || sign === "'" || sign === '`') quote = sign;
  }
  return quote !== undefined;
}
