import { pms } from './neutral-slots.js';
import { isPersonName } from './person-names.js';

/**
 * Whether a sentence in lower case, without its end, only says why somebody takes care here: what a mistake costs, what the product is for, what
 * kind of code it is. Its free words hold nothing by which anybody could be asked, kept out or held to anything.
 */
export function isReasonOfZone(sentence: string): boolean {
  const words = sentence.replace(/^(?:please )?read this first: /u, '');
  return (
    words.length < 200 &&
    (!restricting.test(words) || /^in the |^none of them /u.test(words)) &&
    reasons.some((reason) => reason.test(words.replace(spokenTo, ownTo)))
  );
}

/** A comma or a "so" in it would begin what follows from it: "breaks trust, wait for Hanne". */
const free =
  "(?!.*(?<![\\p{L}])(?:so|but|or|please|hence|thus|therefore|which)(?![\\p{L}]))(?:[\\p{L}\\p{N} '’]|(?<=\\p{L})-(?=\\p{L})|(?<=\\p{N}),(?=\\p{N})){1,120}";
/** What a mistake does, but to somebody's work or to what lists may open. */
const harm = `(?!.*(?<![\\p{L}])(?:you\\p{L}*|${'text doc translation string prompt flag merge'.replaceAll(' ', 's?|')}s?|copy|content|access|and)(?![\\p{L}]))${free}`;
/** What is said of something; "during the audit" is a time. */
const statement =
  "(?:on the other (?:side|hand),? )?(?!.*(?<![\\p{L}])(?:texts?|docs|copy|content|translations?|strings?|prompts?|flags?|prices?|frozen|freeze|paused|away|over|regulated|pilots?|teams?|reviewers?|weeks?|months?|quarters?|sprints?|releases?|pen|(?:in|on|since) (?:may|march)|january|february|april|june|july|august|september|october|november|december|with [\\p{L}]+,)(?![\\p{L}]))(?!(?:in|on|at|during|outside|over|around|within|from|since|while|as|for|by|under|with|without)(?![\\p{L}]))[\\p{L}\\p{N} '’-]{1,60} (?:is|are|was|were|has|have|holds?|counts?|runs?|handles?|stores?|belongs?) [\\p{L}\\p{N} ,'’-]{1,60}";
const people =
  '(?:people|children|kids|customers|users|patients|guests|players|riders|drivers|farmers|families|students|pupils|teachers|parents|visitors|travell?ers|tenants|donors|shoppers|passengers|citizens|residents|members|pharmacists|nurses|musicians|cooks|gardeners)';
/** What people do in their lives, and with a text of ours. */
const lives =
  'play|live|travel|drive|fly|cook|sleep|learn|grow|pay|rely on us|trust us|depend on us|write to us|wake up|play these games|read(?= (?:on|in) )|update rarely';
const product = '(?:repository|repo|codebase|code ?base|project|monolith|system|app|product|service|site)';

const reasons = [
  // "A wrong permission in the manifest sends us back into the store's review for two weeks."
  `an? (?:(?:bug|mistake|slip) (?:here|there)|(?:wrong|bad|broken|misplaced|careless) ${free}) (?:sends us|costs?|breaks?|takes? down|brings? down|stops?|loses|wakes?|reaches|confuses|hurts|delays|blocks|crashes|ruins|can cost|can break|can stop|can take down) ${harm}`,
  `an? (?:wrong|bad|broken|misplaced|careless|small) ${free} (?:took|cost|broke|stopped|woke|confused|reached) ${harm}`,
  // "Children between five and nine play these games.", "People write to us on the worst day of their life."
  `(?:some |most |many |our )?${people}(?: between \\p{L}+ and \\p{L}+| of all ages)? (?:${lives})(?: (?!(?:the|our|your|my|its|it|this|that|them|here)(?![\\p{L}]))(?!.*(?<![\\p{L}])(?:before|while|during|with|to (?:change|edit|touch)|chang\\p{L}*|edit\\p{L}*|fil(?:e|es)|(?:text|doc|flag|prompt|string)s?|copy|content|wording)(?![\\p{L}]))${free})?`,
  // "They know the customers best.", "Before, it took a sprint."
  `they know (?:the |our )?${people} (?:best|better than (?:we|anybody|anyone)(?: (?:ever )?(?:do|does|will))?)`,
  `we (?:wrote|made|started|did|built) (?:it|this) so that an? (?:wrong|missing) (?:word|comma|letter) (?:on|in) (?:the|our) (?:site|app|shop|page|product) (?:can be|is|gets) (?:put right|fixed|mended|corrected) (?:within|in) (?:minutes|hours|an hour|a day)`,
  '(?:before|earlier|until then|in the past|back then|before that),? (?:it|that|this|an? (?:typo|comma|fix)) (?:took|cost)(?: us)? (?:an?|one|two|three|four|weeks|days|\\d{1,2})(?: (?:sprints?|weeks?|days?|months?|tickets?|meetings?|and|of|us|to fix|hours?)){0,4}',
  `in the (?:first|second|last) (?:half|quarter|months?|weeks)(?: of (?:the|this|last) year)?,? ${pms} (?:merged|shipped|fixed|made|wrote) \\d{1,4} (?:changes|fixes|pull requests)(?: here)?|none of them (?:had to be|was|were) (?:reverted|rolled back|undone|taken back)`,
  // "Prompts are code with another syntax", "a bad one reaches 40,000 people a day".
  `(?:prompts|words|texts|configuration|data) (?:are|is) code(?: too| as well| with another syntax| in disguise)?(?:[;,] (?:and )?an? (?:bad|wrong|broken) one (?:reaches|costs|breaks|stops|hurts|confuses) ${harm})?`,
  // "This is a legacy project, many files are not what they seem."
  `this is an? (?:old|legacy|big|large|grown|very old) ${product}(?:, (?:and )?(?:many|some|most) (?:files|things|names) are not what they seem)?`,
  // "We trade with this.", "Hospitals rely on it."
  `(?:we|people|customers|patients|hospitals|banks|schools|shops|drivers|pilots|children|families|thousands of people) (?:trade|live|work|earn (?:our|their) money|fly|drive|pay|rely|depend|cook|travel) (?:with|on|by) (?:this|it|us)(?: every day| daily)?`,
  // "A diary of a building site is a document before court, therefore some things are closed."
  `${statement}, (?:so|therefore|hence|which is why|that is why) (?:some|a few|many|certain) (?:things|files|folders|parts|places) (?:are|stay|remain) closed`,
  `(?:most|much|half|a lot|all) of this ${product} (?:belongs to you|is yours)|this is your (?:sandbox|playground|home turf|kingdom|patch|corner|garden)`,
].map((form) => new RegExp(`^(?:${form})$`, 'u'));

/** "Most of this repository belongs to you, Nadia." */
const spokenTo = /(?<=(?:belongs to you|is yours)), (\p{L})(\p{L}+)$/u;

function ownTo(all: string, first: string, more: string): string {
  return isPersonName(`${first.toUpperCase()}${more}`) ? '' : all;
}

/** What could come back to what is open, name somebody who has a say, or demand something. */
const restricting =
  /(?<![\p{L}])(?:pms?|managers?|engineers?|developers?|lawyers?|legal|compliance|erin|veto|reviewers?|proofread\w*|last word|final (?:word|say)|twice|zone|lists?|section|must|should|needs?|require\w*|only|until|unless|after|when|if|once|first|never|nobody|nothing|no|ask\w*|approv\w*|sign\w*|agree\w*|check\w*|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|nights?|today|now|allow\w*|permission to|changes|everything|every(?! day)\w*|each|by (?!(?:this|it|us)(?![\p{L}])))(?![\p{L}])/u;
