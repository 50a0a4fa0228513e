import { foldLookAlikes } from './fold-look-alikes.js';
import { normalizeWords } from '../grammar/tokenize.js';

/**
 * The words of one line of Markdown as a reader takes them, in lower case: without emphasis, brackets, quotation marks, tags and the targets of
 * links, look-alike letters as the plain ones, `sizeLimit` and `size_limit` as two words. Backticks and `|` stay.
 */
export function toPlainWords(line: string): string {
  const text = line
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\]\([^()]{0,2000}\)/gu, ' ')
    .replace(/<!--|-->|<\/?[a-z][^<>]{0,2000}>/giu, ' ')
    .replace(/(?<=\p{L})_(?=\p{L})|(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replace(/[꞉∶ː։˸⁚]/gu, ':')
    // Where bold begins, something new may begin.
    .replace(/(?:\*\*|__)(?=\p{L})/gu, '·')
    .replace(/[*_~"“”„«»[\]{}()#\\]/gu, '');
  // Compared words have one kind of apostrophe, and a backtick is taken for one.
  return text
    .split('`')
    .map((part) => foldLookAlikes(normalizeWords(`.${part}.`).slice(1, -1)))
    .join('`')
    .trim();
}
