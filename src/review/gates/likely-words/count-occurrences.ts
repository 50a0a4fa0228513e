/** How often a text has a part that is not empty, counted without overlaps. */
export function countOccurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}
