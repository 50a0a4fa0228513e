import { hasWords, longestText, copyText, type FoundText } from '../product-text.js';
import { createTextFinder } from './create-text-finder.js';

/** Prompts and docs: each line, without the signs of headings, lists and quotes before it. */
export function extractProseTexts(source: string): readonly FoundText[] {
  return source
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((full, index) => {
      const line = full.slice(0, longestText);
      const rest = line.replace(/^(?:\s|#{1,6}\s|[-*+>]\s|\d{1,4}[.)]\s|\[[ xX]\]\s|\|){0,20}/u, '');
      const lead = line.length - rest.length;
      const text = rest.trimEnd();
      if (!hasWords(text)) return [];
      const at = { line: index + 1, column: lead + 1 };
      return [{ text: copyText(text), at, to: { line: index + 1, column: lead + text.length + 1 } }];
    });
}

/** A line of Markdown as it reads on the screen: links by their text, without signs for bold, italics and code. */
export function readMarkdownLine(line: string): string {
  return line
    .replace(/!?\[([^[\]]{1,500})\]\([^()\s]{0,500}\)/gu, '$1')
    .replace(/\*{1,3}|_{2,3}|`{1,3}|~~|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '');
}

/** `key = text` and `"key" = "text";` (properties, strings, ftl, toml). */
export function extractPairTexts(source: string): readonly FoundText[] {
  const find = createTextFinder(source);
  return everyLine(source, (line, start) => {
    const [head, key = ''] = /^\s{0,50}["']?([\w.\-/ ]{1,200}?)["']?\s{0,50}[=:]\s{0,50}["']?/u.exec(line) ?? [];
    if (head === undefined || /^\s*[#!;]/.test(line)) return [];
    const text = line.slice(head.length).replace(/["']?\s{0,50};?\s{0,50}$/u, '');
    return find(start + head.length, start + head.length + text.length, text, key);
  });
}

/** Gettext: translations, each by its original. */
export function extractGettextTexts(source: string): readonly FoundText[] {
  const find = createTextFinder(source);
  let key: string | undefined;
  let isOriginal = false;
  return everyLine(source, (line, start) => {
    const [head, word = ''] = /^\s{0,20}(msgid_plural|msgid|msgstr(?:\[\d\])?|)\s{0,20}"/.exec(line) ?? [];
    if (head === undefined) return [];
    const text = line.slice(head.length).replace(/"\s{0,50}$/u, '');
    if (word === 'msgid') key = text.slice(0, 200);
    // A line without a word goes on with the one above.
    if (word !== '') isOriginal = word.startsWith('msgid');
    if (isOriginal) return [];
    return find(start + head.length, start + head.length + text.length, text.replaceAll('\\"', '"'), key);
  });
}

function everyLine(source: string, read: (line: string, start: number) => readonly FoundText[]): readonly FoundText[] {
  const found: FoundText[] = [];
  let start = 0;
  for (const full of source.split('\n')) {
    const line = full.replace(/\r$/, '');
    if (line.length <= 2 * longestText) found.push(...read(line, start));
    start += full.length + 1;
  }
  return found;
}
