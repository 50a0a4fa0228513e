import {
  alone,
  audience,
  date,
  done,
  doubt,
  edit,
  here,
  legend,
  more,
  name,
  names,
  place,
  plainly,
  pms,
  roles,
  section,
  size,
  somebody,
  somebodyHelps,
  title,
  tools,
  wanted,
  whatPmsTouch,
} from './neutral-slots.js';
import { listRemarks } from './list-remarks.js';
import { sectionRemarks } from './section-remarks.js';
import { toldRemarks } from './told-remarks.js';

/**
 * Whole sentences that open, close and demand nothing, each without its end and in lower case. Whatever a slot holds is closed as far as it
 * can be: free words stand only where they cannot come back to what the lists open, and never at the end of a sentence about PMs.
 */

const forms: readonly string[] = [
  // Where to read more.
  `(?:(?:for )?${more}(?: (?:is|are|at|in|on))?:? )?(?:please )?(?:see|see also|details in|more in|read more in|explained in|in|read) ${place}(?: for ${more})?`,
  `(?:for )?${more}(?:,|:)? see ${title}|see ${title} for ${more}`,
  // Whom to ask.
  `(?:${doubt}[?,:–-]* )?(?:please )?(?:ask|contact|write to|write in|write|talk to|ping|message|reach|reach out to|call|drop (?:us )?a (?:line|note|message)) (?:in |on |to )?${names}(?: (?:in|on|at|or in|or to|or to the|or) (?:channel )?${names})?(?: (?:on|of|from) the \\p{L}+ team)?(?: ${doubt})?(?:, ${somebodyHelps})?`,
  `${doubt}[?,:–-]* (?:please )?(?:ask|write to|write in|talk to|ping|message|call) (?:in |on |to )?${names}(?: (?:first|before you (?:start|begin|change (?:it|anything|something))))?`,
  `(?:ideas|suggestions|feedback|proposals|questions)(?:,? (?:and|or) (?:ideas|suggestions|feedback|questions))? (?:is|are) (?:very |always |most )?welcome(?: (?:in|at|to) ${names})?`,
  // Which list wins.
  `(?:when|where|if) (?:in doubt|both(?: lists)? match|\\d and \\d (?:both )?match|two (?:rows |lists |rules )?match|(?:a|the) (?:path|file) (?:is|stands) (?:in|on) (?:both|two)(?: lists)?)[,:]? (?:take )?(?:the )?(?:stricter|strictest|narrower|second|locked|closed|cannot|can't|forbidden|2)(?: (?:one|list|rule|path|row))?(?: (?:wins|win|takes precedence|holds|applies|counts))?`,
  `the (?:row with the )?(?:stricter|strictest|narrower|longer|longest|locked|forbidden)(?: (?:one|list|rule|path|row))? (?:wins|win|takes precedence|holds|counts)`,
  // What the section is, and for whom.
  `(?:this ${section}|the (?:section|list|lists|zone)(?: below)?) (?:says?|lists|tells|describes|defines|sets out|names|explains|covers|governs) ${whatPmsTouch}`,
  `here (?:${pms}|you) (?:find|finds|see|sees|read|reads) ${whatPmsTouch}|${whatPmsTouch}|here,? we (?:say|list|write down|define|describe|set out|state|precise|specify|note) ${whatPmsTouch}`,
  `(?:${pms}'s? |pm )?(?:permissions|rights|file access)(?: of ${pms})?${here}`,
  `(?:(?:it is |they are |we )?(?:sorted|written|grouped|split|divided?|listed|ordered)|${whatPmsTouch},?(?: sorted| listed)?) (?:by|per|for|along) (?:types? of files?|area|areas|module|folder|path|feature|product|kind)s?`,
  `(?:this ${section}|it) (?:governs|is about|covers|concerns) (?:the )?(?:changes|edits) (?:made )?by ${pms} (?:to|in) (?:productive|production|the|our) (?:code|product|repository)`,
  `(?:right|so|ok),? here'?s (?:the|our) (?:arrangement|deal|agreement)|the following is what we(?: have|'ve)? agreed(?: between us| upon| on)?|hence`,
  `status: (?:in force|active|valid|in use|live)(?: since ${date})?|(?:the )?(?:key ?words|normative words)(?: are)?(?: to be read)? (?:as in|per|according to|as defined in) (?:rfc|bcp) ?\\d+`,
  `(?:the )?column "?pms?"? (?:has|holds|knows)(?: the)? values?:? (?:(?:yes|no|pair|(?:only )?with (?:an )?engineer|alone|never|locked)(?:, (?:and |or )?| and | or |$)){1,6}`,
  `the key words [\\p{L}", ]{5,60} (?:in this ${section} )?are to be interpreted as described in (?:rfc|bcp) ?\\d+(?:(?:[ /,]| and )+(?:rfc|bcp) ?\\d+)*`,
  `(?:please )?read this(?: ${section})?(?: (?:first|carefully))? before you (?:start|begin|(?:change|touch|edit) (?:anything|something)|let an agent (?:change|touch|edit) (?:anything|something))`,
  `(?:this is|here is|here's|below is) what (?:${pms}|they|you) (?:can|may) ${edit}${alone}${here}${alone}`,
  `(?:(?:the )?(?:rules|notes?|guidance|boundaries|guardrails|instructions|reminders?|agreements?|file access) )?for (?:${audience}|non-engineers)(?: who (?:work|change code|edit code)(?: (?:via|with|through) (?:claude(?: code)?|cursor|copilot|agents))?)?|notes?`,
  `(?:dear |hi |hello |hey )?(?:${pms}|producers|all|everyone|team|folks)(?:,? (?:this (?:${section} )?is for you|welcome|hello|hi))?`,
  `what ${pms} (?:do|does|change|write) here: (?:documentation|docs|copy|texts|content|words)`,
  `(?:two|three|four|five|\\d) (?:groups|kinds|lists|colours|levels|parts|cases|categories|zones)`,
  // How PMs live with it: that they do, not what they do.
  `${pms}(?: (?:sometimes|often|regularly|occasionally|also|now))? (?:write|contribute|ship|edit|change|touch) (?:code|production code|changes|pull requests|prs|to (?:this|the) (?:repo|repository|codebase))(?: (?:now and then|from time to time|sometimes|every so often|occasionally|regularly|too|with (?:claude(?: code)?|cursor|copilot|agents|coding agents)))?${here}`,
  `${pms} (?:can|may|do|like to)? ?(?:use|work with) (?:claude(?: code)?|cursor|copilot|(?:coding )?agents)${here}`,
  `(?:coding |ai )*agents?(?: (?:working|acting|that work|who work|that act) for (?:a pm|pms|them|product managers?))? (?:follow|obey|respect|keep to|stick to|read) (?:this section|(?:these|the|both|those) (?:lists|rules))(?: (?:literally|strictly|to the letter|as written|word for word|exactly|too))?`,
  `(?:agents?[:,] )?(?:please )?(?:refuse|decline|reject) (?:all |any )?(?:edits|changes|requests) (?:below|in|into|to|under|for) (?:the |any |a )?(?:locked|closed|forbidden) (?:folders?|paths?|files?|lists?)`,
  'engineers?: (?:skip|ignore|read on)(?: this(?: section)?)?',
  // Who is who.
  `(?:in (?:our|this) (?:team|company|house|repo),? )?(?:the |our )?product managers (?:are|come from) [\\p{L} ]{2,30}, so they (?:know|read|speak|understand) [\\p{L}, ]{2,30}`,
  `${roles} count as (?:pms?|product managers?)(?: (?:here|too|as well|in this repo(?:sitory)?))?|${pms} and ${roles} have the same rights|(?:in this ${section},? )?"?pms?"? (?:here )?(?:means|is short for|stands for|=|here =|here means) (?:an? )?(?:product managers?(?: of any (?:business unit|team))?|${roles}|(?:live-ops|design|content) and product)`,
  // Change history, and how the section itself changes.
  `(?:this ${section} was |the lists? (?:was|were) |it was )?(?:last|first) ${done}(?: (?:with|by) ${somebody}?)??,?(?: ${date}|: ${date})`,
  `(?:agreed|discussed|written|decided|talked through) (?:with|by) ${somebody} ${date}`,
  `(?:changes?|additions|edits) (?:to|of) this (?:section|document|page|policy)(?: itself)? (?:needs?|requires?|goe?s? through|(?:is|are) (?:made|approved|reviewed|agreed) (?:by|with)) [\\p{L}\\p{N} @#'-]{1,60}`,
  `why so ${size}`,
  `(?:very )?(?:little|few(?: things| files)?) (?:is|are) open,? on purpose|for this (?:reason )?the (?:zone|list) is ${size}`,
  `${pms} (?:can|may) (?:always |of course )*(?:propose|suggest) (?:an? |any |other )?(?:changes?|edits?)(?: (?:by|as a|with a|in a) (?:pull request|pr|issue|ticket))?`,
  `what (?:can|may) ${pms} (?:do|touch|change|edit) here`,
  `(?:they|pms|product managers) (?:must not|may not|cannot|can not) (?:change|touch|edit) what is (?:enumerated|listed|named) under "pms (?:cannot|can't|may not|must not) touch"`,
  "(?:in (?:case of )?doubt|when in doubt|if in doubt)[,:]? (?:do not|don't|never) guess[,;:]?(?: but)? (?:only |just |please )?ask",
  'no (?:further |other |special |extra )?conditions(?: apply)?',
  `(?:this|the|our) (?:repository|repo|codebase|project|service|system|app) (?:can|may|could)${plainly}, (?:so|hence|therefore|and so) (?:the (?:zone|lists?) (?:is|are) ${size}|an? ${size} (?:zone|list))`,
  `(?:(?:most|nearly all|much|half) of this|this|the) (?:repository|repo|codebase|project) (?:is|holds) (?:mostly |mainly )?(?:texts?|copy|content|documentation|code|infrastructure|data|shared|old|large),? (?:so|hence|therefore|and so) (?:the (?:zone|lists?) (?:is|are) ${size}|an? ${size} (?:zone|list))`,
  // Why there is a zone: so that nobody waits.
  `(?:we (?:want|hope|wish|would like|like)(?: that)?|we are (?:very |rather |quite )?keen that|the (?:idea|aim|goal|point|purpose)(?: (?:of (?:this|the zone|the section)|here))? is that|this (?:is here|is|exists) so that|(?:all )?so that) ${wanted}`,
  `(?:(?:${legend})(?:$|[,;.]? (?:and )?(?=["a-z]))){1,4}`,
  // How the section itself changes.
  `(?:(?:opening|closing) an? (?:path|glob|folder|list)(?: here)?|(?:adding|removing|changing) an? (?:glob|list)(?: here)?|(?:opening|adding|closing|removing|changing) an? (?:path|glob|row|entry|list|folder) (?:in this section|to a list|to the lists)) (?:is|needs|takes|requires) (?:an? )?(?:decision|agreement|approval|pull request|yes|ok|word)s? (?:of|by|from) [\\p{L} ]{1,40}`,
  `(?:please )?(?:talk to|ask|check with|speak to|write to) ${names} before you (?:(?:extend|widen|change|edit|open|shorten|touch) (?:this (?:lists?|section|table|zone)|(?:the|one of the) (?:lists?|zone))|(?:extend|widen|shorten) (?:a|the|any) (?:list|section|zone))`,
  `(?:${doubt}[,:]? )?(?:please )?ask ${names}[;,] if ${name} (?:is|are) (?:away|out|off|busy|ill|sick|on (?:holiday|leave|vacation|the (?:field|road|phone|train))|in a meeting|not (?:there|in|around))(?:,)? (?:ask|then|try|call) ${names}`,
  // How the lists are written and held.
  `(?:all )?(?:the )?(?:paths|globs|patterns)(?: (?:here|below|above))? (?:are|start|begin)(?: (?:given|written|read))? (?:relative to|from|at) (?:the )?(?:root|top|repo(?:sitory)? root)(?: of (?:the|this) (?:repo|repository))?`,
  `(?:the|these|this|both|all) (?:lists?|tables?|section|zone|rules?|boundaries|globs) (?:are|is) (?:also )?(?:enforced|checked|read|verified|tested) (?:by|in|with) ${tools}(?: (?:by|with) '[^']*')?`,
];

/** Whether a sentence in lower case, without its end, is one of these. */
export function isNeutralForm(words: string): boolean {
  return neutral.some((form) => form.test(words));
}

const neutral = [...forms, ...listRemarks, ...sectionRemarks, ...toldRemarks].map(
  (form) => new RegExp(`^(?:${form})$`, 'u'),
);
