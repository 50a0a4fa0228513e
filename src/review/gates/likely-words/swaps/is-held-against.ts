import { countOccurrences } from '../count-occurrences.js';
import { literalsOf } from './literals-of.js';
import { isShown } from '../is-shown.js';

/** A comment, by how its line begins and that nothing stands behind it; one that a tool reads is none. */
const comment =
  /^\s*(?:\/\/|#(?:\s|$)|(?:\*\s(?!@)|<!--(?!\s*(?:\/?ko\b|wp:)|#)|\{#(?=.*#\})|\{?\/\*)(?!.*(?:\*\/|-->|#\})\s*(?:\}\s*)?\S))/;
/** What stands beside words in a longer text of words. */
const beside = /^(?:$|[\p{L}\s.,!?…])$/u;

/** Does a program have one of these sentences anywhere else than where it is only shown, so that something may be held against it or looked up by it? */
export function isHeldAgainst(path: string, text: string, sentences: readonly string[]): boolean {
  const respelled = spelled(text);
  return sentences.some((sentence) => {
    const written = countShown(path, text, sentence);
    // Somewhere it is there in another spelling.
    return written === undefined || countOccurrences(respelled, spelled(sentence)) > written;
  });
}

/** How often a program has a sentence; `undefined` where it does more with it than show it. */
function countShown(path: string, text: string, sentence: string): number | undefined {
  let written = 0;
  for (let at = text.indexOf(sentence); at !== -1; at = text.indexOf(sentence, at + sentence.length)) {
    written += 1;
    const from = text.lastIndexOf('\n', at) + 1;
    const to = text.indexOf('\n', at);
    const line = text.slice(from, to === -1 ? text.length : to);
    const [left, right] = [text.charAt(at - 1), text.charAt(at + sentence.length)];
    if (comment.test(line) && !quotes.test(left + right)) continue;
    const literal = literalsOf(path, line).find(
      ({ start, end }) => start <= at - from && at - from + sentence.length <= end,
    );
    if (literal === undefined) return undefined;
    if (!literal.isQuoted) continue;
    // In a longer text of words it is no name.
    if (literal.text.trim() !== sentence.trim()) {
      const [first, end] = [at - from === literal.start, at - from + sentence.length === literal.end];
      const isAmongWords = beside.test(first ? '' : left) && beside.test(end ? '' : right);
      if (!isAmongWords || /[[\]=*/|(){}]/.test(literal.text) || isListed(literal.text, sentence)) return undefined;
      continue;
    }
    const below = to === -1 ? '' : text.slice(to + 1);
    const around = { before: text.slice(0, from + literal.start), after: line.slice(literal.end), below };
    if (!isShown(path, around, text)) return undefined;
  }
  return written;
}

const quotes = /["'`]/;

/** Is it one of several in a text: `"Open,Closed"`? */
function isListed(text: string, sentence: string): boolean {
  return text.split(/[,;]/).some((each) => each.trim() === sentence.trim());
}

/** Whatever its case, its escapes and its blanks are. */
function spelled(text: string): string {
  return text
    .replaceAll(/&(?:amp|#38);/g, '&')
    .replaceAll(/&(?:apos|#39|rsquo|lsquo);|[\u2018\u2019]|\\(?=["'`])/g, (found) => (found === '\\' ? '' : "'"))
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim();
}
