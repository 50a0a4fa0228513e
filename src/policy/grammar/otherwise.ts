/**
 * What holds for what no list names, and what pairing means. Both are about changes that the lists do not open, so whatever such a sentence
 * demands, it demands of something that is closed in any case, unless it comes back to what is open.
 */
export function isOtherwise(words: string): boolean {
  return words.length < 160 && (isOfRest(words) || isOfRest(words.replace(pairFor, '')));
}

function isOfRest(words: string): boolean {
  const [subject] = otherwiseSubject.exec(words) ?? [];
  return subject !== undefined && !backwards.test(words.slice(subject.length));
}

/** Whether a heading speaks of pairing or of what no list names; what stands under it says nothing of what one opens. */
export function isOtherwiseHeading(words: string): boolean {
  const [subject] = otherwiseSubject.exec(words) ?? [];
  return (subject !== undefined && /^[\s.!?:]*$/u.test(words.slice(subject.length))) || pairHeading.test(words);
}

const pairHeading =
  /^(?:(?:pair(?:ing)?|pair (?:up|programming|zone|work)|in (?:a )?pairs?)(?: (?:with )?(?:an )?engineer)?|(?:only )?(?:together )?with an engineer|how (?:we pair|to pair|pairing works))[\s.!?:]*$/u;

/** What pairing means, what does not count as it, and how to get it. */
export function isOfPairing(words: string): boolean {
  const [start] = pairing.exec(words) ?? [];
  if (start === undefined) return false;
  const rest = words.slice(start.length);
  return !quantifier.test(rest) && (/(?:means|=)$/u.test(start) || !kindOfFile.test(rest));
}

const engineer = '(?:an? |the |your |our )?(?:[\\p{L}]+ )?(?:engineers?|developers?|devs?|of us|one of us)';

/** "Pair with an engineer for everything else", "Pairing: the rest": the same turned round. */
const pairFor = new RegExp(
  `^(?:we )?(?:are happy to )?pair(?:s|ed|ing)?(?: (?:up )?with ${engineer})?(?: (?:for|on|is for|is|in)|:)? `,
  'u',
);

const list = '(?:lists?|tables?|section|zone|page|two|rows?)';
const listed = '(?:listed|named|mentioned|written|matched|covered|shown)';
const places = `(?:here|there|above|below|by (?:either|any|a) list|by \\d(?: (?:or|nor|and) \\d)?|(?:in |on |by )(?:the|this|a|an|either|any|neither|both|one of the|these|those)(?: (?:two|three))? ${list}|(?:in |on )(?:either|any|neither)(?: of (?:them|the (?:two )?lists))?)(?! of )`;
const unlisted = `(?:(?:${listed})(?: ${places})?|${places})`;
const not = "(?:is not|isn't|are not|aren't|is neither|is in neither|'s not|not)";
const files =
  '(?:(?:the |any |all |every |each |a )?(?:[\\p{L}-]+ ){0,2}(?:files?|paths?|folders?|code|places|sql|things?))';
const product =
  '(?:(?:the|this|these|our|both|all|your) )?(?:\\p{L}+ )?(?:repo|repository|code|codebase|monorepo|files?|paths?|projects?|apps?|sites?|websites?|themes?|products?|platforms?|packages?|modules?|folders?|tree|services?|backend|frontend|it|them)';

/** Names only what no list does. "The rest" of anything but code may be the rest of a week. */
const otherwiseSubject = new RegExp(
  `^(?:${[
    `if (?:it|a file|a path|something|your file|the file|your path|the path) ?${not} ${unlisted}`,
    `if (?:it|a file|a path|something|your file|the file|your path|the path) is (?:in|on) neither(?: list| of (?:the|both|these) (?:two )?lists?| of them)?`,
    `(?:what|whatever|that which|anything|everything|all that|files?|paths?)(?: (?:that|which))? (?:is|are|stands?) (?:in|on) neither(?: list| of (?:the|both|these) (?:two )?lists?| of them)?`,
    `(?:if )?not ${unlisted}|(?:in|on) neither(?: list| of (?:the|these) (?:two )?lists)`,
    'unlisted(?: files| paths)?|otherwise(?=[:,])|neither(?= ?\\?)',
    `(?:all |any |every |each )?(?:files? |paths? |code )?outside (?:of )?(?:both|the|these|those|either|any)(?: two)? (?:lists?|zone|tables?)`,
    '(?:whatever|what|anything|everything) (?:is left|remains)(?: over)?',
    `(?:for |in |on )?(?:${files}|what|whatever|that|which|anything|everything|all)(?: (?:that|which))? ?${not} ${unlisted}`,
    `(?:for |in |on )?(?:(?:all|any|every|whatever|what|anything|everything|each|the|something) )*(?:else|other (?:files?|paths?|folders?|code|places|crates?|packages?|modules?|apps?|services?|layers?|libraries|components?|directories|parts of (?:the|this) (?:repo|repository|code|codebase))|(?:the |all the )?(?:rest|remainder|remaining (?:files|paths|code|folders)))(?: (?:of|in) (?:${product}|['\`][^'\`]*['\`])(?![\\p{L}\\p{N}'-])|(?! (?:of|in) (?!pairs?|a pair)))`,
  ].join('|')})(?![\\p{L}\\p{N}'])`,
  'u',
);

/** Words that could come back to what a list opens. */
const backwards =
  /(?<![\p{L}\p{N}])(?:and(?! (?:(?:the |an? )?(?:engineer\w*|developer|product|pm|author|commit|others?)|(?:goes|go|we|ask|pair|do|does|one|expect|note|book|then|is|are|stays)(?![\p{L}])))|but|while|whereas|also|too|as well|likewise|so (?:is|are|do|does)|these|those|(?<!one of )them|above|below|same|(?<!co-author of the )changes?|must(?! be (?:an? |the )?co-?author)|approv\w*|review\w*|before|until|after|unless|except|including|like|such as|first list|both|lists?|zone|section|nobody|nothing|none)(?![\p{L}\p{N}])|;/u;

const pairing = new RegExp(
  `^(?:${[
    'pair(?:ing)? (?:means|=)',
    'pairing(?: sessions?)? (?:is|are|happens?|takes? place)(?: (?:done|always|usually))? (?:booked|scheduled|arranged|organised|over|via|by|in (?:the calendar|person|the office|#)|on (?:site|(?:mon|tues|wednes|thurs|fri)days?)|at|a (?:call|video call|session)|(?:mon|tues|wednes|thurs|fri)days?|two|one)',
    `in (?:a )?pairs?, (?:the |an? )?(?:engineer|developer|pm|two|both|one|they)`,
    'we pair (?:over|via|by|at|in #|in person|on site|remotely)',
    "(?:an? |the )?(?:reviews?|approvals?|calls?|chats?|comments?|messages?)(?: (?:afterwards|in [\\p{L}]+|on [\\p{L}]+|by [\\p{L}]+|alone))? (?:is|are|does|do)(?: not|n't) (?:pairing|pair programming|pair work|a pair|count)",
    '(?:there is )?no pairing (?:by|over|via|in)',
  ].join('|')})(?![\\p{L}])`,
  'u',
);

/** Words by which pairing would be asked for what the lists open. */
const quantifier =
  /(?<![\p{L}])(?:all|any|every\w*|each|required|mandatory|needed|necessary|always|must|above|below|these|those|listed|lists?|zone|section|here|nothing|nobody|none)(?![\p{L}])/u;

const kindOfFile = /(?<![\p{L}])(?:texts?|copy|flags?|docs)(?![\p{L}])/u;
