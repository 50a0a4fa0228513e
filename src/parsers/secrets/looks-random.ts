/**
 * Whether a value reads as drawn by a machine: letters and digits (or both cases) without order, and little of it in what could
 * be words. Words, names, sentences, paths, dates and versions do not.
 */
export function looksRandom(value: string): boolean {
  if (value.length < 10 || !/[A-Za-z]/.test(value) || !(/\d/.test(value) || mixesCases(value))) return false;
  let words = 0;
  for (const [word] of value.matchAll(/[A-Z]?[a-z]{3,}|[A-Z][a-z]{2}|[A-Z]{4,}/g))
    if (couldBeWord(word)) words += word.length;
  const odd = value.length - words - (value.match(/[-_./ ]/g)?.length ?? 0);
  return odd >= 8 && odd / value.length > 0.45 && entropy(value) > Math.min(3, 0.72 * Math.log2(value.length));
}

/** Of three or more letters, the share of vowels and the longest run without one as in words of European languages. */
function couldBeWord(word: string): boolean {
  const vowels = word.match(/[aeiouy]/gi)?.length ?? 0;
  return vowels / word.length >= 0.2 && !/[^aeiouy]{6}|[aeiou]{4}|q[^u]|[jqvxz]{2}/i.test(word);
}

/** Upper and lower case in an order that no camelCase has. */
function mixesCases(value: string): boolean {
  const changes = value.match(/[a-z][A-Z]|[A-Z]{2}[a-z]/g)?.length ?? 0;
  return changes >= 3 && changes / value.length > 0.15;
}

/** Bits a character, after Shannon. */
export function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const letter of value) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}
