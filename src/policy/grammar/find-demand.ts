import { findAskForEngineer } from './refusals/forbidding-words.js';
import { normalizeWords } from './tokenize.js';
import { wholeWords } from './words/whole-words.js';

/**
 * The first words by which a sentence may demand something, whoever says that it does not, or say that the lists do not hold. No list of such words is
 * whole: whoever marks a remark answers for the rest of it.
 */
export function findDemand(sentence: string): string | undefined {
  if (/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(sentence)) return 'letters of another alphabet';
  const words = normalizeWords(sentence);
  const found = [demanding, order, ofReview, ofForce, ofOwner, ofMeasure, ofOrder, ofList, foreign].map((each) =>
    each.exec(words)?.[0].trim(),
  );
  return found.find((each) => each !== undefined) ?? findAskForEngineer(words);
}

const demanding = wholeWords(
  'must|shall|should|ought|(?:have|has|needs?) to|needs? (?:an?|the|to|two|one|your|their|our)|required?|requires|expect\\p{L}*|conditions?|please|only|always|unless|until|make sure|ensure|at (?:most|least)|no more than|max(?:imum)?|(?<!whom you |who to |whom to )ask|obligatory|mandatory|compulsory|necessary|except(?:ed|ing)?|exclud(?:ed|ing)|minus|pre-?conditions?|prerequisites?|revert(?:s|ed)?|without (?:an? |the |your )?(?:tickets?|issues?|plans?|briefs?|approval|ok|word)|deadline|agree\\p{L}*|last word|before changing|w\\/o|up to (?:\\d|(?:two|three|four|five|six|eight|ten|twelve|twenty)(?!\\p{L}))|(?:one by one|one (?:\\p{L}+ )?at a time|in pairs|alone|for now|for the (?:beginning|moment|start))',
);

/** A sentence that begins as an order or as a condition. */
const order =
  /^(?:without|not (?:on|in|at|during|before|after|until|yet|for|from|when|while|by|with)|no \p{L}+(?=[.!]?$)|have|let|get|talk|tell|remember|be|keep|leave|check|stop|wait|use|add|write|make|run|try|see that|hands|if|provided|when|once|as long as|so long as|given|subject to)(?![\p{L}])/u;

/** What each change goes through. */
const ofReview = wholeWords(
  'approv\\p{L}*|review\\p{L}*|permission|consent\\p{L}*|vetoe?s?|sign(?:s|ed|ing)?(?: off)?|sign-off|merg\\p{L}*|pull requests?|prs?|every change|each change|all changes|screenshots?|wants? to (?:see|read|check|know|hear)',
);

/** Whether the lists hold. */
const ofForce = wholeWords(
  'froze\\p{L}*|freez\\p{L}*|suspend\\p{L}*|paused?|on hold|clos(?:e|es|ed)|lock\\p{L}*|revok\\p{L}*|end(?:s|ed)|over|expir\\p{L}*|ignore|void|invalid|obsolete|outdated|drafts?|proposals?|cancel\\p{L}*|withdrawn|no longer|not yet|embargo|effect|access|retired|dead|valid|taken back|wish ?lists?|(?<=\\p{L} )stays?(?= *(?:[.!;,]|$))|starts? (?:in|next|on|with)|begins? (?:in|next|on|with)|engineers (?:alone|do|only)|stopped|disregard|forget|out of date|(?:is|are) (?:history|wrong|an? example|gone)|back to (?:the )?(?:engineers|engineering|us)|(?:nothing|none) of (?:it|this|these|that)|hold (?:on|off)|(?:is|are) (?:off|mine)|for later|(?:will )?open (?:it|this|these|them) (?:later|soon|next \\p{L}+|in \\p{L}+)',
);

/** Whose something is or stays: "legal pages stay with legal", "runbooks are SRE's". */
const ofOwner = wholeWords(
  "(?:stays?|remains?|rests?|lies|belongs?|left) (?:with|to) (?!(?:it|this|that|what|how|why|when|life|mind)(?!\\p{L}))[\\p{L}' ]{1,40}|(?:is|are) (?:the )?(?:\\p{L}+ ){0,2}\\p{L}+'s(?= *[.!;,]|$)",
);

/** How much of something each change has: "one page per change". */
const ofMeasure = wholeWords(
  '(?:an?|one|two|three|four|five|ten|twenty|\\d{1,4}) (?:\\p{L}+ ){1,3}(?:per|for each|for every|in each|in every|a) (?:change|pull request|pr|commit|merge request|mr|release|day|week|sprint)',
);

/** Who comes first: "Erin reads it first", "legal goes first". */
const ofOrder =
  /(?<![\p{L}])(?:reads?|sees?|goes|comes?|looks?|checks?|hears?|knows?|signs?|speaks?|decides?) (?:(?:it|them|this|that|each|all|everything|at it) )?first(?=$|[\s.!;,])/u;

/** Which list counts, or that the zone was: "the wiki has the current list", "this was the pilot of 2024". */
const ofList = wholeWords(
  [
    '(?:current|real|true|actual|latest|right|full|new|official) (?:lists?|zone|polic(?:y|ies)|rules)',
    'lists? in (?!the pm[ -]zone)[^.;]{1,60} (?:counts?|holds?|wins?|applies)',
    '(?:this|that|it) (?:was|were) (?:the|our|an?) (?:[\\p{L}-]+ )?(?:pilots?|zones?|lists?|policy|trial|experiment|example)',
    '(?:zone|pilot|lists?|policy) (?:was|were) (?:for|meant|in|the|our|an?)',
  ].join('|'),
);

/** Words of our neighbours, of which nobody here can say what they demand. */
const foreign = wholeWords(
  'aprobaci[oó]n|nur|mit|müssen|dürfen|nichts|vorher|está|cerrad\\p{L}*|ohne|und|ist|nicht|kein\\p{L}*|der|das|bitte|les|est|avec|sans|pas|uniquement|los|sin|gli|che|senza|een|het|niet|alleen|och|inte|endast|ikke|kun|tylko|nie|bez|apenas|não|sem|gesperrt|interdit\\p{L}*|prohibid\\p{L}*',
);
