import { properties, things } from './thing-words.js';

/**
 * Words that tie the names of things together. Nobody's "your", "my" or "own" is among them, nor "by", "with" or "at": whose a text is and who
 * is there when it changes restricts.
 */
const ties = `
 a about across all also an and any are around as be both can each every everything everywhere for from general has have here hold holds
 how i in inside into is it its itself lie lies like live lives made make makes mean means of on or our plus say says see sees seen
 show shows shown displayed rendered printed read reads sent stand stands stored collected contain contains describe describes explain
 explains appear appears visible talk talks tell tells that the their theirs them there they those this these through throughout to use
 used uses using various we well what where which who whom whose why within write writes written work works you
 e g ie vs eg etc hi hello hey thanks such obviously naturally please including plus various
 repo repository codebase code zone section page below above list agent claude cursor ai`;

const thingSet = new Set(things);
const ofAdjectives = /^(?:and|or|but|also|very|more|most|rather|quite|always|be|is|are|it|they)$/u;
const propertySet = new Set(properties);
const tieSet = new Set(ties.trim().split(/\s+/u));

/**
 * Whether a word in lower case can restrict nothing: it is no time, condition, number or person who decides, and not "only", "new",
 * "existing", "draft" or a language. The plural and the possessive of a thing are plain as it is.
 */
export function isPlainWord(word: string): boolean {
  return tieSet.has(word) || formsOf(word).some((form) => thingSet.has(form));
}

/** Whether words, in lower case, are adjectives alone: they name nothing, so they say what a text has to be like ("informal", "friendly and clear"). */
export function isAdjectives(words: readonly string[]): boolean {
  return (
    words.some((word) => propertySet.has(word)) &&
    words.every((word) => propertySet.has(word) || ofAdjectives.test(word))
  );
}

/** Whether a word only ties others together. */
export function isTie(word: string): boolean {
  return tieSet.has(word);
}

/**
 * Whether words may be an order rather than a description, though each is plain: "use the wizard", "record each visit". Such a verb leads
 * them, and what only follows a verb comes next.
 */
export function isOrder(words: string): boolean {
  return clausesOf(words).some((clause) => order.test(clause));
}

const determiner = '(?:an?|the|all|any|both|each|every|everything|it|its|them|this|that|these|those|our|us|their)';
const order = new RegExp(
  `^(?:(?:please|always|then|also) )*(?:${[
    '(?:be|use|make|show|say|tell|see|write|describe|explain|include|keep|put|give|go|come|take|let|get|add|set|send|call|choose|pick|wait|follow|mind|talk|work|stand|read|lie|live)',
    `(?!(?:as|for|of|in|on|from|about|and|or|like|that|through|inside|into|within|what|how|where|why|who|which|all|any|both|each|every|everything|everywhere)(?: |$))(?![\\p{L}']*s |(?:copy|content|help|text|wording|data|information) (?:the|our) )\\p{L}+ ${determiner}`,
    '(?:post|report|comment|sign|reply|link|mail|email|book|search|record|contact|speech) (?:to|on|in|for)',
  ].join('|')})(?![\\p{L}\\p{N}'-])`,
  'u',
);

function clausesOf(words: string): readonly string[] {
  return words.split(/[,;:()!]+|\s(?:and|or|then)\s|\s-\s/u).map((clause) => clause.trim());
}

/** A word and what it is the plural or the possessive of: "switches", "storefront's", "stories". */
function formsOf(word: string): readonly string[] {
  const own = word.replace(/'s?$/u, '');
  return [own, own.replace(/s$/u, ''), own.replace(/es$/u, ''), own.replace(/ies$/u, 'y')];
}
