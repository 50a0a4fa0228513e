/** Bits for the letters of a word, some of which share one: words with other letters differ in their bits. */
export function lettersIn(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

/**
 * Are two words the same but for one letter (two in long words) that is changed, added, left out or swapped with the next? Both come with
 * their letters (`lettersIn`), which tell most pairs apart at once.
 */
export function isAlike(word: string, letters: number, other: string, otherLetters: number): boolean {
  const shorter = Math.min(word.length, other.length);
  const allowed = shorter >= 8 ? 2 : shorter >= 4 ? 1 : 0;
  if (shorter < 3 || Math.abs(word.length - other.length) > allowed) return false;
  if (allowed > 0 && bitsIn(letters ^ otherLetters) > 2 * allowed) return false;
  return isWithin(word, 0, word.length, other, 0, other.length, allowed);
}

/** How many bits are set. */
export function bitsIn(number: number): number {
  let count = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Are so many letters to be changed between two stretches at most? Only the diagonals that can be are looked at. */
function isWithin(
  word: string,
  from: number,
  to: number,
  other: string,
  otherFrom: number,
  otherTo: number,
  allowed: number,
): boolean {
  let [left, right, leftEnd, rightEnd] = [from, otherFrom, to, otherTo];
  while (left < leftEnd && right < rightEnd && word[left] === other[right]) [left, right] = [left + 1, right + 1];
  while (leftEnd > left && rightEnd > right && word[leftEnd - 1] === other[rightEnd - 1])
    [leftEnd, rightEnd] = [leftEnd - 1, rightEnd - 1];
  if (left === leftEnd || right === rightEnd) return leftEnd - left + rightEnd - right <= allowed;
  if (allowed === 0) return false;
  const go = (leftStep: number, rightStep: number): boolean =>
    isWithin(word, left + leftStep, leftEnd, other, right + rightStep, rightEnd, allowed - 1);
  const canSwap = leftEnd - left > 1 && rightEnd - right > 1;
  const isSwapped = canSwap && word[left] === other[right + 1] && word[left + 1] === other[right];
  return go(1, 1) || go(0, 1) || go(1, 0) || (isSwapped && go(2, 2));
}
