import { isNaming } from './naming.js';
import { agents, alone, edit, name, names, pms } from './neutral-slots.js';

/**
 * Whether a sentence in lower case, without its end, only says what machines do after a change, who the PMs are, that they work as everybody
 * does, or whose the section is. Each form is whole, and each group in it may only name things that are known (`isNaming`), so that any other
 * word makes a sentence of its own of it, which is asked about.
 */
export function isSlotRemark(words: string): boolean {
  return (
    words.length < 160 &&
    forms.some((form) => {
      const found = form.exec(words);
      // A slot of another branch holds nothing.
      const slots: readonly (string | undefined)[] = found?.slice(1) ?? [];
      return found !== null && slots.every((slot) => slot === undefined || isNaming(slot));
    })
  );
}

const things = "([\\p{L}' ,-]{1,60}?)";
/** A handle, an address or a channel. */
const reached = '(?:@[\\w./-]+|#[\\w-]+|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)';
const number = '(?:an?|one|two|three|four|five|ten|fifteen|\\d{1,3}|a few)';
const period = '(?:night|day|hour|morning|evening|week|minute)';
const hour =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|\\d{1,2}(?::\\d\\d)?(?: ?[ap]m)?)';
const regularly = `(?:(?:every|each) ${period}|nightly|daily|hourly|overnight|at night|automatically|at ${hour}(?: o'clock)?(?: in the (?:morning|evening|night))?)`;
/** When machines do it; no day of the week, on which people may be meant to wait, and no event. */
const time = `(?:${regularly}|at (?:build|run) ?time|on (?:every|each) (?:push|merge|build)|(?:within|after|for) (?:about )?${number} (?:seconds?|minutes?|hours?|days?)|(?:usually )?within (?:the hour|minutes|hours|seconds))`;
const done = '(?:(?:re)?(?:built|deployed|compiled|indexed|started|loaded)|cached|bundled|minified)';
/** What people may be meant to do with each change. */
const doneByAnybody = '(?:resized|backed up|refreshed)';
const onDays =
  '(?:on|every) (?:the )?(?:first |second |last )?(?:mon|tues|wednes|thurs|fri)days?(?: of (?:the|each|every) (?:month|sprint))?';
/** What every change goes through. */
const step = '(?:an? )?(?:branch|commit|pull request|pr|(?:green|passing) (?:build|pipeline|ci)|review|merge)';
const group = '(?:team|squad|guild|office|department|chapter|crew)';
const head = `(?:the )?heads? of (?:engineering|product|design|${things})`;
const alike =
  '(?:just )?(?:like|as) (?:everyone|everybody|anyone|anybody|any|all|each|every|everybody|ours|yours|we)(?: (?:else|other|others|all|one|do|are))*(?: (?:do|does|is|are))?';
const prs = '(?:pull requests?|prs?|changes|merge requests?)';
const mine = `(?:your|their|a pm's|the) ${prs}|${prs} (?:of|by|from) ${pms}`;
const people =
  '(?:producers|educators|curators|designers|editors|organi[sz]ers|coordinators|game designers|product people|product owners)';

/** In which a section that is part of them may end. */
const spans =
  'week|day|month|year|quarter|sprint|phase|pilot|wave|stage|season|summer|winter|spring|autumn|release|freeze|version|trial|q|pi|jan\\p{L}*|feb\\p{L}*|mar\\p{L}*|apr\\p{L}*|may|june?|july?|aug\\p{L}*|sep\\p{L}*|oct\\p{L}*|nov\\p{L}*|dec\\p{L}*';

/** Short words of such a section and what they stand for. */
const shortWords = [
  ['pm', 'product manager'],
  ['dri', 'directly responsible individual'],
  ['pr', 'pull request'],
  ['mr', 'merge request'],
  ['ci', 'continuous integration'],
] as const;

const forms = [
  // What machines do.
  `(?:the |our |an? |all |each |every )?${things} (?:is|are)(?: then| also)? (?:${done}(?:,? ${time}){1,2}|${doneByAnybody} ${regularly})`,
  `(?:the |our |an? )?${things} caches? (?:the |all )?${things} ${time}`,
  `an? (?:new )?${things} is (?:built ${time}|(?:made|published) ${regularly})`,
  `previews? (?:appears?|shows? up|comes? up) ${time}|(?:deploys|deployments) (?:happen|run|go out) ${time}(?:,? ${time})?`,
  `ci runs (?:the |our |all )?(?:tests|checks|linters?|test suite) (?:on|for|in) (?:each|every) (?:push|commit|pull request|pr|branch)|(?:the )?reviewers? (?:is|are) (?:assigned|requested|picked|chosen) automatically`,
  `(?:the |our |all )?${things} (?:is|are) (?:shown|displayed|rendered|evaluated|cached) (?:in|on) (?:the |our )?${things}`,
  `(?:the |our |this )${things} (?:is|was) (?:written|built|made) (?:in|with) (?:typescript|javascript|python|go|rust|ruby(?: on rails)?|rails|php|laravel|java|kotlin|swift|elixir|phoenix|django|react|vue|svelte|angular|next\\.?js|nuxt|astro|hugo|eleventy|flutter|dart|c#|\\.net|wordpress)(?: and (?:typescript|javascript|react|vue|svelte|htmx|tailwind))?`,
  `an? preview(?: link| page| site)? (?:appears|shows up|is (?:shown|built|linked)|comes up) (?:in|on|under) (?:the|each|every|your) (?:pull request|pr|merge request)(?: ${time})?`,
  'ci (?:builds|deploys|publishes|posts) an? preview(?: (?:for|of) (?:each|every|the|your) (?:pull request|pr|branch))?',
  `(?:the |our )?${things} go(?:es)? live with (?:the|every|each)(?: next)? (?:deploy|deployment|release|build)(?:,? ${time})?`,
  `(?:an? preview is|previews are) (?:built|deployed|made|published) for (?:each|every) (?:pull request|pr|branch|push)(?: ${time})?|(?:each|every) (?:pull request|pr|branch|push) gets an? preview(?: link| page| site| deployment)?`,
  `(?:code )?reviews (?:usually |normally |mostly )?take (?:about |around )?${number} (?:minutes?|hours?|days?)|ci (?:runs|takes) (?:in |for )?(?:about |around )?${number} (?:seconds|minutes|hours?)`,
  // When it comes to customers, which is none of the change's.
  `(?:we|the team) releases? ${onDays}|(?:the |our )?releases are cut (?:by (?!nobody|none|no )\\p{L}+ )?${onDays}`,
  // Who the PMs are.
  `who: (?!pilot)${pms}(?: (?:of|in|from) (?:any|every|all|each) (?:squads?|teams?|tribes?|offices?))?`,
  `(?:we|(?:this|our|the) ${things}|this team|our team|our company|${name}) (?:has|have) (?:two|three|four|five|six|seven|eight|nine|ten|several|\\d{1,2}) (?:pms?|product managers?)(?:[,:] ${names})?`,
  `(?:(?:in|at) our (?:studio|team|company|house|shop|office|agency|museum|newsroom|case),? )?(?:the |our )(?:${things} )?${people} are (?:the|our) (?:pms|product managers)`,
  `"?pms?"? (?:means|is short for|stands for|is) product managers?(?: here)?,? (?:and )?not (?:project|programme|program|property|package) managers?`,
  `${pms} are (?:volunteers|colleagues|part of the team|members of the team)(?: here)?(?:,? as (?:we all are|all of us)|,? like (?:everybody|everyone)(?: else)?)?`,
  // That they work as everybody does.
  `${pms} (?:contribute|work|ship|make changes|send changes|change things) (?:here )?(?:through|via|with|by|in) (?:ordinary |normal |usual )?${prs},? ${alike}`,
  `${pms} (?:open|send|make)s? ${prs},? ${alike}`,
  `(?:${mine}) (?:is|are|gets?|goes?|go)(?: then)? (?:reviewed|merged|tested|through (?:the )?(?:same|usual|normal|ordinary) (?:review|ci|checks|pipeline|process|queue|tests))(?: and (?:merged|reviewed|tested))? ${alike}`,
  `how: an? (?:branch|commit|pull request|pr)(?:(?:,? and |, )${step}){1,5}`,
  `(?:open|make|send) an? (?:pull request|pr)(?: from (?:a|your|your own) branch)?`,
  `(?:${pms}|nobody|no one) (?:(?:do not|don't|never|cannot|can't|may not) approve|approves) (?:their|your) own (?:pull requests?|prs?|changes)`,
  // That they may.
  `${pms} (?:can|may|(?:is|are) (?:welcome|allowed|permitted|free) to) (?:${edit}|(?:do|make) changes (?:in|to)) (?:these things|these(?: files| paths)?|the (?:things|files|paths) (?:in the first (?:list|table)|below|listed below))(?:${alone}| on their own responsibility)`,
  `${pms} (?:can|may|(?:is|are) (?:welcome|allowed|permitted|free) to) (?:do|make) (?:small )?changes here${alone}`,
  // Agents.
  `(?:${agents}|claude|cursor|copilot|the tooling|our tooling) (?:also )?reads? this (?:section|list|file)(?:,? (?:too|as well|every time|each time))?`,
  `${agents} (?:follow|keep to|stick to|obey|respect|are bound by) (?:the same|these|both|the same two) (?:lists|rules)(?:,? and stop(?: with an explanation)? when a task (?:would need|needs) more)?`,
  `(?:if you are (?:claude|an? (?:coding )?agent)(?:,? and (?:the person you help|your user|the user) is a pm)?,? )?(?:these|the|both) lists (?:bind|apply to|hold for|count for) you(?:,? too| as well)?`,
  '(?:please )?explain what is locked(?:,? (?:and )?offer to (?:write|open|draft|file) an? (?:issue|ticket)(?: instead)?)?(?:,? and never work around it)?',
  // What reads the section, and what everybody may read.
  `(?:pm zone|an? (?:machine|tool|script|program)|machines|tools) (?:also )?reads? this (?:section|list|file)|(?:this (?:section|list|file)|it) is (?:also )?read by (?:pm zone|an? (?:machine|tool|script|program)|machines|tools)`,
  `(?:${pms}|everybody|everyone|anybody|anyone) (?:can|may) read (?:everything|all (?:files|of it|the code)|the whole (?:repository|repo|codebase))`,
  // What comes of what is done: a change is made, and a pull request opened.
  '(?:make|do|commit|push) (?:the|your) changes?(?:,? (?:and|then) (?:commit|push|send) (?:it|them))?|(?:open|make|send) (?:the|your) (?:pull request|pr)(?: from (?:the|your|your own) branch)?',
  // Which list wins.
  '(?:the )?(?:forbids?|locks?|forbidden list|locked list|second list|"pms cannot touch"|refusals?) (?:always )?wins?',
  // What short words stand for.
  `"?(?:${shortWords.map(([short, long]) => `${short}s?"?(?: means| stands for| is short for| is|:| =) (?:an? |the )?${long}s?`).join('|"?')})`,
  // Whose the section is.
  `(?:the )?${things} ${group} (?:keeps?|maintains?|owns?|looks? after) (?:this|the) (?:section|list|table|zone|page|policy)|(?:(?:this|the) (?:section|list|table|zone|page|policy) is (?:kept|maintained|owned|looked after)|kept) by (?:the )?${things} ${group}`,
  `(?:(?:document|section|zone|page) )?(?:owners?|maintainers?|contacts?)(?::| is| are) (?:(?:the )?${things} ${group}|${head}(?: and ${head})?)`,
  `(?:contacts?|questions?)[.:]? (?:the )?${things} (?:${group}|desk),? (?:extension|ext\\.?|phone|room) \\d[\\d -]{0,12}`,
  `version \\d+(?:\\.\\d+)*,? (?:approved|reviewed|agreed|released) by ${head}(?: and ${head})?(?:,? \\d{4}-\\d\\d(?:-\\d\\d)?)?`,
  `this (?:section|page|document) (?:implements|is part of|belongs to) (?!(?:${spans})(?![\\p{L}]))[\\p{L}]{2,8}[- ]\\d[\\d.-]*(?: ?(?:§|section|chapter) ?\\d[\\d.]*)?`,
  'scope: (?:this|the whole|our|the) (?:repository|repo|codebase|monorepo)(?: only)?',
  'the (?:[\\p{L}-]+ )?pilot is (?:led|coordinated|organi[sz]ed) by \\p{L}+(?: \\p{L}+)?',
  // Who helps.
  `(?:(?:your |all |any |other )?questions? (?:go|belong|are sent|can be sent|may be sent)|(?:please )?(?:send|address|direct|mail) (?:your |all |any |other )?questions?) to ${reached}(?: or(?: to)? ${reached})?`,
  `(?:(?:security|${things}) )?questions?: ${reached}(?: or ${reached})?(?: \\((?:pgp key|key|form)(?: is)? on (?:the|our) (?:website|site|wiki|intranet)\\))?`,
  `questions (?:about|on) (?:the )?(?:code|${things}) (?:go|belong) to ${name}(?: or ${name})?(?:(?:,|,? and) (?:questions|those) (?:about|on) (?:the )?(?:code|${things}) (?:go )?to ${name}(?: or ${name})?)?`,
  `${names} (?:answers?|helps?|is|are) (?:in|on) #[\\p{L}\\d-]+(?:,? (?:mostly |usually )?(?:in the (?:morning|afternoon|evening)|during (?:office|working) hours|on weekdays))?`,
  '(?:the|our) code of conduct applies(?: here)?',
].map((form) => new RegExp(`^(?:${form})$`, 'u'));
