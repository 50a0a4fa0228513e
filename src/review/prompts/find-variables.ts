/** How templates of prompts write what is filled in, and what they decide by it. */
const variable = new RegExp(
  [
    // Handlebars, Mustache, Jinja, Liquid, Go.
    String.raw`\{\{\{?[^{}]{1,300}\}\}\}?`,
    String.raw`\{%[^%{}]{1,300}%\}`,
    // ERB, EJS.
    String.raw`<%[^%<>]{1,300}%>`,
    // Programs of JavaScript, shells and Python's templates.
    String.raw`\$\{[^{}\n]{1,300}\}`,
    String.raw`\$[a-z_][a-z0-9_]{1,60}\b`,
    // Python, LangChain: a name alone, since JSON stands in braces too.
    String.raw`\{[A-Za-z_][\w.]{0,60}(?:![rsa])?(?::[^{}\s]{0,20})?\}`,
    String.raw`%\([A-Za-z_]\w{0,60}\)[a-z]`,
    String.raw`\[\[[A-Za-z_][\w. -]{0,60}\]\]`,
    String.raw`<<[A-Za-z_][\w. -]{0,60}>>`,
  ].join('|'),
  'g',
);

/** Each variable of a prompt, blanks aside, with the line of its first place, from 1. Takes time in proportion to the text. */
export function findVariables(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  let [line, done] = [1, 0];
  for (const { 0: written, index } of text.matchAll(variable)) {
    for (let at = text.indexOf('\n', done); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) {
      line++;
      done = at + 1;
    }
    const name = written.replace(/\s{1,9}/gu, '');
    if (/\w/u.test(name) && !found.has(name)) found.set(name, line);
  }
  return found;
}
