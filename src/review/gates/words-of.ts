import { spellings } from './find-flag-use.js';

/** The words of a text, as far as a name could be one of them: many names are looked for in many texts, and most texts hold none of them. */
export function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/[\w$-]+/g));
}

/** A test of such words: may `findFlagUse` find this name in their text? */
export function createMayHold(name: string): (words: ReadonlySet<string>) => boolean {
  if (!/^[\w$-]+$/.test(name)) return () => true;
  const spelled = [...spellings(name)];
  return (words) => spelled.some((each) => words.has(each));
}
