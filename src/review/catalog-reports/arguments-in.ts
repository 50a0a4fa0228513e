/** How much behind a key, and before it, may belong to what asks for it, in UTF-16 units. */
export const longestCall = 500;

/** What stands between the key and the end of the call: in Ruby that may be the end of a line. */
export function argumentsIn(behind: string): string {
  let depth = 0;
  for (let at = 0; at < behind.length; at++) {
    const sign = behind.charAt(at);
    if (sign === '\n' && depth === 0 && !goesOn(behind, at)) return behind.slice(0, at);
    if ('([{'.includes(sign)) depth++;
    else if (')]}'.includes(sign) && --depth < 0) return behind.slice(0, at);
  }
  return behind;
}

/** How many arguments stand behind the key, right in its call: `Format(Texts.Hello, name, age)` has two. */
export function countArguments(given: string): number {
  let [depth, count] = [0, 0];
  for (let at = 0; at < given.length; at++) {
    const sign = given.charAt(at);
    if ('"\'`'.includes(sign)) at = Math.max(at, given.indexOf(sign, at + 1));
    else if ('([{'.includes(sign)) depth++;
    else if (')]}'.includes(sign)) depth--;
    else if (sign === ',' && depth === 0) count++;
  }
  return count;
}

/** Does a call go on behind the end of a line: is more announced before it, or does the next line begin with what joins it to this one? */
function goesOn(text: string, at: number): boolean {
  return /[,({[\\]\s*$/.test(text.slice(Math.max(0, at - 50), at)) || /^\s*[,)\]}]/.test(text.slice(at, at + 50));
}
