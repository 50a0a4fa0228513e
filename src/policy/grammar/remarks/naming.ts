import { isKindWord } from '../descriptions.js';
import { isPlainWord, isTie } from '../words/plain-words.js';

/**
 * Whether words in lower case only name things ("the test server", "tooltips and help texts"): up to six nouns that are known, and articles
 * between them. Nothing in them demands, denies, or tells a time or a person.
 */
export function isNaming(words: string): boolean {
  const names = words
    .trim()
    .split(/,? and (?:the )?|, (?:the )?| of (?:the )?| |-/u)
    .filter((word) => !articles.has(word));
  return names.length > 0 && names.length < 7 && names.every(isNoun);
}

/** Whether a word in lower case is the name of a thing. */
function isNoun(word: string): boolean {
  return !notOfThings.has(word) && (isKindWord(word) || ofMachines.has(word) || (isPlainWord(word) && !isTie(word)));
}

const articles = new Set(['the', 'our', 'a', 'an', 'this', 'all']);

/** Beside a path these may be a demand, where nothing is built or run. */
const ofMachines = new Set(['test', 'staging', 'playtest', 'build', 'backend', 'release']);

/** Plain beside a path, where they say what it holds; of something that happens they may say who decides, or what it costs. */
const notOfThings = new Set(['legal', 'free', 'decision', 'consent', 'permit', 'vote', 'draft', 'rule', 'offer']);
