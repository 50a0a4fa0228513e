import { literalsOf } from './literals-of.js';
import { isShown } from './is-shown.js';

/** A comment, by how its line begins. */
const comment = /^\s*(?:\/\/|#(?:\s|$)|\*\s|<!--|\{#|\{\/\*|\/\*)/;

/** Does a program have a sentence anywhere else than where it is only shown, so that something may be held against it or looked up by it? */
export function isHeldAgainst(path: string, text: string, sentence: string): boolean {
  for (let at = text.indexOf(sentence); at !== -1; at = text.indexOf(sentence, at + sentence.length)) {
    const from = text.lastIndexOf('\n', at) + 1;
    const to = text.indexOf('\n', at);
    const line = text.slice(from, to === -1 ? text.length : to);
    if (comment.test(line)) continue;
    const literal = literalsOf(path, line).find(
      ({ start, end }) => start <= at - from && at - from + sentence.length <= end,
    );
    if (literal === undefined) return true;
    if (!literal.isQuoted) continue;
    // In a longer text it is no name, but in a selector or an expression.
    if (literal.text.trim() !== sentence.trim()) {
      if (/[[\]=*/|]/.test(literal.text)) return true;
      continue;
    }
    const below = to === -1 ? '' : text.slice(to + 1);
    const around = { before: text.slice(0, from + literal.start), after: line.slice(literal.end), below };
    if (!isShown(path, around, text)) return true;
  }
  return false;
}
