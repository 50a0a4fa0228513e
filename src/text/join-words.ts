/** Words as a sentence lists them: “a”, “a and b”, “a, b and c”. */
export function joinWords(words: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(words);
}
