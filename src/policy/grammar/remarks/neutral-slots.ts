/** Slots of neutral sentences (`isNeutralForm`), as sources of regular expressions. Each holds only words by which nothing can come back to what the lists open. */

/** Comparing makes an apostrophe of a backtick. */
const code = "['`][^'`]*['`]";
export const place = `(?:${code}|https?://\\S+|#?[\\w@-]*[./][\\w@./#-]+|(?:the|our) (?:[\\p{L}-]+ )?(?:wiki|handbook|intranet|readme|guide|docs|wiki|post-mortem|adr|runbook|incident report|playbook))`;
export const title = "[\\p{L}\\p{N}'./@#-]+(?: [\\p{L}\\p{N}'./@#-]+){0,7}";
export const more =
  '(?:details|the details|background|the background|context|reasons|the reasons|the reasoning|more|an explanation|how (?:it|this) works)';

const notName =
  '(?!(?:first|only|not|never|no|none|unless|until|without|after|must|once|when|if|before|and|or|for|an?|the|your|us|me|them|nobody|engineering|permission|approval|legal|compliance|security|privacy|finance|marketing|counsel|early|always|to|every[\\p{L}]*|all)(?![\\p{L}]))';
/** What somebody is there for, behind their name: "(frontend)". */
const part =
  '(?:(?:the |our )?(?:front(?:[ -]?end)?|back(?:[ -]?end)?|web|mobile|ios|android|apps?|api|data|platform|infra|ops|design|product|engineering|engineer|tech|docs|content|translations?|team|dev|regulatory|(?:front|back) of house)(?: (?:lead|engineer|team|side))?|(?:team |tech |engineering |product )?lead|deputy|backup|any time|anytime)';
export const name = `(?:${notName}(?:[\\p{L}\\p{N}_.+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+|[#@]?[\\p{L}\\p{N}_/.-]+|${code})(?: \\((?:${part}|@[\\w./-]+)\\))?|(?:the|our) (?:[\\p{L}-]+ ){1,2}\\([\\p{L}@-]{2,24}\\))`;
export const names = `${name}(?:(?:,| or| and|, or) ${name}){0,3}`;
export const somebodyHelps =
  '(?:somebody|someone|one of us|they|we|she|he) (?:will |can |ll )?(?:finds? (?:an? (?:half )?hour|time|a slot) (?:with|for) you|helps?(?: you)?(?: out)?|gets? back to you|answers?(?: (?:the same day|within (?:a day|an hour|hours)|quickly|soon|fast|right away))?)';
export const doubt =
  "(?:(?:any )?questions?|(?:any )?doubts?|unsure|not sure|(?:in|by|with)(?: case of)?(?: any)? doubts?|(?:when|if) (?:you have (?:an? |any |more |further )?(?:questions?|doubts?)|in doubt|unsure|you are unsure|you're unsure|you are not sure|you're not sure|it is unclear|(?:any|some)thing (?:here )?is (?:unclear|missing|in your way)|you wonder))";

export const pms =
  '(?:(?:(?:the|our|all|pilot|a|you|dear|hello|hi) )*(?:pms?|product managers?|product owners|product (?:people|colleagues|folks|team)|product)(?: \\(pms?\\))?)';
export const agents =
  '(?:(?:the |coding |ai |their )*agents?(?:,? (?:that|who|which)? ?(?:works?|acts?|working|acting) (?:for|on behalf of) (?:them|a pm|pms|product managers?))?)';
export const audience = `(?:${pms}(?:,? (?:and|or)(?: for)? ${agents})?|${agents}|you)(?: \\((?:and (?:for )?)?${agents}\\))?`;
export const edit = '(?:touch|edit|change|modify|update|amend|work on|do)';
export const alone =
  '(?: (?:on (?:their|your) own|(?:by )?themselves|yourself|alone|without an engineer (?:writing|making|doing) (?:it|the change)(?: for (?:them|you))?|unaccompanied|without (?:us|(?:waiting for|troubling|bothering) us|asking(?: us)?|help|an engineer|engineers|pairing)))?';
export const here =
  '(?: here| (?:in|to|of) (?:production code|production|code|(?:this|the|our) (?:repository|repo|codebase|monorepo|project|app|product)))?';
export const whatPmsTouch = `(?:(?:which|what)(?: files| paths)? (?:can|may) be (?:touched|edited|changed|modified|updated)(?: by ${pms}| without (?:an? )?(?:engineers?|developers?))(?:,? and what not)?${here}|(?:what|which(?: files| paths)?|the (?:files|paths)(?: that| which)?|where) (?:${pms}|you|they) (?:can|may|are allowed to|are permitted to)(?:(?:,| and|/) (?:cannot|can not|can't|may not))? ${edit}${alone}(?:,? and (?:what|which) (?:they |you )?(?:cannot|can not|can't|may not)(?: ${edit})?|,? (?:and )?what not)?${alone}${here}${alone})`;
export const section = '(?:section|file|page|list|zone|part|chapter|document|policy)';

const role =
  '(?:(?:product|content|ux|ui|course|game|live-ops|service|support|marketing|editorial|community|design) )?(?:designers?|managers?|owners?|producers?|editors?|writers?|authors?|copywriters?|leads?|analysts?|researchers?)';
export const roles = `${role}(?:(?:,| and|, and) ${role}){0,3}`;

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|spring|summer|autumn|fall|winter|q[1-4])';
export const date = `(?:(?:in|on) )?(?:the )?(?:\\d{4}-\\d\\d(?:-\\d\\d)?|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|(?:\\d{1,2}(?:st|nd|rd|th|\\.)? (?:of )?)?${month}(?: \\d{1,2}(?:st|nd|rd|th)?)?,?(?: \\d{4})?|\\d{4})`;
export const somebody =
  "(?!(?:[^ ]+ )*(?:before|after|until|till|from|since|not|no|never|nobody|each|every|only|when|if|once|unless|valid|but|per|within|for)(?: |$))[\\p{L}&'-]+(?: [\\p{L}&'-]+){0,4}";
export const done =
  '(?:reviewed|updated|changed|checked|discussed|revised|agreed|edited|touched|written|decided|talked through|gone through)';

/** A few words by which nothing is made to depend on anything. */
export const plainly =
  "(?: (?!(?:as|if|when|once|until|till|unless|after|before|only|but|except\\p{L}*|excluding|not|no|never|must|should|needs?|requires?|provided|given|while|since|from|on|by|wait\\p{L}*|ask\\p{L}*|pair\\p{L}*|first|approv\\p{L}*|agree\\p{L}*|sign\\p{L}*|pms?|legal|compliance|everything|every|each|all|lists?|these|those|this|both|above|below|too|also|so|may|can|cannot|touch\\p{L}*|edit\\p{L}*)(?![\\p{L}]))[\\p{L}\\p{N}'’-]+,?){1,9}";

const waiting = '(?:wait(?:ing)?|queu(?:e|ing)|ask(?:ing)?|stand(?:ing)? in line)';
/** "You can work without waiting for us." */
export const wanted = `(?:you|they|${pms}|(?:our |the )?product (?:people|colleagues|folks)) (?:can|could|may|should be able to|are able to|will be able to|get to) (?:get on(?: with (?:things|it|(?:your|their) work))?|work|ship|move|help themselves|change (?:things|small things|words)|do (?:things|it|that)|fix (?:things|a comma|commas))(?: (?:fast|quickly|faster|on their own|by themselves|yourselves))? without (?:having to )?${waiting}(?: (?:for|to|in)${plainly})?(?: (?:every time|each time|whenever)${plainly})?`;

/** What "alone", "pair" and "never" in a table mean. */
export const legend = [
  '"?(?:alone|solo|free|yes|can touch|green)"? (?:is|means|=|stands for) (?:without (?:an )?engineers?|on (?:their|your) own|no engineer needed|by themselves)',
  '"?(?:pair|together|with engineer|yellow)"? (?:is|means|=|stands for) (?:(?:together )?with (?:one|an engineer|us|engineers?)|in (?:a )?pairs?)',
  '"?(?:never|no|locked|red)"? (?:is|means|=|stands for) (?:never|not at all|no|off limits|locked|not for pms)',
].join('|');

export const size =
  '(?:very |quite |rather |so |pretty )?(?:wide|large|big|generous|long|short|small|narrow|tiny|little|strict|tight|careful|few|much)';
export const tools =
  '(?:ci|codeowners|(?:a|the|our)? ?(?:git |pre-commit |pre-push |commit )?(?:hooks?|bot)|git hooks|pm zone|the pm[ -]zone (?:tool|extension|hooks?)|(?:the )?tooling|tools?)';
