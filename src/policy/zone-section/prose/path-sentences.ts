import type { Phrase } from '../../grammar/phrase.js';

/** "Components in `src/components` need an engineer": what it names is open only together with one, and it says no more. */
export function isPairSentence({ words: said, isOdd }: Phrase): boolean {
  const words = said.replace(otherThan, ' ');
  return (
    !isOdd &&
    !elsewhere.test(words.slice(words.lastIndexOf("'"))) &&
    (pairSentence.test(words) || togetherSentence.test(words))
  );
}

/** "`infra/**` and `db/**` are not for PMs.": it keeps PMs out of what it names, and says no more than that. */
export function isLockedSentence({ words, isOdd }: Phrase): boolean {
  return !isOdd && lockedSentence.test(words);
}

/** "Everything in `src/` that isn't text needs an engineer." */
const otherThan = / that (?:is not|isn't|are not|aren't) (?:\p{L}+ ){1,3}(?=(?:needs?|requires?) )/u;

const pairSentence =
  /^(?:(?:[\p{L}-]+ ){0,4}(?:in|under|of) |(?:\p{L}+ ){1,3}(?=\())?\(?'[^']*'(?:(?:,| and|, and| or) '[^']*')*\)?(?:[:,]| -)? (?:(?:need|needs|require|requires|wants?) (?:an |a |the )?(?:\p{L}+ )?(?:engineer|developer)(?: (?:at your side|beside you|next to you|with you))?|(?:is|are) (?:done|changed|edited) (?:only )?(?:together )?with an? (?:\p{L}+ )?(?:engineer|developer)|you do with an (?:engineer|developer)|(?:may|can) only be (?:changed|edited|touched) (?:together )?with an? (?:engineer|developer)(?:,? (?:because|since) [^']{1,200})?|(?:are |is )?(?:only )?in (?:a )?pairs?(?:: [^']{1,100})?|(?:only )?(?:pair(?:ing)?(?: up)? with|together with|with) an? (?:\p{L}+ )?(?:engineer|developer)|(?:are|is) a case for pairing(?: with an (?:engineer|developer))?(?: and [\p{L} ]{1,40})?)\.?$/u;

/** Behind the paths: words that could be about more than these. */
const elsewhere =
  /(?<![\p{L}])(?:all|every\w*|each|any|lists?|section|zone|also|too|others?|else|above|below|texts?|copy|docs|flags?|pms?|nobody|nothing|the rest)(?![\p{L}])/u;

const list = String.raw`'[^']*'(?:(?:,| and|, and) '[^']*')*`;
const together =
  '(?:only )?(?:together )?with an? (?:engineer|developer)(?: (?:from|of) the team| (?:at their side|beside them))?';
const togetherSentence = new RegExp(
  `^(?:${[
    `(?:an? |the )?(?:pm|product manager) and (?:an? |the )?(?:engineer|developer) together (?:may|can) (?:change|edit|touch) ${list}`,
    `(?:the |our )?(?:pms|product managers) (?:(?:may|can|do) )?(?:also )?(?:change|edit|touch|update|modify) ${list},? (?:but )?${together}`,
    `(?:they|(?:the |our )?pms|(?:the |our )?product managers|as an? (?:pm|product manager),? you) (?:also )?(?:need|require) (?:an? |the help of an? )(?:\\p{L}+ )?(?:engineer|developer) for ${list}`,
    `${together},? (?:they|the pms|pms|product managers) (?:may|can) (?:also )?(?:change|edit|touch|update|modify) ${list}`,
  ].join('|')})\\.?$`,
  'u',
);

const anyList = list.replace('and|, and', 'and|, and| or|, or|,? and (?:out )?of');

const lockedSentence = new RegExp(
  `^(?:(?:please )?(?:(?:stay|keep) out of ${anyList}|leave ${anyList} alone)|(?:they|(?:the |our )?pms|(?:the |our )?product managers) (?:(?:have|got) no business in|(?:must |should )?(?:stay|keep) out of) ${anyList}|${anyList} (?:is|are)(?: all| both)? (?:not for (?:the |our )?(?:pms|product managers)|(?:strictly |always )?(?:locked|closed|off[ -]limits|out of bounds)(?: (?:for|to) (?:the |our |all )?(?:pms|product managers))?))[.!]?$`,
  'u',
);
