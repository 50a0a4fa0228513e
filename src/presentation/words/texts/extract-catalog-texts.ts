import { formatOf, loadReader, type CatalogFormat } from '../../../catalogs/catalog-formats.js';
import { locateCatalog } from '../../../catalogs/locate-catalog.js';
import type { CatalogEntry } from '../../../catalogs/catalog.js';
import { wordsInCode } from '../../../catalogs/original-words.js';
import { indexLines } from '../../../text/index-lines.js';
import { hasWords, copyText, type FoundText } from '../product-text.js';

/** A text that reaches from one offset to another. */
interface Stretch {
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The texts of a catalog by its own reader, with their keys. A key that is the original's own words is no text of the file: what is written
 * there is its name alone. Only where English itself is left empty do its users read the key, so that it is the text. `undefined` where the file is no catalog that can be read as a whole: then its lines may still be.
 */
export async function extractCatalogTexts(path: string, source: string): Promise<readonly FoundText[] | undefined> {
  const format = formatOf(path);
  const place = locateCatalog(path);
  // YAML and JSON are read with the keys that engineers see in the file.
  if (format === undefined || format === 'yaml' || place === undefined || place.format === 'unsupported')
    return undefined;
  const catalog = (await loadReader(format, source))(path, source.replace(/^\uFEFF/, ''));
  if (catalog.problem !== undefined) return undefined;
  const { text, dialect, entries } = catalog;
  const position = indexLines(text);
  const isAndroid = format === 'xml' && dialect === 'printf' && /<resources[\s>]/.test(text.slice(0, 20_000));
  return [...entries.values()].flatMap((entry) => {
    const inCode = wordsInCode(path, place.locale, entry);
    if (!entry.isText || !hasWords(inCode ?? entry.value)) return [];
    const { words, start, end } = { ...extentOf(format, text, entry), ...(inCode && { words: inCode }) };
    return [
      {
        text: copyText((isAndroid ? withoutEscapes(words) : words).trim()),
        key: entry.label,
        at: position(start),
        to: position(end),
        ...(dialect !== undefined && { dialect }),
      },
    ];
  });
}

function extentOf(format: CatalogFormat, text: string, { offset, value }: CatalogEntry): Stretch {
  const quote = /["'`]/.exec(text.charAt(offset))?.[0];
  if (quote !== undefined && format !== 'xml')
    return { words: value, start: offset + 1, end: endOfQuoted(text, offset, quote) };
  if (format === 'xml') {
    const start = offset + (/^\s*/.exec(text.slice(offset, offset + 1000)) as unknown as [string])[0].length;
    const close = text
      .slice(start)
      .search(/\s*<\/(?:(?:\w+:)?string|item|target|source|value|translation|numerusform|seg)\s*>/i);
    return { words: value, start, end: start + Math.max(0, close) };
  }
  const line = text.indexOf('\n', offset);
  return { words: value, start: offset, end: line === -1 ? text.length : line };
}

/** The place of the quotation mark that ends what begins at `start`; in Gettext the text may go on in the next line. */
function endOfQuoted(text: string, start: number, quote: string): number {
  let at = start + 1;
  for (; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === quote) {
      const next = /^"[ \t]*\r?\n[ \t]*"/.exec(text.slice(at, at + 200))?.[0];
      if (next === undefined) break;
      at += next.length - 1;
    }
  }
  return Math.min(at, text.length);
}

/** Android writes quotation marks, and signs with a meaning, behind a backslash. */
function withoutEscapes(words: string): string {
  const plain = words.trim().replace(/^"([^]*)"$/, '$1');
  return plain.replace(/\\(?:n|t)/g, ' ').replace(/\\(['"@?\\])/g, '$1');
}
