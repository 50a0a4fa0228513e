import type { ChangedFile } from '../../../change/change.js';
import { differingWords } from '../../../change/differing-words.js';
import { escapeExpression } from '../../../text/escape-expression.js';
import { alignedLines } from './swaps/aligned-lines.js';
import { textsToLookThrough } from './texts-to-look-through.js';

/** More lines nobody looks through for this. */
const mostLines = 30;
/** Longer words nothing is held against. */
const longest = 200;

/** The key of a text is none. */
const readLikeWords = /\p{L}\s+\p{L}|^\p{Lu}\p{L}/u;

/** Words that a change replaces, and that the program still holds something against, or looks something up by; with the line where other words stand now. */
export function findHeldWords(file: ChangedFile): { readonly line: number; readonly what: string } | undefined {
  const texts = textsToLookThrough(file);
  if (texts === undefined) return undefined;
  const [was, now] = texts;
  const lines = alignedLines(was, now, mostLines) ?? [];
  for (const each of lines) {
    const { before: words } = differingWords(each.was, each.now);
    if (readLikeWords.test(words) && words.length <= longest && isHeld(words, now))
      return {
        line: each.above.split('\n').length,
        what: `has other words than “${words}” now, and something in the file is still held against these`,
      };
  }
  return undefined;
}

function isHeld(words: string, text: string): boolean {
  const quoted = `(["'\`])${escapeExpression(words)}`;
  return new RegExp(
    `(?:[=!]==?|=~|\\b(?:case|when|includes\\?? ?\\(?|indexOf\\(|has\\(|get\\(|startsWith\\())\\s*${quoted}\\1|\\w\\[${quoted}\\2\\]|${quoted}\\3(?:\\s*[=!]==?|:\\s|\\s*=>)`,
  ).test(text);
}
