import { indexLines } from '../../../text/index-lines.js';
import { hasWords, copyText, type FoundText } from '../product-text.js';

/** Makes found texts of stretches of one file: offsets in UTF-16 units, the end behind the last. What is blank is none. */
export function createTextFinder(
  source: string,
): (start: number, end: number, text: string, key?: string) => readonly FoundText[] {
  const place = indexLines(source);
  return (start, end, text, key) => {
    const words = text.trim();
    if (!hasWords(words)) return [];
    return [{ text: copyText(words), ...(key !== undefined && { key }), at: place(start), to: place(end) }];
  };
}
