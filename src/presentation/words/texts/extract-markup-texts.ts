import { readsLikeWords } from '../../../text/reads-like-words.js';
import { longestText, type FoundText } from '../product-text.js';
import { createTextFinder } from './create-text-finder.js';
import { extractAskedTexts } from './extract-asked-texts.js';

/** What stands between tags (HTML, templates, XLIFF, RESX), by the last name or id before it where there is one, and what a template asks for by its words. */
export function extractMarkupTexts(source: string): readonly FoundText[] {
  const find = createTextFinder(source);
  const found: FoundText[] = [];
  let key: string | undefined;
  let skipped: string | undefined;
  for (const { 0: token, index } of source.matchAll(/<[^<>]{0,5000}>|[^<>]+/gu)) {
    if (token.startsWith('<')) {
      const name = /^<\/?([a-z]{1,20})/i.exec(token)?.[1]?.toLowerCase();
      if (name === 'script' || name === 'style') skipped = token.startsWith('</') ? undefined : name;
      key = /\s(?:id|name|resname|key)="([^"]{1,200})"/i.exec(token)?.[1] ?? key;
      continue;
    }
    if (skipped !== undefined || token.length > 20_000) continue;
    const lead = token.length - token.trimStart().length;
    const text = token.trim().slice(0, longestText);
    found.push(...find(index + lead, index + lead + text.length, text, key));
  }
  return [...found, ...extractAskedTexts(source)];
}

/** Texts between quotation marks that read like words and not like names of the code: for languages that are not parsed. */
export function extractQuotedTexts(source: string): readonly FoundText[] {
  const find = createTextFinder(source);
  const found: FoundText[] = [];
  for (const { 0: whole, index } of source.matchAll(/"(?:[^"\\\n]|\\.){0,300}"|'(?:[^'\\\n]|\\.){0,300}'/gu)) {
    const text = whole.slice(1, -1);
    if (readsLikeWords(text)) found.push(...find(index + 1, index + whole.length - 1, text));
  }
  return found;
}
