/**
 * What holds for what no list names, and what pairing means. Both are about changes that the lists do not open, so whatever such a sentence
 * demands, it demands of something that is closed in any case, unless it comes back to what is open.
 */
export function isOtherwise(words: string): boolean {
  return (
    words.length < 160 && [harmlessEnd, pairFor, doneWith, leaving].some((end) => isSaidOfRest(words.replace(end, '')))
  );
}

/** "If you do not find a file here, do not change it." */
const leaving = /, (?:please )?(?:do not|don't|never) (?:change|touch|edit) it$/u;

/** "The rest they change with Ina or Bo." */
const doneWith =
  /,? (?:they|you|pms|product managers) (?:(?:can|may) )?(?:change|edit|touch|do) (?:only )?(?:together )?with (?:(?:an? |the |one of )?(?!(?:care|caution|tests?|permission|approval|a ticket)(?![\p{L}]))[\p{L}-]{2,20}(?: [\p{L}-]{2,20})?)(?: or [\p{L}-]{2,20})?$/u;

/** "…, we don't bite" and the like behind what holds for the rest. */
const harmlessEnd =
  / (?:for|about) (?:these|those|them)$|[;,:] (?:we (?:don't|won't|shan't|do not|will not) bite|it's fun|don't be shy|come over and we do it together|thanks|thank you|please)$/u;

function isSaidOfRest(words: string): boolean {
  const [subject] = otherwiseSubject.exec(words) ?? [];
  // A full stop within the words: what follows is a sentence of its own, though it begins with no capital letter.
  return (
    subject !== undefined &&
    !backwards.test(words.slice(subject.length)) &&
    !/[.!?]\s/u.test(words.slice(subject.length))
  );
}

/** "Not listed?", "In neither list?", "Neither?": a question after what no list names. */
export function isOtherwiseQuestion(words: string): boolean {
  const asked = words.replace(/^[^\p{L}]+/u, '');
  const [subject] = otherwiseSubject.exec(`${asked}?`) ?? [];
  return subject?.length === asked.length;
}

/** What such a question is answered with: who is asked, or how it is done together. */
export function isOfRest(words: string): boolean {
  return !backwards.test(words.replace(/^(?:the )?same as /u, '')) && answer.test(words);
}

/** "Questions?", "Stuck?", "In doubt?" */
export function isQuestionOfHelp(words: string): boolean {
  return /^(?:(?:any |more )?(?:questions?|doubts?|ideas?)|stuck|lost|unsure|not sure|in doubt|need (?:a hand|help))$/u.test(
    words,
  );
}

/** "Want more in here?", "New to git?": only what says where to ask for it, or to read, answers it. */
export function isQuestionOfMore(words: string): boolean {
  return /^(?:new (?:here|to git|to this)|first time(?: here)?|(?:do you )?(?:feel(?:ing)?|think) (?:like |that )?(?:something|a path|a file) is missing|(?:is )?(?:something|anything|a path|a file) missing(?: (?:in )?here| (?:on|in|from) (?:this|the) list)?|(?:want|need|miss|missing) (?:more|something|anything|a path|a file)(?: (?:in )?here| (?:on|in) (?:this|the) list)?(?: (?:opened|open|added))?)$/u.test(
    words,
  );
}

/** Only says once more that the sentence before is meant: "No exceptions for small changes, please.", "Also small things. Really." */
export function isEmphasis(words: string): boolean {
  return /^(?:no exceptions(?: for (?:"?(?:small|tiny|urgent|quick)"? )?(?:changes|things|fixes))?,?(?: please)?|(?:also|even) (?:the )?(?:small|tiny|quick) (?:things|changes|fixes|ones)|really|seriously|always|we don't bite|we won't bite)$/u.test(
    words,
  );
}

/** Goes on about what pairing means, right behind a sentence on it. */
export function isAboutPairing(words: string): boolean {
  return !quantifier.test(words) && !kindOfFile.test(words) && onPairing.test(words);
}

/** Whether a sentence says no more than that something is done with an engineer: under a heading it is said of what stands there. */
export function isPlainlyTogether(words: string): boolean {
  return together.test(words);
}

const together =
  /^(?:(?:only )?(?:together )?with (?:an?|the) (?:\p{L}+ )?(?:engineer|developer)|(?:only )?in (?:a )?pairs?(?: with (?:an?|the) (?:engineer|developer))?|pair(?: only)?)[.!]$/u;

/** Whether a heading speaks of pairing or of what no list names; what stands under it says nothing of what one opens. */
export function isOtherwiseHeading(words: string): boolean {
  const [subject] = otherwiseSubject.exec(words) ?? [];
  return (subject !== undefined && /^[\s.!?:]*$/u.test(words.slice(subject.length))) || pairHeading.test(words);
}

const pairHeading =
  /^(?:(?:pair(?:ing)?|pair (?:up|programming|zone|work)|in (?:a )?pairs?)(?: (?:with )?(?:an )?engineer)?|otherwise|(?:only )?(?:together )?with an engineer|how (?:we pair|to pair|pairing works))[\s.!?:]*$/u;

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
  `^(?:(?:we )?(?:are happy to )?pair(?:s|ed|ing)?(?: (?:up )?with ${engineer})?(?: (?:for|on|is for|is|in)|:)?|(?:the |a )?(?:pms?|product managers?) needs? ${engineer} for) `,
  'u',
);

const list = '(?:lists?|tables?|section|zone|page|two|rows?)';
const listed = '(?:listed|named|mentioned|written|matched|covered|shown|ticked|marked)';
const places = `(?:(?:in )?here|there|in it|on it|in them|above|below|by (?:either|any|a) list|by \\d(?: (?:or|nor|and) \\d)?|(?:in |on |by )(?:the|this|a|an|either|any|neither|both|one of the|these|those)(?: (?:two|three|first|upper))? ${list}|(?:in |on )(?:either|any|neither)(?: of (?:them|the (?:two )?lists))?)(?! of )`;
const unlisted = `(?:(?:${listed})(?: ${places}| anywhere| at all)?|${places})`;
const not = "(?:is not|isn't|are not|aren't|is neither|is in neither|'s not|not)";
const files =
  '(?:(?:the |any |all |every |each |a )?(?:[\\p{L}-]+ ){0,2}(?:files?|paths?|folders?|code|places|sql|things?))';
const product =
  '(?:(?:the|this|these|our|both|all|your) )?(?:\\p{L}+ )?(?:repo|repository|code|codebase|monorepo|files?|paths?|projects?|apps?|sites?|websites?|themes?|products?|platforms?|packages?|modules?|folders?|tree|services?|backend|frontend|it|them)';

/** Names only what no list does. "The rest" of anything but code may be the rest of a week. */
const otherwiseSubject = new RegExp(
  `^(?:${[
    `if (?:it|a file|a path|something|your file|the file|your path|the path) ?${not} ${unlisted}`,
    `(?!(?:these|those|both|all|the)(?![\\p{L}]))(?:[\\p{L}-]+ ){1,3}(?:is|are) (?:not|neither) (?:on|in) (?:either|any)(?: of the)? lists?(?: on purpose)?`,
    `(?:if|when) (?:it|a file|a path|something|your file|the file|your path|the path) is (?:in|on) neither(?: list| of (?:the|both|these) (?:two )?lists?| of them)?`,
    `(?:what|whatever|that which|anything|everything|all that|files?|paths?)(?: (?:that|which))? (?:is|are|stands?) (?:in|on) neither(?: list| of (?:the|both|these) (?:two )?lists?| of them)?`,
    `(?:if )?not ${unlisted}|(?:in|on) neither(?: list| of (?:the|these) (?:two )?lists)`,
    '(?:if|when) (?:an?|the|your) (?:request|task|change|wish) (?:needs?|requires?|would need|touches|would touch) (?:an? |any )?(?:locked|closed|forbidden|unlisted) (?:files?|paths?|folders?)',
    'unlisted(?: files| paths)?|otherwise(?=[:,])|neither(?= ?\\?)',
    `(?:for )?(?:(?:all|any|every|each|anything|everything) )?(?:files? |paths? |code )?(?:outside|beyond) (?:of )?(?:both|the|this|these|those|either|any)(?: two)? (?:lists?|zone|tables?|paths|folders)`,
    '(?:an?|any|all|every) (?:paths?|files?|folders?)(?: (?:that|which))? (?:is|are|stands?) (?:on|in) no list|(?:for )?(?:(?:any |all )?other changes|(?:any|all|the) other things)(?! (?:of|in|to|on|under|with|from) )',
    '(?:any |all )?further (?:files|paths|folders)|for anything else(?=,? (?:do )?(?:pop|come|drop))',
    '(?:if (?:you|a pm|pms) (?:want|wants|need|needs|like|wish) to|to) (?:change|touch|edit) (?:something|anything) (?:else|other)|if (?:your|a|the) change is about (?:something|anything) else|if (?:you|a pm|pms) (?:asks?|needs?|wants?)(?: (?:you|us|an agent) for)? (?:something|anything) (?:else|beyond (?:this|this list|these lists|the lists?))',
    '(?:whatever|what|anything|everything) (?:is left|remains)(?: over)?',
    '(?:whatever|what|anything|everything|all)(?: that)?(?: is| lies| sits| falls)? in between(?: (?:them|the (?:two )?lists))?',
    '(?:whatever|what|anything|everything|files?|a file)(?: that| which)? (?:has|have|got) no (?:colou?r|mark|sign|tick|row|entry|emoji)',
    `if you (?:do not|don't|cannot|can't) find (?:your|the|a|it|this) ?(?:files?|paths?|folder)?(?: ${places})?`,
    `(?:for |in |on )?(?:${files}|what|whatever|that|which|anything|everything|all)(?: (?:that|which))? ?${not} ${unlisted}`,
    `(?:for |in |on )?(?:(?:all|any|every|whatever|what|anything|everything|each|the|something) )*(?:else|other (?:files?|paths?|folders?|code|places|crates?|packages?|modules?|apps?|services?|layers?|libraries|components?|directories|parts of (?:the|this) (?:repo|repository|code|codebase))|(?:the |all the )?(?:rest|remainder|remaining (?:files|paths|code|folders)))(?: (?:of|in) (?:${product}|['\`][^'\`]*['\`])(?![\\p{L}\\p{N}'-])|(?! (?:of|in) (?!pairs?|a pair)))(?:,? and (?:in )?other (?:people|pms)'s? folders,?)?`,
  ].join('|')})(?![\\p{L}\\p{N}'])`,
  'u',
);

/** Words that could come back to what a list opens. */
const backwards =
  /(?<![\p{L}\p{N}])(?:and(?! (?:(?:the |an? )?(?:engineer\w*|developer|product|pm|author|commit|others?)|(?:goes|go|we|ask|pair|do|does|one|expect|note|book|then|is|are|stays|stop)(?![\p{L}])))|but|while|whereas|also|too|as well|likewise|so (?:is|are|do|does)|these|those|(?<!one of )them|above|below|same|(?<!co-author of the )changes?|must(?! be (?:an? |the )?co-?author| go through (?:an? |the )?(?:engineer|developer))|approv\w*|review\w*|before(?!$)|until|after|unless|except|including|like|such as|first list|both(?! of us(?![\p{L}]))|lists?|listed|if it is|everything(?! else)|all of it|zone|section|nobody|nothing|none)(?![\p{L}\p{N}])|;/u;

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

const answer = new RegExp(
  `^(?:then |please |so )*(?:pair(?: up)?|(?:the )?same as [^\\p{L}\\p{N}]{1,3}|[^\\p{L}\\p{N}]{1,3} it is|(?:it is|it's|that is|that's) (?:pair(?:ing)?|pair work)|(?:ask|call|grab|ping|find|fetch) (?:an? |one |somebody |someone )?(?:of us|engineers?|developers?|maintainers?)|(?:together )?with ${engineer}|treat (?:it|them|this) as (?:a )?(?:pair|pairing|pair work)|come over|talk to us)(?: (?:with|in|on|from|of|over|at) [\\p{L}\\p{N}@#._() -]{1,60})?$`,
  'u',
);

const onPairing =
  /^(?:(?:we|you|they) (?:then |both )?(?:do (?:it|that|this)|sit|share|meet)|(?:then )?we (?:do|sit) |both (?:names|sign|people)|(?:two|one) keyboards?|a (?:pm|product manager) (?:finds|books|asks for) a (?:partner|pair|slot)|come over|one drives|ask (?!(?:for|us)(?![\p{L}]))@?[\p{L}-]+ first$)(?![\p{L}])/u;

/** Words by which pairing would be asked for what the lists open. */
const quantifier =
  /(?<![\p{L}])(?:all|any|every\w*|each|required|mandatory|needed|necessary|always|must|above|below|these|those|listed|lists?|zone|section|here|nothing|nobody|none)(?![\p{L}])/u;

const kindOfFile = /(?<![\p{L}])(?:texts?|copy|flags?|docs)(?![\p{L}])/u;
