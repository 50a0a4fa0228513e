import { isWord } from '../is-word.js';

/** Such a word alone is one for people: it begins with a capital, and has none within. */
const alone = /^\p{Lu}[\p{Ll}'’-]*[.!?…:]{0,3}$/u;

/** Does a text read as words that people are shown: several, or one that is no name for a machine? */
export function isLabel(text: string): boolean {
  const words = text.split(/[ \n\r\t]+/).filter(Boolean);
  return words.every(isWord) && (words.length > 1 || (words.length === 1 && alone.test(text.trim())));
}
