import { indexLines } from '../../review/catalogs/index-lines.js';
import { hasWords, ownText, type FoundText } from './product-text.js';

/** Makes found texts of stretches of one file: offsets in UTF-16 units, the end behind the last. What is blank is `undefined`. */
export function findTexts(
  source: string,
): (start: number, end: number, text: string, key?: string) => FoundText | undefined {
  const place = indexLines(source);
  return (start, end, text, key) => {
    const words = text.trim();
    if (!hasWords(words)) return undefined;
    return { text: ownText(words), ...(key !== undefined && { key }), at: place(start), to: place(end) };
  };
}
