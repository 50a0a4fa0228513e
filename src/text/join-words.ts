/** Words as a sentence lists them: “a”, “a and b”, “a, b and c”. */
export function joinWords(words: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(words);
}

/** The first of many words, and how many more there are: “a, b and 3 more”. */
export function joinSome(words: readonly string[], most: number): string {
  const more = words.length - most;
  return `${words.slice(0, most).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** All of a kind: “reviewers a, b”, “no reviewers”. */
export function listOf(kind: string, names: readonly string[]): string {
  return names.length === 0 ? `no ${kind}` : `${kind} ${names.join(', ')}`;
}
