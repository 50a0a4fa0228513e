import { describedWords } from '../grammar/parse-conditions.js';
import { toExcerpt } from '../grammar/tokenize.js';
import type { Reason, Zone } from '../policy.js';

/**
 * What is written beside paths that PMs can touch and was read as a description of what lies there, so that nobody is asked whether a change keeps to it,
 * each with its line; not what only names the kind of file ("copy", "docs"). Whoever meant one as a demand sees it here.
 */
export function listDescribedWords({ file: own, rules }: Zone): readonly Reason[] {
  const found = new Map<string, Reason>();
  for (const { effect, text, glob, line, file = own, conditions } of rules) {
    if (effect !== 'allow') continue;
    const beside = text.replace(/`[^`]*`/gu, ';').replaceAll('|', ';');
    // What a comma ties to a condition is asked about with it.
    const isAsked = (words: string): boolean => conditions.some((each) => each.text.includes(words));
    for (const words of describedWords(beside, [glob]).filter((each) => !isAsked(each)))
      found.set(`${line} ${words}`, { file, line, text: toExcerpt(words) });
  }
  return [...found.values()];
}
