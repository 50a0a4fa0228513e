import type { Condition } from '../../policy.js';
import { isLabel } from '../descriptions.js';
import type { Phrase } from '../phrase.js';
import { withoutKnownConditions } from '../known-conditions.js';
import { parseRest } from './read-lead.js';

/**
 * The conditions of words that only lead over from a heading to its list ("These files:", "Copy and content, no review needed:"), or
 * `undefined` for other words.
 */
export function readTransparentLead(phrase: Phrase): readonly Condition[] | undefined {
  if (phrase.isOdd) return undefined;
  const rest = phrase.words
    .replace(/^(?:in )?(?:these|the following|those|the)(?: (?:files|paths|folders|globs|places))?/u, '')
    .replace(/^[^,:(]*(?=[,:(])/u, (words) =>
      isLabel(words, ['']) && withoutKnownConditions(words) === words ? '' : words,
    );
  return parseRest(rest, phrase.line) ?? parseRest(`, ${phrase.words}`, phrase.line);
}
