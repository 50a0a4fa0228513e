/** How many lines of a `.properties` file write what is no ASCII as `\u00e9`, and how many as it is; comments aside. */
export function countEscaped(text: string): { readonly escaped: number; readonly raw: number } {
  let [escaped, raw] = [0, 0];
  for (const [line] of text.matchAll(/[^\n]+/g)) {
    if (/^\s{0,100}[#!]/.test(line)) continue;
    if (/[^\0-\x7f]/.test(line)) raw += 1;
    else if (/\\u(?!00[0-7])[\da-f]{4}/i.test(line)) escaped += 1;
  }
  return { escaped, raw };
}
