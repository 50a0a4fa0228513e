import type { Phrase } from '../phrase.js';

/**
 * Whether a sentence takes back all that the lists open, and says no more than that: "Everything needs an engineer.", "This zone is suspended until May.",
 * "Not in force yet." Whoever means what no list names says “everything else”.
 */
export function closesAll({ words: said, isOdd }: Phrase): boolean {
  const words = said
    .replace(/^(?:note|attention|nb|status|important)[:,] /u, '')
    .replace(/^\((.{1,200})\)$/su, '$1')
    .replace(/[\s.!]+$/u, '');
  if (isOdd || words.length > longest) return false;
  return (paired.test(words) && ofPair.test(words)) || closed.some((form) => form.test(words));
}

const longest = 200;

const thing = '(?:changes?|edits?|paths?|files?|folders?|rows?|lists?|pull requests?)';
const place =
  '(?: (?:here|above|below|listed(?: (?:here|above|below))?|(?:in|on|of|under) (?:this|these|the|both) (?:(?:two|three) )?(?:section|lists?|zone|table|page|repo(?:sitory)?|codebase)))?';
const all = `(?:(?:everything|anything|all of (?:it|this|these|them)|all (?:this|these)|(?:all|any|every|each) (?:of (?:it|this|these|them)|(?:the |these )?${thing}))${place})`;
const zone =
  '(?:(?:this|the|our) (?:whole )?(?:pm[ -]zone|zone|section|pilot|list|policy)|(?:these|both|the|all) (?:two |three )?lists|it all)';

/** Who has to be beside the PM. */
const ofPair = /(?<![\p{L}])(?:(?<!no )(?:engineers?|engineering|developers?|devs?)|pairs?|paired|pairing)(?![\p{L}])/u;

/** What is done with somebody; who that is is looked for by itself. */
const paired = new RegExp(
  `^(?:${[
    `(?:${all}|${zone}) (?:needs?|requires?|wants?) (?:an? |the )?(?:[\\p{L}-]+ ){0,2}[\\p{L}-]+`,
    `(?:${all}|${zone}) (?:is|are|gets?|must be|may only be|can only be) (?:only )?(?:(?:done|made|changed|edited|touched) )?(?:only )?(?:(?:together )?with (?:an? |the |one of (?:our|the) )?(?:[\\p{L}-]+ )?[\\p{L}-]+|in (?:a )?pairs?|paired|pair only)`,
    `nothing${place} (?:may|can|must|is to) be (?:changed|edited|touched|merged) (?:without|unless) [\\p{L} ]{1,60}`,
    '(?:pms|product managers|they|you) (?:(?:may|can|must) )?(?:change|edit|touch|merge) nothing(?: here)? (?:without|unless) [\\p{L} ]{1,60}',
    `(?:and )?(?:(?:${all}|${zone}),? )?(?:always |only |and )*(?:together )?with (?:an? |the |one of (?:our|the) )?(?:[\\p{L}-]+ )?[\\p{L}-]+`,
    `(?:${all}|${zone}) (?:is|are) (?:only )?(?:for|with) (?:the |our )?[\\p{L}-]+(?: (?:only|alone))?`,
    '(?:no changes?|nothing)(?: here)? without (?:an? |the )?(?:[\\p{L}-]+ )?[\\p{L}-]+',
  ].join('|')})$`,
  'u',
);

const state =
  '(?:closed|locked|paused|suspended|stopped|on hold|frozen|off[ -]limits|void|invalid|obsolete|outdated|out of date|deprecated|superseded|archived|withdrawn|revoked|cancelled|wip|work in progress|tbd|(?:still |only |just |merely )*(?:an? )?(?:draft|proposal|sketch|example|template)(?: only)?|for discussion|(?:not|no longer)(?: yet)? (?:in (?:force|effect|use)|valid|open|active|binding|approved)(?: yet| any ?more)?|over)';
const adverb = '(?:(?:currently|now|still|temporarily|for now|at the moment|already|again|all) )*';
const since =
  '(?:,? (?:currently|now|for now|at the moment|again|altogether|completely)){0,2}(?:,? (?:until|till|since|as of|from|after|before|during|for|because of|due to) [\\p{L}\\p{N}/.,: -]{1,120})?';

const closed = [
  `(?:${all}|${zone}) (?:is|are|was|were|has been|have been|stays?|remains?) ${adverb}${state}${since}(?:: (?:pms|product managers) (?:change|touch|edit) nothing)?`,
  // "Nothing of this holds yet.", behind other words of that kind or alone
  `(?:${adverb}${state}${since}(?:,|,? and|;) )?(?:nothing|none) of (?:it|this|these|them|that) (?:holds?|applies|apply|counts?|is (?:valid|open|in force))(?: yet| now| any ?more)?${since}`,
  `${adverb}${state}(?:, ${state})?${since}`,
  `this(?: section| list| zone)? is (?:${adverb})(?:only |just |merely )*(?:an? |the |our )?(?:draft|proposal|sketch|example|template)(?:,? (?:and )?nothing of it (?:holds|applies|counts)(?: yet)?)?`,
].map((form) => new RegExp(`^(?:${form})$`, 'u'));
