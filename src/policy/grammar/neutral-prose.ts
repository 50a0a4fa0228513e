import { asksForEngineer, forbids } from './refusals/forbidding-words.js';
import { isAboutSection } from './about-section.js';
import { isKindWord, isLabel, saysNoRule } from './descriptions.js';
import { withoutPictures } from './decorations.js';
import { isAskingLine } from './remarks/asking-lines.js';
import { isAttribution } from './remarks/attributions.js';
import { isAddressLine, isContactLine } from './remarks/contact-lines.js';
import { isGoodWord } from './remarks/good-words.js';
import { isNeutralForm } from './remarks/neutral-forms.js';
import { isSignLegend } from './remarks/sign-legend.js';
import { isSlotRemark } from './remarks/slot-remarks.js';
import { isReasonOfZone } from './remarks/reasons-of-zone.js';
import {
  isAboutPairing,
  isEmphasis,
  isOfPairing,
  isOfRest,
  isOtherwise,
  isOtherwiseQuestion,
  isQuestionOfHelp,
  isQuestionOfMore,
} from './otherwise.js';
import { isAdjectives, isOrder, isPlainWord } from './words/plain-words.js';
import { isNarrowing } from './words/narrowing-phrases.js';
import { saysHow } from './words/says-how.js';
import type { Phrase } from './phrase.js';
import { parseAllowingLead } from './leads/read-lead.js';

/**
 * Whether a sentence neither opens, closes nor demands anything of what the lists open: it says what holds for everything else, whom to ask,
 * where to read more or which list wins, or it only names what the files hold.
 */
export function isNeutral(phrase: Phrase): boolean {
  const words = phrase.words
    .replace(/[\s.!?:]+$/u, '')
    .replace(/^(?:note|attention|tip|nb|tl;?dr|hence|nevertheless|in short|and|so|please)[,:]? /u, '');
  if (phrase.isOdd || saysNoRule(words)) return false;
  if (
    [isAskingLine, isContactLine, isAddressLine, isAttribution, isGoodWord, isSignLegend].some((says) =>
      says(phrase.source),
    )
  )
    return true;
  if (words === '') return !/[\p{S}?!]/u.test(withoutPictures(phrase.source));
  const isQuestion = /\?[\s)]*$/u.test(phrase.words);
  return (
    isOtherwise(words.replace(/^[^\p{L}'`]+/u, '')) ||
    isOfAgents(words) ||
    (isQuestion && [isOtherwiseQuestion, isQuestionOfHelp, isQuestionOfMore].some((asks) => asks(words))) ||
    isOfPairing(words) ||
    isNeutralForm(words) ||
    (!isQuestion &&
      words.split(/; | [·•|] /u).every((each) => isNeutralForm(each) || isSlotRemark(each) || isOtherwise(each))) ||
    isReasonOfZone(words) ||
    (!isQuestion && isPermission(words)) ||
    (!isQuestion && !amount.test(phrase.source) && isAboutSection(words)) ||
    isPlainTitle(phrase.words) ||
    (!isQuestion && !amount.test(phrase.source) && isPlain(words))
  );
}

/**
 * Whether a sentence only answers the question before it, or goes on about pairing: "Not listed? Pair.", "Questions? Bruna knows.",
 * "Everything else in pairs. We do it on site."
 */
export function isAnswer(before: Phrase, sentence: Phrase): boolean {
  if (before.isOdd || sentence.isOdd) return false;
  const asked = before.words.replace(/[\s.!?:]+$/u, '');
  const words = sentence.words.replace(/[\s.!?:]+$/u, '');
  if (/\?[\s)]*$/u.test(before.words))
    return isOtherwiseQuestion(asked)
      ? isOfRest(words)
      : (isQuestionOfHelp(asked) && isAskingLine(`Questions: ${sentence.source}`)) ||
          (isQuestionOfMore(asked) && isNeutralForm(`if you need something here, ${words}`));
  if (isReason(words) && forbids(before.source) && !/:\W*$/u.test(before.source)) return true;
  return (isOtherwise(asked) || isOfPairing(asked)) && (isAboutPairing(words) || isEmphasis(words));
}

/** Whether a sentence says that what no list names is changed with an engineer: "Everything else needs an engineer." */
export function saysOfRest(phrase: Phrase): boolean {
  const words = phrase.words.replace(/[\s.!]+$/u, '');
  return isNeutral(phrase) && isOtherwise(words) && asksForEngineer(phrase.source);
}

/** "For agents: when a file is on neither list, stop and say so." */
function isOfAgents(words: string): boolean {
  const rest = words
    .replace(/^(?:(?:for )?(?:coding |ai )?agents?|claude|cursor|copilot)[:,] /u, '')
    .replace(/^when /u, 'if ');
  return stopping.test(rest) && isOtherwiseQuestion(rest.replace(stopping, ''));
}

const stopping =
  /,? (?:please )?(?:stop|say so|refuse|decline|say which engineer to (?:talk to|ask)|tell (?:them|the pm)(?: so| to ask (?:an engineer|us))?|explain(?: why)?|ask(?: first)?)(?:,? (?:and|then) (?:stop|say so|tell (?:them|the pm)(?: so| to ask (?:an engineer|us))?|explain(?: why)?|ask|offer to (?:write|open|draft|file) an? (?:issue|ticket)))*$/u;

/** "PMs can change these files by themselves.": it demands nothing, and opens nothing, since it names no path. */
function isPermission(words: string): boolean {
  return !/['`*/]/u.test(words) && parseAllowingLead(words, 1)?.length === 0;
}

/** "Paywall (ask: Deniz)": a plain title, and whom to ask. */
function isPlainTitle(words: string): boolean {
  const [, title = '', name = ''] =
    /^([^()]{1,40}) \((?:ask|questions?|contact)(?::|:? to)? ([^()]{2,40})\)$/u.exec(words) ?? [];
  return title !== '' && isLabel(title, ['']) && isNeutralForm(`ask ${name}`);
}

/** Why something is closed: what a pronoun at its beginning means has just been named, and nothing else is spoken of. */
function isReason(words: string): boolean {
  return reason.test(words) && !elsewhere.test(words);
}

const reason =
  /^(?:these|those|they|it|this|that)(?: all| both)? (?:carr(?:y|ies)|touch(?:es)?|holds?|costs?|runs?|serves?|breaks?|unlocks?|moves?|stores?|sends?|talks? to|handles?|processes|process|guards?|decides?|controls?|steers?|drives?|feeds?|earns?|pays?|keeps?|protects?) [^.;:]{1,80}$/u;

/** What could come back to what is open, or demand something. */
const elsewhere =
  /(?<![\p{L}])(?:lists?|above|below|also|too|other|others|everything|every\w*|all|each|any|else|section|zone|text|texts|copy|docs|flags?|pms?|you|we|must|should|needs?|require\w*|only|until|unless|before|after|when|if|first|not|no|never|and|but|so)(?![\p{L}])/u;

/** Only what files hold. Nothing that points at the lists ("this is a demo") and no order ("use the wizard") is so plain. */
function isPlain(words: string): boolean {
  return (
    !/[^\p{L}\p{N}\s.,;:()'"!/-]/u.test(words) &&
    !pointing.test(words) &&
    !isNarrowing(words) &&
    !fragment.test(words) &&
    (words === 'who is who' || !stating.test(words.replace(/^(?:summary|overview|contents?): /u, ''))) &&
    !saysHow(words) &&
    !isAdjectives(words.split(/[^\p{L}\p{N}']+/u).filter((word) => word !== '')) &&
    !isOrder(words) &&
    !hasActor.test(words) &&
    words.split(/[^\p{L}\p{N}']+/u).every((word) => word === '' || isPlainWord(word) || isKindWord(word))
  );
}

/** "For the demo tenant.": what nothing stands before says of all of it where or for whom it holds. */
const fragment = /^(?:for|on|in|inside|within|under|from|through|at) /u;

/** "10 lines", "5 files, 100 words": how much of it, and of nothing else. */
const amount =
  /^\W*\d[\d.,]{0,9} (?!(?:lists|groups|kinds|colours|levels|parts|tables|columns|sections)(?!\p{L}))\p{L}+(?:(?:,| and|,? or) \d[\d.,]{0,9} \p{L}+)?\W*$/u;

/** Somebody who does something ("Legal reads the texts"), and what state something is in ("the flags are live"): both may restrict. */
const hasActor =
  /^(?:(?:the|an?|our|two|all|some) )?(?:[\p{L}-]+ )?(?:legal|product|design|marketing|support|content|community|agents?|humans?|people|persons?|everyone|customers?|users?|teachers?|doctors?|nurses?|editors?|writers?|leads?|teams?|workers?|boards?|council|ministry|authority) (?:reads?|sees?|says?|signs?|answers?|reports?|comments?|records?|prints?|drives?|closes?|writes?|watch(?:es)?|tells?|makes?|shows?|works?|holds?|uses?|talks?|explains?|describes?|stands?|looks?|has|have)(?![\p{L}])|(?<![\p{L}])(?:has|have|had) to(?![\p{L}])|(?<![\p{L}])(?:is|are) (?:to|live|theirs|in|under|on|at|for|of|from|about|with|a|an)(?![\p{L}])/u;

/** What things have, are or are made of: "Headlines use sentence case", "Pictures have alt text", "Voice: informal". */
const stating =
  /(?<![\p{L}])(?:uses?|ha(?:s|ve)|is|are|follows?|keeps?|starts?|ends?|begins?|comes?|goe?s?)(?![\p{L}])|:/u;

const pointing =
  /(?<![\p{L}])(?:this|that|these|those|it|its|they|them|their|all|any|each|every\w*|both|here|there|above|below|lists?|rules?|section|zone|table|page|polic(?:y|ies)|you|we)(?![\p{L}])/u;
