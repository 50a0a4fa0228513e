import { agents, alone, date, edit, names, plainly, pms, size } from './neutral-slots.js';

const count = '(?:an?|one|two|three|four|five|\\d{1,2})';
const duration = `(?:(?:about|around|less than|at most|up to) )?${count} (?:(?:working|business) )?(?:minutes?|hours?|days?|weeks?)`;
const soon = `(?:(?:with)?in (?:${duration}|minutes|hours)|(?:on )?the same (?:working )?day|quickly|soon)`;
const usually = '(?:usually |normally |mostly |typically |always )?';
const says = '(?:says|tells(?: you)?|sets out|lists|describes|explains|shows)';
const system =
  '(?:app store connect|(?:the )?(?:google )?play console|contentful|the cms|notion|confluence|crowdin|lokalise|weblate|transifex|airtable|figma|sanity|strapi|prismic|storyblok|stripe)';

/**
 * Whole sentences on when somebody answers, what the section is for, and what happens to a change by itself. Each in lower case and without its
 * end, as the source of a regular expression.
 */
export const toldRemarks: readonly string[] = [
  // When somebody answers, and who.
  `(?:we|the team|(?:the )?reviewers|engineers) ${usually}(?:review|answer|reply|respond|react|get back to you)(?: (?:to )?(?:your |all |the )?(?:pull requests?|prs?|changes|questions))? ${soon}`,
  `(?:an? |the |your )?(?:code )?review ${usually}takes ${duration}`,
  `you(?:'ll| will)? ${usually}(?:get|have|hear) (?:feedback|an answer|a reply|a review|back)(?: from us)? ${soon}`,
  `(?:any |more )?questions?(?::|\\?) #[\\w-]+(?: (?:on|in) (?:slack|teams|discord|zulip|mattermost))?(?:,? (?:and )?we ${usually}(?:answer|reply|respond|are there) ${soon})?`,
  `(?:engineer|developer) on (?:duty|call)(?::| is) (?:(?:see |in )?[#@][\\w./-]+|see the (?:rota|rotation|schedule|calendar)(?: in (?:the )?(?:opsgenie|pagerduty|slack|teams|notion|confluence|wiki|handbook))?)`,
  `we(?:'re| are) (?:always )?(?:happy|glad|here) to help(?::| in| on) [#@][\\w./-]+`,
  `(?:when|if) you(?:'re| are) (?:stuck|lost),? (?:please )?(?:call|ask|ping|write to|talk to|tell) (?:us|${names})`,
  // What the section is for, and for whom.
  '(?:here|this) is the list|here are the (?:two |three )?lists',
  `this (?:section|list|page) ${says} what (?:${pms}|they|you) (?:may|can) ${edit}${alone}, what (?:they (?:may|can) ${edit} )?(?:needs an engineer(?: alongside| beside them)?|(?:only )?(?:together )?with an engineer),? and what (?:they|you|${pms}) (?:should leave alone|(?:may not|cannot|can not|can't)(?: ${edit})?|should not ${edit})`,
  `(?:the|these|the following) (?:rules|lists)(?: below)? (?:apply to|hold for|count for) (?:(?:people|humans|${pms}) and (?:to |for )?(?:${agents}|assistants(?: (?:acting|working) for them)?)|every(?:body|one) (?:in the role of|who is) (?:an? )?product manager(?: \\(see (?:the )?(?:list|table) below\\))?)`,
  `the (?:purpose|aim|point|idea|goal) of (?:the zone|the pm zone|this section|this) is to (?:let|allow|enable) ${pms} (?:to )?(?:correct|fix|mend|improve|change) (?:the )?(?:wording|typos|small things|texts|copy|words)(?: themselves)? without (?:having to )?wait(?:ing)?(?: for (?:an? |the next )?(?:sprint|engineer|developer|release|ticket|us))?`,
  `we (?:introduced|made|wrote|started|have) (?:the|this) (?:pm[ -]zone|section|list)(?: ${date})? so that ${pms} (?:do not|don't|no longer) (?:have|need) to (?:raise|open|write|file|wait for) an? ticket (?:for|to fix) an? (?:typo|comma|word)`,
  `(?:it|the (?:zone|list|section)|this (?:section|list)) is (?:deliberately |intentionally |purposely )?${size}(?: on purpose)?,? (?:because|since)${plainly}`,
  `(?:here (?:stands|is)) what ${pms} (?:are allowed to|may|can) ${edit}${alone},? and what not`,
  `${pms} (?:have the right to|are allowed to|may|can) (?:${edit}) (?:certain|some|a few) (?:files|things)(?: themselves)?(?:,? (?:for to|in order to|to) (?:go|be|work|ship) faster)?`,
  `${pms}(?: and the (?:content|design|content design|copy|editorial) team)? are welcome to make small changes (?:here|(?:to|in) this (?:repository|repo))(?: themselves)?`,
  '(?:so )?(?:here|this) is what we (?:have )?agreed(?: on)?|we trust you',
  // What no list names.
  'nothing else(?: in (?:here|this (?:repository|repo)))? is (?:for (?:the )?pms|open(?: to (?:the )?pms)?|theirs)(?:,? either)?',
  // What happens by itself.
  `(?:after|once|when) your change is merged,? the (?:nightly |hourly |daily |next )?(?:run|job|build|deploy|deployment|sync|pipeline) (?:picks it up|publishes it|deploys it)`,
  "you (?:do not|don't) (?:need|have) to do anything(?: else)?",
  `(?:your |the |all |merged )?changes (?:go out|go live|ship|are shipped|are released) with the (?:next |weekly |fortnightly |monthly |daily )?(?:release|release train|deploy|build)`,
  `the (?:app store|play store|store|marketing|legal|sales|press) (?:texts|pages|copy) (?:live|lie|are kept) in ${system},? (?:and )?not here|(?:the )?prices come from ${system}`,
];
