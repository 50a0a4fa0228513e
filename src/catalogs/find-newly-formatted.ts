// What is repeated is bounded or ends at a sign of its own; double braces are another library's (`{{count, number}}`).
const formatted = /(?<!\{)\{\s{0,20}([\p{L}\w.-]{1,100})\s{0,20},\s{0,20}(?:number|date|time)\s{0,20}[,}]/gu;
const plain = /(?<!\{)\{\s{0,20}([\p{L}\w.-]{1,100})\s{0,20}\}/gu;

/** What is called so is words; `{n}` may well be a number. */
const words = /name|title|label|text|message|user|mail|link|url|word/i;

/** Names of words that a text filled in as they came, and fills in as a number, a date or a time now (`{name}` became `{name, number}`). */
export function findNewlyFormatted(before: string, after: string): readonly string[] {
  const [was, known, now] = [namesIn(before, plain), namesIn(before, formatted), namesIn(after, formatted)];
  return [...now].filter((name) => words.test(name) && was.has(name) && !known.has(name));
}

function namesIn(text: string, pattern: RegExp): ReadonlySet<string> {
  return new Set([...text.matchAll(pattern)].map(([, name = '']) => name));
}

/** What is said of one. */
export const asNumber =
  'in as a number, a date or a time, which comes out wrong where the app gives words for it. Your engineering DRI says in the pull request whether it does.';
