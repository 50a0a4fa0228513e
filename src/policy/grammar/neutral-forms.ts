/**
 * Whole sentences that open, close and demand nothing, each without its end and in lower case. Whatever a slot holds is closed as far as it
 * can be: free words stand only where they cannot come back to what the lists open, and never at the end of a sentence about PMs.
 */

/** Comparing makes an apostrophe of a backtick. */
const code = "['`][^'`]*['`]";
const place = `(?:${code}|https?://\\S+|#?[\\w@-]*[./][\\w@./#-]+|(?:the|our) (?:[\\p{L}-]+ )?(?:wiki|handbook|intranet|readme|guide|docs|post-mortem|adr|runbook|incident report|playbook))`;
const title = "[\\p{L}\\p{N}'./@#-]+(?: [\\p{L}\\p{N}'./@#-]+){0,7}";
const more =
  '(?:details|the details|background|the background|context|reasons|the reasons|the reasoning|more|an explanation|how (?:it|this) works)';

const notName =
  '(?!(?:first|before|and|or|for|an?|the|your|us|me|them|nobody|engineering|permission|approval|early|always|to|every[\\p{L}]*|all)(?![\\p{L}]))';
const name = `${notName}(?:[#@]?[\\p{L}\\p{N}_/.-]+|${code})(?: \\([\\p{L} -]{2,24}\\))?`;
const names = `${name}(?:(?:,| or| and|, or) ${name}){0,3}`;
const somebodyHelps =
  '(?:somebody|someone|one of us|they|we|she|he) (?:will |can |ll )?(?:finds? (?:an? (?:half )?hour|time|a slot) (?:with|for) you|helps?(?: you)?(?: out)?|gets? back to you|answers?(?: (?:the same day|within (?:a day|an hour|hours)|quickly|soon|fast|right away))?)';
const doubt =
  "(?:(?:any )?questions?|(?:any )?doubts?|unsure|not sure|in doubt|(?:when|if) (?:you have (?:an? |any |more |further )?(?:questions?|doubts?)|in doubt|unsure|you are unsure|you're unsure|you are not sure|you're not sure|it is unclear|anything is unclear|something is unclear|you wonder))";

/** Free words behind "Questions:", but none that could be about more than asking. */
const ofAsking =
  " (?!.*(?<![\\p{L}])(?:no|not|never|nothing|nobody|none|without|before|after|unless|only|first|must|need\\w*|require\\w*|approv\\w*|review\\w*|allow\\w*|permission|leave|sign\\w*|agree\\w*|ship\\w*|touch\\w*|chang\\w*|edit\\w*|merg\\w*|commit\\w*|clos\\w*|lock\\w*|frozen|freez\\w*|reads|sees|looks|owns|holds|decid\\w*|wait\\w*|example\\w*|draft\\w*|demo|pair\\w*|every\\w*|each|all|any|answered)(?![\\p{L}]))[\\p{L}\\p{N} #@.,:'()/&-]{1,140}";

const pms =
  '(?:(?:(?:the|our|all|pilot|a|you|dear|hello|hi) )*(?:pms?|product managers?|product people|product)(?: \\(pms?\\))?)';
const agents =
  '(?:(?:the |coding |ai |their )*agents?(?:,? (?:that|who|which)? ?(?:works?|acts?|working|acting) (?:for|on behalf of) (?:them|a pm|pms|product managers?))?)';
const audience = `(?:${pms}(?:,? (?:and|or)(?: for)? ${agents})?|${agents}|you)(?: \\((?:and (?:for )?)?${agents}\\))?`;
const edit = '(?:touch|edit|change|modify|update|work on|do)';
const alone =
  '(?: (?:on their own|by themselves|alone|without (?:waiting for us|asking(?: us)?|help|an engineer|engineers|pairing)))?';
const here =
  '(?: (?:in|to|of) (?:production code|production|code|(?:this|the|our) (?:repository|repo|codebase|monorepo|project|app|product)))?';
const whatPmsTouch = `(?:(?:which|what)(?: files| paths)? (?:can|may) be (?:touched|edited|changed|modified|updated) by ${pms}|what|which(?: files| paths)?|the (?:files|paths)(?: that| which)?|where) ${pms} (?:can|may)(?:(?:,| and|/) (?:cannot|can not|can't|may not))? ${edit}(?:,? and (?:what|which) (?:they )?(?:cannot|can not|can't|may not)(?: ${edit})?|,? (?:and )?what not)?${alone}${here}${alone}`;
const section = '(?:section|file|page|list|zone|part|chapter|document|policy)';

const role =
  '(?:(?:product|content|ux|ui|course|game|live-ops|service|support|marketing|editorial|community|design) )?(?:designers?|managers?|owners?|producers?|editors?|writers?|authors?|copywriters?|leads?|analysts?|researchers?)';
const roles = `${role}(?:(?:,| and|, and) ${role}){0,3}`;

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|spring|summer|autumn|fall|winter|q[1-4])';
const date = `(?:(?:in|on) )?(?:the )?(?:\\d{4}-\\d\\d(?:-\\d\\d)?|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|(?:\\d{1,2}(?:st|nd|rd|th|\\.)? (?:of )?)?${month}(?: \\d{1,2}(?:st|nd|rd|th)?)?,?(?: \\d{4})?|\\d{4})`;
const somebody =
  "(?!(?:[^ ]+ )*(?:before|after|until|till|from|since|not|no|never|nobody|each|every|only|when|if|once|unless|valid|but|per|within|for)(?: |$))[\\p{L}&'-]+(?: [\\p{L}&'-]+){0,4}";
const done =
  '(?:reviewed|updated|changed|checked|discussed|revised|agreed|edited|touched|written|decided|talked through|gone through)';

const size =
  '(?:very |quite |rather |so |pretty )?(?:wide|large|big|generous|long|short|small|narrow|tiny|little|strict|tight|careful|few|much)';
const tools =
  '(?:ci|codeowners|(?:a|the|our)? ?(?:git |pre-commit |pre-push |commit )?(?:hooks?|bot)|git hooks|pm zone|the pm[ -]zone (?:tool|extension|hooks?)|(?:the )?tooling|tools?)';

const forms: readonly string[] = [
  // Where to read more.
  `(?:(?:for )?${more}(?: (?:is|are|at|in|on))?:? )?(?:please )?(?:see|see also|details in|more in|read more in|explained in|in|read) ${place}(?: for ${more})?`,
  `(?:for )?${more}(?:,|:)? see ${title}|see ${title} for ${more}`,
  // Whom to ask.
  `(?:${doubt}[?,:–-]* )?(?:please )?(?:ask|contact|write to|write in|write|talk to|ping|message|reach|reach out to|call) (?:in |on |to )?${names}(?: (?:in|on|at|or in|or to|or to the|or) (?:channel )?${names})?(?: ${doubt})?(?:, ${somebodyHelps})?`,
  `(?:any |in case of |for |by )?(?:an? )?(?:questions?|doubts?|contacts?|contact persons?|reference persons?|whom? to ask|who knows)(?:(?: ?[?:]| ?→| ?-|,)${ofAsking})?`,
  `(?:should anything be|if anything is) unclear,?${ofAsking}`,
  `(?:ideas|suggestions|feedback|proposals|questions)(?:,? (?:and|or) (?:ideas|suggestions|feedback|questions))? (?:is|are) (?:very |always |most )?welcome(?: (?:in|at|to) ${names})?`,
  // Which list wins.
  `(?:when|where|if) (?:in doubt|both(?: lists)? match|\\d and \\d (?:both )?match|two (?:rows |lists |rules )?match|(?:a|the) (?:path|file) (?:is|stands) (?:in|on) (?:both|two)(?: lists)?)[,:]? (?:take )?(?:the )?(?:stricter|strictest|narrower|second|locked|closed|cannot|can't|forbidden|2)(?: (?:one|list|rule|path|row))?(?: (?:wins|win|takes precedence|holds|applies|counts))?`,
  `the (?:row with the )?(?:stricter|strictest|narrower|longer|longest|locked|forbidden)(?: (?:one|list|rule|path|row))? (?:wins|win|takes precedence|holds|counts)`,
  // What the section is, and for whom.
  `(?:this ${section}|the (?:section|list|lists|zone)(?: below)?) (?:says?|lists|tells|describes|defines|sets out|names|explains|covers|governs) ${whatPmsTouch}`,
  `${whatPmsTouch}|can touch`,
  `(?:${pms}'s? |pm )?(?:permissions|rights|file access)(?: of ${pms})?${here}|what is (?:allowed|open) (?:for|to) ${pms}(?:,? (?:sorted|listed|grouped) by (?:area|module|folder|feature|path|kind))?`,
  `by area|(?:(?:it is |they are |we )?(?:sorted|written|grouped|split|divided?|listed|ordered)|${whatPmsTouch},?(?: sorted| listed)?) (?:by|per|for|along) (?:types? of files?|area|areas|module|folder|path|feature|product|kind)s?`,
  `(?:this ${section}|it) (?:governs|is about|covers|concerns) (?:the )?(?:changes|edits) (?:made )?by ${pms} (?:to|in) (?:productive|production|the|our) (?:code|product|repository)`,
  `(?:right|so|ok),? here'?s (?:the|our) (?:arrangement|deal|agreement)|the following is what we(?: have|'ve)? agreed(?: between us| upon| on)?|hence|the rules|nevertheless the rules are the following`,
  'status: (?:in force|active|valid)|(?:the )?(?:key ?words|normative words)(?: are)?(?: to be read)? (?:as in|per|according to|as defined in) (?:rfc|bcp) ?\\d+',
  `(?:the )?column "?pms?"? (?:has|holds|knows)(?: the)? values?:? (?:(?:yes|no|pair|(?:only )?with (?:an )?engineer|alone|never|locked)(?:, (?:and |or )?| and | or |$)){1,6}`,
  `the key words [\\p{L}", ]{5,60} (?:in this ${section} )?are to be interpreted as described in (?:rfc|bcp) ?\\d+(?:(?:[ /,]| and )+(?:rfc|bcp) ?\\d+)*`,
  `(?:please )?read this(?: ${section})?(?: (?:first|carefully))? before you (?:start|begin|(?:change|touch|edit) (?:anything|something)|let an agent (?:change|touch|edit) (?:anything|something))`,
  `(?:this is|here is|below is) what (?:${pms}|they|you) (?:can|may) ${edit}${alone}${here}${alone}`,
  `(?:(?:the )?(?:rules|notes?|guidance|boundaries|guardrails|instructions|reminders?|agreements?|file access) )?for (?:${audience}|non-engineers)(?: who (?:work|change code|edit code)(?: (?:via|with|through) (?:claude(?: code)?|cursor|copilot|agents))?)?|notes?`,
  `(?:dear |hi |hello |hey )?(?:${pms}|producers|all|everyone|team|folks)(?:,? (?:this (?:${section} )?is for you|welcome|hello|hi))?|welcome(?:,? ${pms})?|that's (?:all|it)|that is all`,
  `what ${pms} (?:do|does|change|write) here: (?:documentation|docs|copy|texts|content|words)`,
  `(?:two|three|four|five|\\d) (?:groups|kinds|lists|colours|levels|parts|cases|categories|zones)`,
  // How PMs live with it: that they do, not what they do.
  `${pms}(?: (?:sometimes|often|regularly|occasionally|also|now))? (?:write|contribute|ship|edit|change|touch) (?:code|production code|changes|pull requests|prs|to (?:this|the) (?:repo|repository|codebase))(?: (?:now and then|from time to time|sometimes|every so often|occasionally|regularly|too|with (?:claude(?: code)?|cursor|copilot|agents|coding agents)))?${here}`,
  `${pms} (?:can|may|do|like to)? ?(?:use|work with) (?:claude(?: code)?|cursor|copilot|(?:coding )?agents)${here}`,
  `(?:coding |ai )*agents?(?: (?:working|acting|that work|who work|that act) for (?:a pm|pms|them|product managers?))? (?:follow|obey|respect|keep to|stick to|read) (?:this section|(?:these|the|both|those) (?:lists|rules))(?: (?:literally|strictly|to the letter|as written|word for word|exactly|too))?`,
  `(?:agents?[:,] )?(?:please )?(?:refuse|decline|reject) (?:all |any )?(?:edits|changes|requests) (?:below|in|into|to|under|for) (?:the |any |a )?(?:locked|closed|forbidden) (?:folders?|paths?|files?|lists?)`,
  // Who is who.
  `${roles} count as (?:pms?|product managers?)(?: (?:here|too|as well|in this repo(?:sitory)?))?|${pms} and ${roles} have the same rights|(?:in this ${section},? )?"?pms?"? (?:here )?(?:means|is short for|stands for|=|here =|here means) (?:an? )?(?:product managers?(?: of any (?:business unit|team))?|${roles})`,
  // Change history, and how the section itself changes.
  `(?:this ${section} was |the lists? (?:was|were) |it was )?(?:last|first) ${done}(?: (?:with|by) ${somebody}?)??,?(?: ${date}|: ${date})`,
  `(?:agreed|discussed|written|decided|talked through) (?:with|by) ${somebody} ${date}`,
  `(?:changes?|additions|edits) (?:to|of) this (?:section|document|page|policy)(?: itself)? (?:needs?|requires?|goe?s? through|(?:is|are) (?:made|approved|reviewed|agreed) (?:by|with)) [\\p{L}\\p{N} @#'-]{1,60}`,
  `why so ${size}`,
  `(?:the (?:zone|list)|this list|it) is (?:therefore )?${size},? (?:on purpose|deliberately|for a reason)|(?:very )?(?:little|few(?: things| files)?) (?:is|are) open,? on purpose|for this (?:reason )?the (?:zone|list) is ${size}`,
  "(?:hi|hello|hey|dear)(?: there)?,? (?:(?:dear|product|pm|our) ){0,2}(?:friends|people|folks|team|pms|colleagues|producers)|have fun|enjoy|go wild(?: here)?|we (?:don't|won't|shan't) bite|thanks|thank you(?: for reading)?|happy (?:editing|writing|shipping)",
  `${pms} (?:can|may) (?:always |of course )*(?:propose|suggest) (?:an? |any |other )?(?:changes?|edits?)(?: (?:by|as a|with a|in a) (?:pull request|pr|issue|ticket))?`,
  `what (?:can|may) ${pms} (?:do|touch|change|edit)${here}|what (?:can|may) ${pms} (?:do|touch|change|edit) here|one row per (?:kind of )?(?:file|path|area|folder|module)s?`,
  `(?:they|pms|product managers) (?:must not|may not|cannot|can not) (?:change|touch|edit) what is (?:enumerated|listed|named) under "pms (?:cannot|can't|may not|must not) touch"`,
  "(?:in (?:case of )?doubt|when in doubt|if in doubt)[,:]? (?:do not|don't|never) guess[,;:]?(?: but)? (?:only |just |please )?ask",
  `(?:legend|key|signs): (?:(?:[✅✔🟢]\ufe0f?(?: ?[=:-])? (?:${pms} )?(?:alone|yes|free|freely|on their own|can touch|may touch|editable)|[🤝👥🟡]\ufe0f?(?: ?[=:-])? (?:${pms} )?(?:with (?:an )?engineer|pair|together|in pairs?)|[⛔❌🚫🔴🔒]\ufe0f?(?: ?[=:-])? (?:never|no|locked|cannot touch|engineers? only|engineering|not for pms))(?: ?[·,;|/]| and|,? and)? ?){1,4}`,
  'no (?:further |other |special |extra )?conditions(?: apply)?|no strings attached',
  `(?:(?:most|nearly all|much|half) of this|this|the) (?:repository|repo|codebase|project) (?:is|holds) (?:mostly |mainly )?(?:texts?|copy|content|documentation|code|infrastructure|data|shared|old|large),? (?:so|hence|therefore|and so) (?:the (?:zone|lists?) (?:is|are) ${size}|an? ${size} (?:zone|list))`,
  // How the lists are written and held.
  `(?:all )?(?:the )?(?:paths|globs|patterns)(?: (?:here|below|above))? (?:are|start|begin)(?: (?:given|written|read))? (?:relative to|from|at) (?:the )?(?:root|top|repo(?:sitory)? root)(?: of (?:the|this) (?:repo|repository))?`,
  `(?:the|these|both|all) (?:lists?|rules?|boundaries|globs) (?:are|is) (?:also )?(?:enforced|checked|read|verified|tested) (?:by|in|with) ${tools}`,
];

/** Whether a sentence in lower case, without its end, is one of these. */
export function isNeutralForm(words: string): boolean {
  return neutral.some((form) => form.test(words));
}

const neutral = forms.map((form) => new RegExp(`^(?:${form})$`, 'u'));
