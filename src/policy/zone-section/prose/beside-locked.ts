import { isKindWord } from '../../grammar/descriptions.js';
import { normalizeWords, toSourceText, type TextToken } from '../../grammar/tokenize.js';
import { stemsOf } from '../../list-items/stems.js';
import type { ZoneRule } from '../../policy.js';

/**
 * Whether the words of an item that locks go on to what the lists open: "`backend/**`, and content in december". What they would close has no path
 * there, so that nothing else holds it. Words on what the item itself names are about that.
 */
export function speaksOfOpen(item: readonly TextToken[], rules: readonly ZoneRule[]): boolean {
  const own = new Set(item.flatMap(({ kind, text }) => (kind === 'code' ? stemsOf(text) : [])));
  const opened = new Set(rules.flatMap(({ effect, glob }) => (effect === 'allow' ? stemsOf(glob) : [])));
  const isOpen = (word: string): boolean => stemsOf(word).some((stem) => opened.has(stem) && !own.has(stem));
  const isOfTexts = (word: string): boolean => isKindWord(word) && stemsOf(word).every((stem) => !own.has(stem));
  const named = item.map((token): TextToken => (token.kind === 'code' ? { ...token, text: 'x' } : token));
  const words = normalizeWords(toSourceText(named)).replace(ofItself, ' ').replace(between, '$1 ');
  return words.split(ends).some((clause) => {
    const start = further.exec(clause);
    const rest = alike.test(clause) ? clause : start === null ? '' : clause.slice(start.index + start[0].length);
    const namesOf = (part: string): readonly string[] => part.split(/[^\p{L}\p{N}-]+/u);
    return (
      pointing.test(rest) ||
      namesOf(rest).some((name) => isOfTexts(name) || isOpen(name)) ||
      (limiting.test(clause) && (elsewhere.test(rest) || namesOf(clause).some(isOpen)))
    );
  });
}

/** "And everything below it", "and their tests" */
const ofItself =
  /(?<![\p{L}])(?:everything|anything|all)(?: that is)? (?:below|under|in|inside|beneath|within)(?: (?:it|them|there|here))?(?![\p{L}])/gu;

/** "And, during the freeze, translations" */
const between = /(?<![\p{L}])(and|plus|also),(?: (?:in|on|during|from|until|over|for) [^,]{1,40},)?/gu;

/** Where a part of an item ends: an "and" right behind a path or a comma begins one that goes on to something else. */
const ends = /[.;:()]|,(?! (?:and|or|und|et|y|e|en|och|og|plus)(?![\p{L}]))|\s-\s/u;

/** A further thing right behind a path. */
const further =
  /(?:^|'x'|,) ?(?:[&+]|(?:and|or|plus|also|as well as|together with|along with|including|not to speak of|besides|und|et|y|e|en|och|og)(?![\p{L}]))/u;

const alike =
  /(?<![\p{L}])(?:too|also|as well|likewise|same|so (?:is|are|does|do)|just like|auch|aussi|también|também|anche|ook)(?![\p{L}])/u;

const pointing =
  /(?<![\p{L}])(?:(?:everything|anything|all|the rest)(?! else)|each|every|any|above|below|lists?|changes?|zone|section|alles|tout|todo)(?![\p{L}])/u;

/** What no list opens is closed at all times, but "everything else in December" may be all there is. */
const elsewhere = /(?<![\p{L}])(?:everything|anything|all) else(?![\p{L}])/u;

/** When or on which terms. */
const limiting =
  /(?<![\p{L}])(?:only|must|needs?|requires?|never|not|no|until|till|unless|before|after|when|while|during|if|except|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|august|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|summer|winter|spring|autumn|christmas|\d{4}|frozen|freeze|signed|approved|reviewed)(?![\p{L}])/u;
