import type { TextToken } from '../../grammar/tokenize.js';

/** What stands behind the first comma, colon or bracket of a sentence: "Everything else needs an engineer, docs on Fridays." */
export function tailOf(tokens: readonly TextToken[]): readonly TextToken[] {
  const at = tokens.findIndex(({ kind, text }) => kind === 'text' && part.test(text));
  const first = tokens[at];
  if (first === undefined) return [];
  return [{ ...first, text: first.text.slice(first.text.search(part) + 1) }, ...tokens.slice(at + 1)];
}

const part = /[,;:([–—]/u;

/** What stands behind the first sentence of an item, or a dash: "`src/auth/**`. German strings wait for Lena." */
export function furtherOf(tokens: readonly TextToken[]): readonly TextToken[] {
  const at = tokens.findIndex(({ kind, text }) => kind === 'text' && sentenceEnd.test(text));
  const first = tokens[at];
  if (first === undefined) return [];
  const [found = ''] = sentenceEnd.exec(first.text) ?? [];
  return [{ ...first, text: first.text.slice(first.text.indexOf(found) + found.length) }, ...tokens.slice(at + 1)];
}

const sentenceEnd = /[.!?;]\s|(?:^|\s)[–—-]\s(?=[^.]*\.$)/u;
