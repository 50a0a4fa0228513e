import { stemsOf } from '../../list-items/stems.js';
import { normalizeWords } from '../../grammar/tokenize.js';
import type { ZoneRule } from '../../policy.js';

/**
 * Whether a sentence only tells about something that the lists lock: "Disclosures are written by Legal." where `disclosures/**` is locked. No PM
 * changes it whatever is said of it. Its subject is what a locked path names and no open one does, and nothing in it may come back to what is open.
 */
export function isAboutLocked(text: string, rules: readonly ZoneRule[]): boolean {
  const globsOf = (effect: ZoneRule['effect']): readonly string[] =>
    rules.filter((rule) => rule.effect === effect).map(({ glob }) => glob);
  const opened = new Set(globsOf('allow').flatMap(stemsOf));
  // What is said of the folders above may be about more than the locked one.
  const locked = new Set(globsOf('forbid').flatMap((glob) => stemsOf(lastName.exec(glob)?.[0] ?? '')));
  return normalizeWords(text)
    .replace(/[`']([^`']*)[`']/gu, '$1')
    .replace(whyLocked, '$1')
    .replace(often, '$1')
    .split(/(?<=[.!]) /u)
    .every((words) => {
      const [, planned, matter = planned] = askedOf.exec(words) ?? [];
      if (matter !== undefined)
        return stemsOf(matter).length > 0 && stemsOf(matter).every((stem) => locked.has(stem) && !opened.has(stem));
      const [, subject = ''] = statement.exec(words) ?? [];
      return (
        stemsOf(subject).some((stem) => locked.has(stem)) &&
        !comingBack.test(words) &&
        !inYear.test(words) &&
        !somebody.test(subject) &&
        !team.test(subject) &&
        stemsOf(words).every((stem) => !opened.has(stem))
      );
    });
}

/** Whether a footnote of something locked only tells about that place: "Secrets are read here." */
export function isOfPlace(text: string): boolean {
  const words = normalizeWords(text).replace(/ (?:here|there)(?=[.!]?$)/u, '');
  return (
    /^(?:the |our |all )?(?:[\p{L}-]+ ){1,3}(?:is|are) (?:read|kept|stored|held|computed|loaded)(?: (?:by|from|into|in|with) (?:the |a |our )?[\p{L}-]+)?[.!]?$/u.test(
      words,
    ) &&
    ofSecrets.test(words) &&
    !comingBack.test(words)
  );
}

/** What such a place holds; "releases are held" may be about all of them. */
const ofSecrets =
  /^(?:[\p{L}-]+ ){0,3}(?:secrets?|keys?|passwords?|passphrases?|tokens?|credentials?|certificates?|salts?|seeds?|hashes|sessions?|cookies?|permissions?|roles|payments?|cards?|accounts?|balances?|totals?|taxes|configuration|settings|variables) (?:is|are)(?![\p{L}])/u;

/** "…, which is why it is on the second list." */
const whyLocked =
  /,? (?:and )?(?:which|that) is why (?:it|they) (?:is|are) (?:(?:on|in) the (?:second|lower|locked|closed|other) (?:list|one)|locked|closed)([.!]?)$/u;

/** How often something happens to what is locked is no time for what is open. */
const often = / (?:once|twice) an? (?:day|week|month|quarter|year)([.!]?)$/u;

/**
 * "Ask Mette before you plan anything with the gateway.", "For the gateway ask Mette; for the rest ask any developer.": whoever is asked, it is
 * about what no PM changes.
 */
const askedOf =
  /^(?:please )?(?:(?:ask|talk to|speak (?:to|with)) @?[\p{L}-]+(?: [\p{L}-]+)? before you (?:plan|start|try|build|design|change|touch) (?:anything|something) (?:with|in|near|around) the ([\p{L}\p{N}_ -]{1,40})|for (?:(?:anything|everything) (?:in|on|about) )?the ([\p{L}\p{N}_ -]{1,40}),? (?:please )?(?:ask|talk to|speak (?:to|with)|ping) @?[\p{L}-]+(?:; for (?:the rest|everything else|anything else),? (?:please )?(?:ask|talk to) (?:any|an?|the) (?:developer|engineer)s?)?)[.!]?$/u;

/** The name of the innermost folder, or of the file. */
const lastName = /[^/*]+(?=[/*]*$)/u;

/** Up to four words, and what is said of them. Another subject stands behind an "and", a comma or a colon, and could be anything. */
const statement =
  /^(?:(?:the|our|all|an?) )?((?:(?!(?:the|our|all|an?|of|and|or|but)\s)[\p{L}\p{N}_./*-]+ ){1,4}?)((?:is|are|was|were|has|have|had|holds?|comes?|runs?|decides?|computes?|contains?|handles?|stores?|lives?|belongs?|talks?|touch(?:es)?|moves?|costs?|broke|breaks?|look(?:s|ed)?)(?: [^\s,;:()]+)+)[.!]?$/u;

/** "The auth team is consulted", "auth tests are required": people and checks may have to do with each change. */
const somebody =
  /(?<![\p{L}])(?:teams?|squads?|guilds?|groups?|people|persons?|engineers?|developers?|experts?|owners?|leads?|maintainers?|reviewers?|approvers?|colleagues?|tests?|checks?) $/u;

/** A folder may be called as those are who have a say: "Legal has to agree." */
const team =
  /^(?:legal|security|compliance|finance|privacy|design|marketing|support|operations|ops|hr|counsel|accounting|audit|qa|sales|risk) $/u;

/** "Auth is frozen in 2027" may be about a freeze of all; what was in a year is over. */
const inYear = /(?<![\p{L}])(?:is|are|has|have)(?![\p{L}]).*(?<![\p{N}])(?:19|20)\d\d(?![\p{N}])/u;

/** What demands something of more than the subject, names a person who waits for it or a time, or points at anything else. */
const comingBack =
  /(?<![\p{L}])(?:pms?|managers?|product\w*|pilots?|you\w*|we|us|i|they|them|it|this|these|those|here|above|below|other\w*|else|rest|same|likewise|also|too|so|as|like|or|and(?! \p{L}+(?:ed|en)(?![\p{L}]))|all|any\w*|each|every\w*|both|whatever|nothing|nobody|none|only|except\w*|but|besides?|chang\w*|edit\w*|touch(?:ed|ing)|modif\w*|pull|merg\w*|must|should|shall|zone|sections?|lists?|(?:text|string|doc|flag|translation|label|message|prompt|word|event)s?|copy|content|wording|when|if|unless|until|while|before|(?<!looked )after|once|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|(?:in|on|over|from|during|this|next|each|every|since|by) (?:march|may|q[1-4]|christmas|easter|summer|winter|autumn|spring|fall)|january|february|april|june|july|august|september|october|november|december|(?:days?|weeks?|months?|quarters?|nights?|holidays?|sprints?|seasons?)|today|tonight|tomorrow|nowadays|currently|temporarily|freezes?|say|veto\w*|yes|consent\w*|permission|ask(?:s|ed)?|approv\w*|review\w*|proofread\w*|(?:has|have) to|required?|mandatory|needed|consulted|informed|notified|involved|agree\w*|ships|images?|pictures?|screenshots?|wait\w*|examples?|demos?|drafts?|open\w*|editable|allowed|free|first|doubt|who|releases|prs?|typos?|signatures?|signs)(?![\p{L}])|\p{L}n't(?![\p{L}])/u;
