/**
 * Takes out of words in lower case what only says which part of a file's content stays as it is: "leave the merge tags alone", "the keys must
 * not be renamed". That restricts the change and takes no path out, so it is a condition. What it speaks of is a known part of a text or of
 * data: "leave the tests alone", "the admin pages must not be changed" are about files.
 */
export function withoutContentLimits(words: string): string {
  // Each of the forms holds one of these, and to make them ready takes a tenth of a second.
  if (!/leave|not|n't|never|nothing|without|with an? |needs? |requires? /u.test(words)) return words;
  return limits.reduce((rest, limit) => rest.replace(limit, ' '), words);
}

/** Whether words that follow an arrow only limit the change: "→ values only", "→ no prices in it". */
function isLimit(words: string): boolean {
  return !/['][^']*[/*]/u.test(words) && limitBehindArrow.test(words);
}

/** Words with an arrow before a limit of the content taken for a dash; any other arrow stays, since it may point to somebody or elsewhere. */
export function readArrow(words: string): string {
  return words.replace(/^(\s*)→(.{0,200})$/su, (all, space: string, rest: string) =>
    isLimit(rest.trim()) ? `${space}- ${rest.trim()}` : all,
  );
}

/** Whether a word names a part of what a text or data file holds, and no file. */
export function isPartOfContent(word: string): boolean {
  return new RegExp(`^${noun}$`, 'u').test(word);
}

const noun =
  '(?:keys?|values?|placeholders?|variables?|tags?|tokens?|names?|types?|ids?|identifiers?|slugs?|numbers?|amounts?|rates?|prices?|dates?|units?|lines?|rows?|columns?|entries|entry|fields?|attributes?|properties|parameters?|anchors?|headers?|headings?|titles?|links?|urls?|classes|markup|syntax|logic|structure|order|functions?|comments?|brackets|braces|quotes|imports?|parts?|blocks?|macros?|expressions?|escapes?|formatting|punctuation|front[ -]?matter|yaml|json|html|css|ruby|php|erb|twig|liquid|blade|schema|scores?|weights?|thresholds?|options?|enums?|constants?|exports?|directives?|shortcodes?|markers?|references?|literals?|arguments?|colou?rs?|flags?|rules?|limits?|ranges?|targeting)';
/** Code that is neither a path nor a name: `{{…}}`, `%{name}`, `<b>`. */
const sign = "(?:'[^'\\p{L}/*]{0,3}[{}<>%$@#:][^'/*]{0,40}')";
const stop =
  '(?!(?:but|except\\w*|not|no|never|nor|only|if|when|until|unless|before|after|with|without|by|for|from|files?|folders?|paths?|engineers?|and|or|everything|anything|all)(?![\\p{L}]))';
const named = `(?:(?:the|any|all|all the|its|their|existing|these|those) )?(?:${stop}[\\p{L}-]{1,20} ){0,2}?(?:(?:${sign} )?${noun}|${sign}(?: ${noun})?)(?: (?:in|of|between|inside) (?:the |double |curly )?(?:${noun}|${sign}|text|texts|file))?`;
const parts = `${named}(?:(?:,| and| or|, and) (?:the )?${named})?(?: \\([\\p{L}, ]{1,60}\\))?`;
const edited =
  '(?:changed|edited|removed|renamed|translated|touched|reordered|deleted|modified|altered|moved|replaced|added)';

const limits = [
  `leave ${parts} (?:alone|untouched|unchanged|intact|in place|as (?:it is|they are|is)|(?:exactly )?as (?:you|they) (?:find|found|are|were)(?: them)?)`,
  `${parts} (?:(?:must|may|should|shall|can|are|is|have to|need to)(?: not|n't)|cannot|never) (?:ever )?(?:be )?${edited}`,
  // Only behind other words: what the whole tail says is said of the whole file.
  `(?<=[\\p{L}\\p{N}'][;,] )(?:no new |only )?${parts} (?:only )?(?:together with|without|needs?|requires?|with) an? (?:engineer|developer)(?=\\s*[);.,]|$)`,
  `(?<=[\\p{L}\\p{N}'][;,] )an? (?:${stop}[\\p{L}-]{1,20} )?${noun} (?:for|of|on|with|older|newer|that|which) (?:[\\p{L}\\p{N}-]{1,20} ){1,5}(?:needs?|requires?) an? (?:engineer|developer)(?=\\s*[);.,]|$)`,
  // "Dosage texts come from the pharmacists, leave them alone" behind other words: some of the texts, and never all of them.
  `(?<=[\\p{L}\\p{N}'][;.] )(?:the )?(?:(?:${stop}(?!these|those|this|that|our|the|other|such|both)[\\p{L}-]{1,20} ){1,2}(?:texts?|strings?|labels?|messages?|words?|wording|copy)|${noun}) (?:comes?|is|are|belongs?) [\\p{L}' -]{1,60}, (?:so )?(?:please )?leave (?:them|it|these|those) alone`,
  // "Up to 10 %; more needs an engineer": what lies above a limit that stands before it.
  `(?<=(?:up to|at most|max\\.?|maximum|no more than|until|under|below) [^;,.]{1,60}[;,.] )(?:(?:anything|everything) )?(?:more|higher|above|beyond|over)(?: (?:than )?(?:this|that|it))? (?:needs?|requires?|with|only with|takes) (?:an?|the) (?:[\\p{L}-]+ )?(?:engineer|developer)`,
  'nothing (?:before|about) (?:consent|prices|money|looks|origin)',
].map(
  (form) =>
    new RegExp(
      `(?<![\\p{L}\\p{N}'-])${form}(?![\\p{L}\\p{N}'-])(?! (?:by|without|unless|until|before|if|when|alone))`,
      'gu',
    ),
);

const limitBehindArrow = new RegExp(
  `^(?:${[
    "only (?:the )?(?:[\\p{L}-]+ )?(?:'[^']{1,40}'|[\\p{L}-]+)(?:(?:,| and|, and) (?:the )?(?:'[^']{1,40}'|[\\p{L}-]+)){0,5}",
    `(?:the )?(?:[\\p{L}-]+ )?(?:${noun}|texts?|words?|wording|copy|strings?) only`,
    `(?:no|never) ${named}(?: in (?:it|them|there|here))?(?: please)?(?:,.{0,120})?`,
  ].join('|')})[.!]?$`,
  'u',
);
