import { alone, date, names, place, plainly, pms, title } from './neutral-slots.js';

const agents =
  "(?:(?:any|all|the|their|every) )*(?:coding |ai )?agents?(?: (?:that |which )?(?:(?:act|work|acts|works|acting|working) (?:for (?:them|a pm|pms|product managers)|on (?:their|a pm's) behalf)|they (?:use|work with)))?";
const lists = '(?:this list|these lists|the lists?|both lists|this section|these rules|the rules|this zone|the zone)';
const texts =
  '(?:plain |just |only |all |simple |static )*(?:texts?|words|content|copy|pictures|images|documentation|docs|markdown|text files|static files)(?: (?:and|or) (?:texts?|words|content|copy|pictures|images|documentation|docs))?(?: only)?';
const these =
  '(?:these|they|all of these|these (?:files|folders|paths)|(?:all )?the (?:files|folders|paths) (?:below|above|in the first list))';

/**
 * Whole sentences on what the lists are and how they are read: for whom and which agents they hold, which rule wins, what a glob covers, whether the
 * list is complete, where to read more, why PMs ship. Each in lower case and without its end, as the source of a regular expression.
 */
export const listRemarks: readonly string[] = [
  // For whom they hold.
  `${lists} (?:apply|applies|hold|holds|count|counts) (?:to|for) ${pms}(?:,? and (?:to |for )?${agents})?|${lists} (?:apply|applies|hold|holds) whether ${pms} (?:edits?|changes?|works?)(?: files)? by hand or (?:through|with|via) an agent`,
  `(?:if|when) (?:the person (?:that |who |whom )?you (?:work|act) for|the person you help|your user|the user) is (?:a|one of (?:our|the)) (?:pms?|product managers?)(?: \\(see ${place}\\))?,? (?:these|the following|the) (?:rules|lists) (?:apply|hold|count)(?: (?:on top|too|as well|in addition))?`,
  `the same (?:goes|holds|applies|is true|counts|rules (?:hold|apply|count)) (?:for|to) ${agents}|${agents} (?:have|has) the same rights(?: as (?:the|a|their) pm)?`,
  `(?:agents: )?(?:the lists(?: below)?|these rules|both lists) are binding(?: for you)?(?: too)?|read (?:this|the lists|these lists|both lists) (?:literally|to the letter|word for word)`,
  // Which rule wins.
  '(?:the )?(?:most specific|last matching|longest matching|strictest|stricter|forbidden|forbidding|locked|cannot)(?: (?:rule|list|path|glob|match|one|entry))?(?: always)? (?:wins|holds|counts|applies|takes precedence|beats the other)',
  '(?:forbidden|locked|closed) (?:paths|rules|globs) (?:always )?win(?: over (?:allowed|open) (?:ones|paths|rules|globs))?|where both apply,? (?:the )?(?:cannot|stricter)(?: one| list)? wins|"?(?:cannot|can\'t|never)"? (?:beats|wins over|overrules|trumps) "?can"?',
  '(?:when|if|where) (?:two|the|both) (?:rules|lists|globs|paths) (?:conflict|overlap|disagree|contradict(?: each other)?),? (?:the )?(?:stricter|strictest|second|forbidding)(?: one| rule| list)? (?:wins|applies|holds|counts)',
  '(?:(?:if|when|where|in case of) )?(?:in )?doubt,? (?:it|a path|a file|something|anything|everything) (?:is|stays|counts as) (?:closed|locked|off limits|not open)',
  // How globs are read.
  "(?:a|each|every) (?:folder|path) (?:includes|covers|means|stands for) (?:everything|all that is) (?:below|in|under) it|(?:globs|paths|folders) include (?:their )?subfolders|'?\\*\\*'? (?:matches|means|stands for) (?:any number of folders|everything below|all folders below|any depth)",
  // What is listed.
  `${these} (?:are|hold|contain|only hold|only contain|is) ${texts}|${these} (?:contain|hold|have) no (?:logic|code|program)|(?:everything|all) in these (?:folders|files) is (?:static|text|plain text|content)`,
  `(?:${these}|each of these) (?:is|are) (?:all )?safe to (?:change|touch|edit)|here,? ${pms} are at home|the (?:first|upper|green) list is (?:yours|free|open|for you)`,
  "(?:don't worry[,:;]? )?(?:you (?:can't|cannot) break (?:anything|much|production)|nothing (?:here|in here|in these folders|in the first list) can break(?: production| anything)?|everything (?:here |in the first list )?can be (?:undone|reverted|rolled back))(?: (?:here|in (?:these|the) (?:folders|files)))?",
  '(?:(?:this|the) list is|(?:the|these|both) lists(?: below| above)? are) (?:complete|exhaustive|not exhaustive|the whole (?:truth|story))|this is the (?:whole|complete|full) list',
  `(?:the |both )?lists? (?:is|are) (?:in|sorted in|kept in) (?:alphabetical|no particular|any) order|(?:sorted|grouped|ordered|listed) by (?:team|name|owner|alphabet|area|folder|surface)`,
  '(?:this|the) list changes from time to time|we (?:add to|extend|widen|grow) (?:this|the) (?:list|zone) (?:as we (?:learn|go)|over time|bit by bit|step by step)',
  '(?:suggestions|ideas|proposals|wishes) for (?:this list|the list|this section|more paths|more) are (?:always |very )?welcome|feel free to (?:suggest|propose|ask for) (?:more|more paths|other paths|additions)(?: to (?:this|the) list)?|if you think (?:a path|something|a file|one) is missing,? (?:please )?(?:tell us|say so|let us know|open an issue)',
  // How to ask.
  "(?:(?:when|if) (?:in doubt|unsure|you are unsure|you're unsure|not sure),? (?:just |please )?ask(?: first| us)?|just ask(?: us| away)?|ask (?:when|if|whenever) (?:unsure|in doubt|you are unsure)|ask early,? ask often)",
  `you can (?:always )?(?:ask|reach us|find us|reach ${names}) (?:in|on|at) ${names}|(?:reach|find) (?:us|them) (?:in|on|at) ${names}|reach out to ${names}(?: (?:with (?:any )?questions|for help|any ?time))?`,
  // Where to read more.
  `see ${title} for why|(?:rationale|reasons?|reasoning|background|details|history|decision|docs|more|why|full text|context): (?:see )?${place}|(?:start|begin) with ${place}`,
  `(?:more(?: on${plainly})?|the full story|the whole story|the rationale|the reasoning|the history|a (?:short |longer )?guide(?: for ${pms})?|how to${plainly}) (?:is|are)(?: described| explained| documented| written down)? (?:in|at|under) ${place}|more (?:on|about)${plainly}(?: in|:) ${place}`,
  `(?:decided|agreed|accepted) in (?:adr|rfc)[ -]?\\d[\\d.-]*|version:? \\d+(?:\\.\\d+)*(?:, (?!in |on )${date})?|(?:this (?:section |list )?was |we |it was )(?:agreed|decided)(?: on)?(?: this| it)? (?:in|at) (?:the|our)${plainly}`,
  // Why PMs ship.
  `${pms} (?:regularly|often|sometimes|frequently|now and then) (?:ship|make|write) (?:small )?(?:changes|fixes|code)(?: here)?(?: (?:themselves|with (?:the help of )?(?:coding )?agents))?|the product team (?:contributes|ships|writes code)(?: code)?(?: directly)?(?: (?:to|in) this (?:repo|repository|codebase))?${alone}`,
  `the (?:goal|idea|aim|point|purpose) (?:here )?is (?:fewer|less|faster|quicker|to (?:save|avoid|ship|get(?=.* (?:faster|quicker|sooner)$)))${plainly}`,
  `the (?:goal|idea|aim|point|purpose)(?: here)?(?: is)?[:,]? (?:that )?(?:small|tiny|simple) (?:changes|fixes|things) (?:should not|shouldn't|need not|do not have to|don't have to|do not|don't) wait for (?:an engineer|engineers|us|a sprint|the next sprint|a release|the next release)`,
  '(?:the |all )?engineers (?:can|may) (?:touch|change|edit) (?:everything|anything|all files|all of it)(?:,? of course)?',
  "(?:the )?(?:files|texts|pages) (?:in|under) '[^']*' are (?:all )?(?:markdown|mdx|json|yaml|toml|csv|html|plain text|plain json)(?: files)?",
  '(?:vs ?code|the (?:extension|editor)) shows (?:the|this) (?:zone|lists?|section) in (?:the |its )?(?:explorer|sidebar|side bar|editor)',
  `(?:it|this) saves (?:everyone|everybody|us|us all|you|all of us)${plainly}|(?:it|this) keeps (?:the|our) (?:backlog|queue|board) (?:short|small|empty)`,
  "we trust (?:you|our pms|each other)|mistakes happen(?:[,;:]? (?:and )?(?:git keeps everything|that is what git is for|that's fine|we can undo them))?",
];
