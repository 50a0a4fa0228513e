/**
 * Maps an offset within the value of a JSON string to the offset in the JSON text, where `start` is the string's opening
 * quotation mark: an escape is longer than what it stands for.
 */
export function toSourceOffset(text: string, start: number, offset: number): number {
  let at = start + 1;
  for (let decoded = 0; decoded < offset && at < text.length && text[at] !== '"'; decoded++) {
    if (text[at] !== '\\') at += 1;
    else at += text[at + 1] === 'u' ? 6 : 2;
  }
  return Math.min(at, text.length);
}
