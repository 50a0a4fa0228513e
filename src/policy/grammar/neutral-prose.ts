import { isKindWord } from './descriptions.js';
import { isNeutralForm } from './neutral-forms.js';
import { isOfPairing, isOtherwise } from './otherwise.js';
import { isOrder, isPlainWord } from './plain-words.js';
import type { Phrase } from './phrase.js';
import { otherwiseForm } from './read-lead.js';

/**
 * Whether a sentence neither opens, closes nor demands anything of what the lists open: it says what holds for everything else, whom to ask,
 * where to read more or which list wins, or it only names what the files hold.
 */
export function isNeutral(phrase: Phrase): boolean {
  const words = phrase.words
    .replace(/[\s.!?:]+$/u, '')
    .replace(/^(?:note|tip|nb|tl;?dr|hence|nevertheless|in short|and|so|please)[,:]? /u, '');
  if (phrase.isOdd) return false;
  if (words === '') return !/[\p{S}?!]/u.test(phrase.source);
  const isQuestion = /\?[\s)]*$/u.test(phrase.words);
  return (
    isOtherwise(words) ||
    otherwise.test(words) ||
    isOfPairing(words) ||
    isNeutralForm(words) ||
    (!isQuestion && isPlain(words))
  );
}

const otherwise = new RegExp(`^(?:${otherwiseForm})$`, 'u');

/** Only what files hold. Nothing that points at the lists ("this is a demo") and no order ("use the wizard") is so plain. */
function isPlain(words: string): boolean {
  return (
    !/[^\p{L}\p{N}\s.,;:()'"!/-]/u.test(words) &&
    !pointing.test(words) &&
    !isOrder(words) &&
    words.split(/[^\p{L}\p{N}']+/u).every((word) => word === '' || isPlainWord(word) || isKindWord(word))
  );
}

const pointing =
  /(?<![\p{L}])(?:this|that|these|those|it|its|they|them|their|all|any|each|every\w*|both|here|there|above|below|lists?|rules?|section|zone|table|page|polic(?:y|ies)|you|we)(?![\p{L}])/u;
