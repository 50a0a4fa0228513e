import { agents, audience, date, name, names, plainly, pms, section, size, whatPmsTouch } from './neutral-slots.js';

const request = `(?:(?:please )?(?:open|file|create|write|send|make) (?:us )?(?:an? )?(?:issue|ticket|pull request|pr|proposal)(?: (?:for|about) (?:it|that))?(?:,? and (?:tag|ask|ping|mention|assign|request) ${names})?|(?:please )?(?:talk to|ask|ping|tell|write to) (?:us|${names})|come (?:over|to us)|let us know)`;
const something = '(?:something|anything|a path|a file|a folder|more|another (?:path|file|folder))';
const keep = '(?:follow|obey|respect|keep to|stick to|read|honou?r|observe|stay (?:inside|within|in))';
const rules =
  '(?:(?:this|the) (?:section|list|zone|page)|(?:these|the|both) (?:lists|rules)|it)(?: (?:literally|strictly|to the letter|as written|word for word|exactly|too))?';
const enforcers =
  '(?:codeowners|ci|branch protection|github|gitlab|the (?:ci|gate|hook|bot|guard|extension|tool|pm[ -]zone (?:gate|check|hook|extension|tool)))';
const often =
  '(?:every|each|once an?|twice an?|at the end of (?:every|each|the)) (?:week|month|quarter|year|sprint|pilot|six months|half year)';
const listed = '(?:the (?:second|other|lower|locked|closed|red|forbidden) list)';
const broken = `(?:(?:it|this|something)(?: is|'s) (?:wrong|broken|red)|you (?:broke|break) (?:it|something|the build|production)(?: anyway)?|(?:ci|the build|the pipeline|a test|the tests|something|anything|production|a check|the check|the preview) (?:is red|fails?|breaks?|goes wrong|turns red|broke|is broken|failed))`;

/** "Hanne and the web team": nobody and nothing behind them. */
const keeper = `(?:(?:the |our )(?:[\\p{L}-]+ ){1,2}(?:team|squad|guild|crew|group|leads?)|${name})`;
const keepers = `${keeper}(?:(?:, ${keeper})* and ${keeper})?`;
/** When something came about: a day, a time or an event of the team. */
const occasion = `(?:${date}|(?:after|in|on|at|during|following|since) (?:the |our |a )?(?:(?:first|last) )?(?:[\\p{L}-]+ ){0,2}?(?:pilot|workshop|retro(?:spective)?|kick-?off|planning|meeting|incident|outage|post-?mortem|review|migration|reorg(?:ani[sz]ation)?|hackathon|off-?site|audit|quarter|sprint|release|launch|year|month)(?: (?:of|in|from|on) (?:the )?${date})?)`;

/**
 * Whole sentences on the section itself: for whom it is, who looks after it, how it grows, what enforces it, how more gets into it, and where help
 * is. Each in lower case and without its end, as the source of a regular expression.
 */
export const sectionRemarks: readonly string[] = [
  // For whom it is.
  `(?:the |some )?(?:rules|notes|boundaries|guidelines) for ${pms}(?: \\(${names}\\))?`,
  `(?:this ${section}|it) is (?:meant |written |here )?for ${pms},? and (?:for )?${agents}`,
  '(?:this file|claude\\.md|agents\\.md) is read by (?:coding )?agents and (?:humans|people|engineers)(?: alike)?|(?:humans|people) and agents read this(?: file)?|(?:this (?:section|list|file|page) is )?read by (?:humans|people) and (?:by )?(?:coding )?agents(?: alike)?',
  `(?:this ${section}|it|the lists?)(?: below)? (?:says?|tells(?: (?:${audience}|us|everyone|everybody)(?: and (?:claude|copilot|cursor))?)?(?: \\(and your (?:coding )?agents?\\)| and your (?:coding )?agents?)?|lists|shows?) ${whatPmsTouch}`,
  `(?:this is|here is|here are|below is|below you find|here you (?:see|find)) ${whatPmsTouch}`,
  `"?pms?"? (?:here )?(?:means|is) (?:anyone|anybody|everyone|everybody|all people) (?:in|of|on|from) the product (?:team|org|organi[sz]ation|group|department)`,
  `(?:purpose[.:] )?this (?:${section}|chapter) (?:defines|describes|sets out|specifies|lists|says|tells|regulates|governs|explains) (?:which|what|the) (?:files|paths|folders|parts)(?: of (?:the|this|our) (?:repository|repo|codebase|code|project|app))?(?: that| which)? ${pms} (?:may|can) (?:change|touch|edit|modify)`,
  `this (?:${section}|chapter) (?:describes|holds|has|contains|sets out) the (?:contribution )?(?:rules|boundaries|guardrails) for ${pms}|scope of what (?:${pms}|product) (?:can|may) (?:edit|touch|change)(?:, by (?:folder|path|area|file|module))?`,
  `this (?:section|page|document) replaces (?:the|our) (?:old )?(?:wiki )?page (?:"[^"]{1,40}"|'[^']{1,40}')(?: (?:of|in|on) (?:the |our )?(?:confluence|notion|wiki|intranet|handbook))?(?:, which is (?:archived|gone|deleted|out of date))?`,
  `purpose|purpose[.:] to (?:allow|let|enable) ${pms} (?:to )?(?:make |do )?(?:small |simple )?(?:corrections|changes|fixes) without (?:an? )?(?:change request|ticket|engineer|developer|waiting)`,
  `(?:you are reading|this is) the (?:part|section|chapter|page)(?: of this (?:file|document|page))? (?:(?:that|which) is )?(?:about|for) ${pms}`,
  "we (?:grouped|sorted|listed|ordered) (?:the )?(?:folders|files|paths|lists|globs) by (?:area|module|folder|feature|product|kind|team|squad),? (?:because|since|as) (?:that is|that's|this is) how (?:our|the) (?:squads|teams) are (?:cut|organi[sz]ed|split|set up|formed)",
  // Where what belongs to it lies.
  `(?:the |our )?(?:duty |on-call |call )?(?:rota|roster of duties|minutes|slides|recordings?) (?:is|are|lives?) (?:in|on|at) (?:the |our )?(?:confluence|notion|wiki|intranet|handbook|calendar|teams|slack)`,
  `more (?:on|in|at) (?:the|our) (?:wiki|intranet|handbook|website)|(?:background|further)(?: reading)?: why ${pms} (?:commit|ship|contribute|write|edit)(?: (?:code|here|texts))?(?:, the first (?:year|month|quarter))?`,
  `(?:the|our) (?:idea|principle|thought) (?:is|behind (?:it|this) is) (?:simple|easy|not new|old)|no list is (?:perfect|complete|final|set in stone)|that is the background of (?:everything|all) below`,
  `if you are an? (?:coding )?agent(?: (?:working|acting) for (?:one of them|them|a pm))?,? (?:please )?read (?:it|this|this section|the lists)(?: first)?(?: before you (?:edit|change|touch) anything)?`,
  // Which list wins.
  `(?:when|where|if) (?:a|the) (?:path|file) (?:matches|is matched by|appears in|is named in|stands in) (?:both|two)(?: (?:of the )?lists)?[,:]? (?:the )?(?:stricter|second|locked|closed|forbidden|lower) (?:one|list) (?:wins|holds|counts|applies)`,
  '(?:when|if) (?:in doubt|unsure|you are not sure)[,:]? (?:please )?(?:treat|consider|take) (?:it|the file|a file|the path) (?:as|for|to be) (?:locked|closed|off limits|forbidden|pair)',
  // Who looks after it.
  `we (?:add (?:paths|files|folders|globs|things|entries|more) to|extend|grow|widen) (?:this|the) (?:lists?|section|zone) ${often}`,
  `(?:this|the) (?:list|section|zone) (?:grew|came|comes) (?:out of|from) (?:the|our|a) (?:(?:first|last) )?(?:retro(?:spective)?|workshop|kick-?off|planning|meeting|hackathon|off-?site|pilot)(?: (?:of|in|from|on) ${date})?`,
  `we (?:review|revisit|update|go through|discuss|look at) (?:(?:this|the) (?:lists?|section|zone)|it)(?: again)?(?: together)? ${often}`,
  `(?:this|the) (?:list|section|zone) (?:is|gets|will be) (?:reviewed|updated|revisited|discussed) ${often}(?: (?:with|by|in)${plainly})?`,
  `(?:this (?:section|list) was )?last (?:updated|changed|reviewed|edited):? ${date} by [\\p{L}@-]+(?: [\\p{L}-]+)?`,
  `(?:the )?(?:owners?|maintainers?|authors?) of this ${section}(?: is|:| are) ${names}|(?:since ${date},? )?(?:this ${section}|the (?:zone|pilot|lists?)) is (?:owned|maintained|kept|written|looked after) by ${keepers}(?: \\(@[\\w./-]+(?:(?:,| and|,? or) @[\\w./-]+)*\\))?`,
  '(?:please )?keep (?:(?:this|it|these lists|the lists|this section) )?in sync with (?:the )?codeowners(?: file)?',
  `(?:please )?(?:keep|help us (?:to )?keep) this ${section} (?:up to date|short|current|tidy)`,
  // Its history, and notes on it: "Owner: @erin", "Next review: Q2 2027".
  `(?:this|the|our) ${section} (?:was|has been) (?:introduced|added|created|started|written(?: down)?|extended|moved here)(?: (?:by|with) ${keepers})?(?:,? ${occasion})?`,
  `(?:this ${section}|it) (?:will be|is|gets) (?:looked at|reviewed|revisited|discussed|checked)(?: again)? ${date}|(?:previous|older|earlier|former) versions (?:of (?:it|this ${section}) )?are in (?:the (?:git )?history(?: of this file)?|git)`,
  `(?:(?:document|section|zone) )?(?:owners?|authors?|maintainers?|contacts?|contact persons?)(?::| is| are) ${name}(?:(?:,| and| or) ${name}){0,3}|(?:last|next) (?:review|update|change|check|revision): ${date}|(?:created|updated): ${date}`,
  // How it grows.
  `(?:the|this|our) (?:lists?|zone|section)(?: below)? (?:is|are) (?:(?:deliberately|intentionally|purposely) ${size}(?: (?:for now|at first|for a start|to begin with))?|${size},? (?:on purpose|for now|at first|for a start|to begin with))`,
  `we (?:deliberately )?keep (?:this|the) (?:list|zone|section) ${size}(?: on purpose)?`,
  'we (?:start|started|begin|began) small(?:,? (?:and )?(?:will |want to )?(?:grow|widen|extend|add to) (?:the zone|the list|it|them)(?: (?:over time|step by step|later|bit by bit))?)?',
  '(?:the|this) (?:zone|list) (?:grows|will grow|may grow|can grow|widens|will widen) (?:with (?:experience|trust|time)|over time|step by step|later|bit by bit)|more (?:may|will|can|might) (?:follow|come)(?: (?:later|soon|over time|after the pilot|with time))?',
  `the pilot (?:started|began) ${date}`,
  // How more gets into it.
  `if you (?:need|want|miss) ${something}(?: (?:that|which) (?:is not|isn't) (?:here|listed|open|in here|on (?:this|the|either|any|a) lists?)| (?:in )?here| opened)?,? ${request}`,
  `to (?:(?:open|propose|suggest) (?:an?|another|more|new) (?:paths?|globs?)|add (?:an?|another|more|new) (?:paths?|globs?)|(?:add|propose|suggest) (?:an?|another|more|new) (?:paths?|files?|folders?|globs?|entry|entries) (?:to|on|in) (?:this|the|a) (?:list|section)),? ${request}`,
  // What enforces it.
  `${enforcers} (?:also )?(?:enforces?|checks?|guards?|backs?|verifies) (?:this|it|this (?:section|list|zone)|${listed}|(?:these|both|the) (?:lists|rules))(?: (?:too|as well|automatically|on (?:every|each) pull request|before (?:every|each) (?:commit|merge)|for us))*`,
  `the same (?:rules|lists|paths|boundaries) (?:are|stand|live) (?:also )?in (?:codeowners|ci)`,
  '(?:the )?(?:paths|globs|patterns) (?:are|follow|use|work like) (?:minimatch|gitignore|glob|git|the usual|normal|standard|bash)(?: (?:globs?|patterns?|rules?|style|syntax))*',
  // Agents.
  `(?:claude|copilot|cursor|(?:coding )?agents?)[:,] before you (?:edit|change|touch)(?: (?:a file|files|anything))?(?: for (?:a|the) (?:pm|product manager))?,? (?:please )?(?:check|compare|hold) (?:the|each|every) (?:path|file) against (?:these|the|both) lists`,
  `${agents} (?:must|should|have to|shall|are to|will|please) ${keep} ${rules}`,
  `(?:(?:if you are|as) an? (?:coding )?agent(?: (?:acting|working|that acts|that works) (?:for|on behalf of) (?:a pm|them|product managers))?|(?:claude|agents?)[,:] (?:if|when) (?:the user|your user) is a pm|when you (?:work|act) for a pm),? (?:please )?${keep} ${rules}`,
  `${agents} (?:should|must|please|will) (?:refuse|decline|reject) (?:all |any )?(?:edits|changes) outside(?: of)? (?:it|this list|these lists|this section|the zone)`,
  // Pairing.
  'pairing is (?:always )?(?:welcome|fun|fine|cheap)|pairing is the (?:default|rule) for (?:everything else|the rest)',
  `"?pair(?:ing)?"? means(?: that)? an engineer (?:sits (?:next to|beside) you|sits with you|is on the call|co-authors the commit|works with you|is at the keyboard)(?: or (?:sits (?:next to|beside) you|is on the call|co-authors the commit))?`,
  `"?(?:editable|open|can touch|green|alone)"? means(?: that)? (?:you|they|pms) (?:can|may) (?:open|make|send) a (?:pull request|pr) (?:on (?:your|their) own|without (?:asking|an engineer))`,
  // That PMs ship.
  `we (?:love|like) it when ${pms} (?:ship|write code|help)|we want ${pms} to (?:fix|change|ship) (?:small things|words|copy|things) (?:themselves|on their own|without waiting)`,
  `${pms} (?:on|in) this team (?:ship|write) (?:code|changes)`,
  // Reviews as for anybody.
  `(?:they|we|she|he|the reviewers?|reviewers|the engineers|engineers) (?:usually |normally |mostly |often )?(?:answers?|repl(?:y|ies)|responds?|gets? back to you) (?:(?:on )?the same day|within (?:an? (?:working |business )?(?:day|hour)|(?:a few )?(?:hours|minutes)|(?:one|two|three|\\d{1,2}) (?:working |business )?(?:days?|hours?))|quickly|fast|soon|right away)`,
  '(?:the )?(?:usual|normal|ordinary) (?:code )?(?:review|reviews|review process|review rules)(?: still)? (?:apply|applies)|reviews (?:work|happen) as (?:usual|always|for everybody else|for everyone else)|(?:engineers|we) (?:usually |normally )?review (?:the |your |all )?(?:pull requests|prs) (?:within (?:an? |one |two |\\d{1,2} )?(?:working |business )?(?:days?|hours?)|the same day|quickly)|(?:engineers|we) review (?:every|each) (?:pull request|pr) as (?:usual|always)|every (?:pr|pull request) gets (?:a|the) (?:normal|usual) (?:code )?review',
  // Help.
  `(?:slack|chat|channel|teams|discord|e?-?mail|phone)(?: channel)?: ${names}`,
  `for (?:any )?(?:questions|help|support),? (?:please )?(?:ask|ping|contact|write to|talk to) ${names}`,
  `if ${broken}[,:]? we (?:roll (?:it )?back|revert(?: it)?|fix it|undo it)(?: together)?(?:[;,.] no hard feelings)?`,
  `if ${broken}(?: and you (?:do not|don't) (?:see|know|understand) why)?[,:]? (?:it(?: is|'s) not your fault, |don't panic, )?(?:please )?(?:ask|ping|call|tell|page|talk to|write to|get) (?:an engineer|the on-call(?: engineer)?|us|${names})(?:, (?:he|she|they) (?:has|have) (?:an? |the )?backups?)?|rollbacks? (?:is|are) (?:done|made) by the on-call(?: engineer)?`,
  "(?:no question is too (?:small|silly|simple|big)|(?:please )?(?:rather )?ask rather than guess|better (?:to )?ask once too often|ask if you are unsure|better safe than sorry|we(?: would|'d) rather answer a question than (?:fix|debug|repair) an? \\p{L}+)",
  "'(?:make|just|mix|npm|npx|yarn|pnpm|bun|deno|go|cargo|hugo|rake|bundle|python|docker) [^'*/]{1,30}' (?:shows|renders|opens) (?:you )?(?:the |your )?(?:result|pages?|preview|site|docs)(?: (?:locally|on your (?:computer|machine|laptop)))?",
  "you (?:don't|do not|won't|will not) need (?!more|only|less)[\\p{L}.+#-]+ for (?:this|any of this)",
  `you (?:don't|do not) (?:need|have) to (?:know|understand|install|learn)(?: [\\p{L}\\p{N}.+#-]+){1,3}(?: for this)?`,
  `(?:run|use|start|type) (?!.*(?<![\\p{L}])(?:tests?|checks?|lint\\p{L}*|e2e|ci)(?![\\p{L}]))(?:'[^']{1,40}'|[\\p{L}\\p{N}:.-]+(?: [\\p{L}\\p{N}:.-]+){0,3}) to (?:see|preview|look at) (?:your|the) (?:changes?|texts?|pages?|result)`,
  // Why lists close.
  `${listed} (?:is (?:locked|closed) because|(?:holds|is about|protects|guards))${plainly}`,
  `the (?:locked|closed|forbidden) (?:folders|files|paths) (?:handle|hold|process|store|move|contain|guard|are about)${plainly}|mistakes there are (?:expensive|costly|hard to undo)`,
];
