import { findForbidding } from './forbidding-words.js';
import { forbidsChanging, withoutPlainRefusal } from './forbids-changing.js';
import { normalizeWords } from '../tokenize.js';

/**
 * The first words by which a sentence may keep somebody out. A plain "not" says so beside product managers or a change alone: "PMs do not", "do not
 * edit", and no "You won't need Python for it".
 */
export function findKeepingOut(sentence: string): string | undefined {
  const words = normalizeWords(sentence);
  const isOfChange = ofPms.test(words) || ofSomebody.test(words) || forbidsChanging(sentence);
  return findForbidding(isOfChange ? words : withoutPlainRefusal(words))?.trim();
}

const ofPms = /(?<![\p{L}])(?:pms?|product (?:managers?|people|team|folks)|pilots?)(?![\p{L}])/u;

/** "Prices never.", "Nobody but Erin merges", "is not theirs". */
const ofSomebody =
  /(?<![\p{L}])(?:(?:never|no)[.!]?$|(?:nobody|no one|none|nothing) (?:but|except|else)(?![\p{L}])|not (?:theirs|yours|for)(?![\p{L}]))/u;
