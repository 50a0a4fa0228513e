import { findCarveOut } from '../../grammar/carve-outs.js';
import type { Phrase } from '../../grammar/phrase.js';
import { asksForEngineer, forbids } from '../../grammar/refusals/forbidding-words.js';
import { findNamedPaths } from '../../list-items/close-paths.js';

/**
 * Whether a sentence says how each change has to be, and nothing of whether, when or by whom it may be made: "Changes must be made in both languages."
 * A permission beside it opens its paths, and what it demands is kept.
 */
export function isPlainDemand(phrase: Phrase): boolean {
  const { words, source, tokens, isOdd } = phrase;
  return (
    !isOdd &&
    ((demand.test(words) && !ofMore.test(words)) || running.test(words)) &&
    !forbids(source) &&
    !asksForEngineer(source) &&
    findCarveOut(source) === undefined &&
    findNamedPaths(tokens).length === 0
  );
}

const demand =
  /^[\p{L}\p{N}' -]{1,60} (?:must|should|needs? to|ha(?:s|ve) to) (?:also |always )?(?:be|have|stay|keep|contain|fit|use|reference|mention|name|follow|pass|match|carry|include) [\p{L}\p{N}' ,-]{1,100}[.!]$/u;

/** "When you edit lessons, run `make lint` afterwards." */
const running =
  /^(?:(?:when|whenever|after|if) you (?:edit|change|touch)(?:ed|d)? (?:the |a |any )?[\p{L}-]{1,30}(?: \p{L}{1,30})?, )?(?:please )?run '[^']{1,80}'(?: (?:again|locally|afterwards|beforehand|first|before you (?:commit|push)))?[.!]$/u;

/** Whoever has a say, a time, a state of the lists and what points at them. */
const ofMore =
  /(?<![\p{L}])(?:pms?|managers?|engineer\p{L}*|dev\p{L}*|pair\p{L}*|someone|somebody|everybody|everyone|who|by|approv\p{L}*|agree\p{L}*|sign\p{L}*|ask\p{L}*|wait\p{L}*|allow\p{L}*|decid\p{L}*|review\p{L}*|open\p{L}*|clos\p{L}*|draft\p{L}*|pending|proposed|future|later|yet|until|unless|before|after|once|when|while|if|first|zone|lists?|section|this|these|those|above|below|20\d\d|requests?)(?![\p{L}])/u;
