import { closesEntries } from '../../grammar/refusals/closes-entries.js';
import { closePaths, findNamedPaths, pairPaths } from '../../list-items/close-paths.js';
import { markBarePaths } from '../../list-items/mark-bare-paths.js';
import { isOutsideSentence } from '../../list-items/read-forbid-item.js';
import { asksForEngineer, forbids } from '../../grammar/refusals/forbidding-words.js';
import { isAnswer, isNeutral, saysOfRest } from '../../grammar/neutral-prose.js';
import { isOfPairing, isOtherwise, isOtherwiseHeading } from '../../grammar/otherwise.js';
import { isWayToReach } from '../../grammar/remarks/asking-lines.js';
import type { Phrase } from '../../grammar/phrase.js';
import { toExcerpt } from '../../grammar/tokenize.js';
import { isSetOff } from '../split-lazy-lead.js';
import { addClosingWords, addProblem, addProse, addRules, type SectionWalk } from '../section-walk.js';
import { isLockedSentence, isPairSentence } from './path-sentences.js';
import { keepNamed } from './keep-named.js';
import { isPmNames } from './pm-names.js';
import { tailOf } from './words-behind.js';
import { readOfFolder } from './read-of-folder.js';

/** What stands around a sentence. */
export interface Around {
  /** A lead that forbids follows. */
  readonly isFollowed: boolean;
  readonly before: Phrase | undefined;
  /** Of a sentence that would open its paths by itself: the one beside it that nobody understands. */
  readonly beside: Phrase | undefined;
  /** It stands in a paragraph that is marked as a remark and is none. */
  readonly isMarked: boolean;
}

/** Reads a sentence of the zone that is none of those known: what it restricts is locked or kept, and the rest is left where it is a remark. */
export function readOther(walk: SectionWalk, sentence: Phrase, around: Around): void {
  if (readOfFolder(walk, sentence, false)) {
    walk.isFirst = false;
    return;
  }
  keepWhatItMeans(walk, sentence);
  if (isSaidAlready(walk, sentence, around.before)) return;
  if (isNeutral(sentence) || isOutsideSentence(sentence.tokens)) {
    keepNamed(walk, sentence, undefined);
    return;
  }
  if (around.isFollowed && beforeLocked.test(sentence.words)) return;
  walk.isFirst = false;
  if (isPairSentence(sentence) || isOfRestWithPaths(sentence)) addRules(walk, pairPaths(sentence));
  else if (isLockedSentence(sentence)) addRules(walk, closePaths(sentence, undefined, true));
  else readRestricting(walk, sentence, around);
}

/** Keeps what a sentence says of all that no list names, and of pairing, for whatever the lists open. */
function keepWhatItMeans(walk: SectionWalk, sentence: Phrase): void {
  if (saysOfRest(sentence)) walk.saysOfRest ??= { file: walk.file, line: sentence.line, text: sentence.source };
  const saysOfPairing = isOfPairing(sentence.words);
  if ((isOtherwise(sentence.words) || saysOfPairing) && !ofMeaning.test(sentence.words))
    walk.closingWords.push({ kept: sentence.tokens, looked: tailOf(sentence.tokens) });
  if (!saysOfPairing && walk.headings.some(({ reading }) => reading.kind === 'pair') && isNeutral(sentence))
    addClosingWords(walk, sentence);
}

/** Whether a sentence needs no reading, for the heading over it, the list of PMs or the sentence before it. */
function isSaidAlready(walk: SectionWalk, sentence: Phrase, before: Phrase | undefined): boolean {
  const heading = walk.headings.at(-1)?.phrase.words.replace(/^[^\p{L}]+/u, '') ?? '';
  const isContact = contactHeading.test(heading) && !sentence.isOdd && isWayToReach(sentence.source);
  const isOfRest = (): boolean =>
    isOtherwiseHeading(heading) &&
    ofPairing.test(sentence.words) &&
    isNeutral({ ...sentence, words: `everything else: ${sentence.words}` });
  return isContact || isPmNames(walk, sentence) || isAnsweredBy(before, sentence) || isOfRest();
}

function readRestricting(walk: SectionWalk, sentence: Phrase, around: Around): void {
  const marked = { ...sentence, tokens: markBarePaths(sentence.tokens, walk.codes) };
  const isForbidden = isUnderForbid(walk) || forbids(sentence.source);
  if (findNamedPaths(marked.tokens).length === 0) {
    if (isForbidden && !around.isFollowed) reportLeadOfNothing(walk, sentence);
    if (closesEntries(sentence)) closeEntries(walk, sentence);
  } else if (!isForbidden) {
    keepDoubtful(walk, marked, around);
  } else if (!asksForEngineer(sentence.source)) {
    addRules(walk, closePaths(marked, undefined, true));
  }
  const above = walk.headings.at(-1);
  // What is said under a heading that is a path is said of it.
  if (above?.reading.kind === 'folder') walk.doubtful.push({ sentence: above.phrase, isAsked: false });
  if (forbids(sentence.source) && isSetOff(sentence.tokens)) walk.isClosing = true;
  if (!around.isMarked) addProse(walk, sentence.tokens);
}

function reportLeadOfNothing(walk: SectionWalk, { source, line }: Phrase): void {
  if (!/:\W*$/u.test(source)) return;
  const message = `No list follows “${toExcerpt(source)}”, so nothing enforces it. Ask an engineer to write what PMs cannot touch as a list right under it, with the globs in backticks.`;
  addProblem(walk, 'error', line, message);
}

/** Paths in words that nobody understands are open to PMs only together with an engineer. */
function keepDoubtful(walk: SectionWalk, sentence: Phrase, { isMarked, beside }: Around): void {
  walk.doubtful.push({ sentence, isAsked: !isMarked && beside === undefined });
  if (isMarked || beside === undefined) return;
  const message = `“${toExcerpt(sentence.source)}” opens nothing, since “${toExcerpt(beside.source)}” beside it may be about the same. Write its paths as a list under “PMs can touch:”, and what must hold for one right behind it.`;
  addProblem(walk, 'warning', sentence.line, message);
}

/** Closes what the lists under the last heading open, where a sentence takes back some of it that it does not name. */
function closeEntries({ rules, headings }: SectionWalk, { line, source: text }: Phrase): void {
  const opened = headings
    .slice(-1)
    .flatMap(({ before }) => rules.slice(before))
    .filter(({ effect }) => effect === 'allow');
  for (const { glob } of opened) rules.push({ effect: 'pair', glob, line, text, conditions: [] });
}

/** What pairing is, which says of changes in general how it goes. */
const ofMeaning = /^pairing (?:means|=):? an (?:engineer|developer) (?:is|was|sits|has|joins)(?![\p{L}])/u;

/** "Please don't go here, ever:" right above "PMs cannot touch:" says no more than that. */
const beforeLocked =
  /^(?:and |but )?(?:please )?(?:(?:don't|do not|never|you (?:can't|cannot|must not)) (?:go|touch|step|come|look)|stay out|keep out|hands off|keep away|stay away)(?: (?:in )?(?:here|there|these|of here|from here))?(?:, (?:ever|please|never|thanks|really))*[:.!]$/u;

/** What a sentence under "Everything else" has to speak of, so that it is about that. */
const ofPairing =
  /(?<![\p{L}])(?:engineers?|engineering|developers?|programmers?|pair\w*|ask|together|one of us|talk to|co-author\w*)(?![\p{L}])/u;

const contactHeading = /^(?:\d[\d.]* )?(?:contacts?|contact persons?|questions|who to ask|whom to ask|help)$/u;

/** "Everything else, including `packages/kit`, needs an engineer." */
function isOfRestWithPaths({ words, isOdd }: Phrase): boolean {
  const rest = words.replace(including, '');
  return !isOdd && rest !== words && isOtherwise(rest.replace(/[\s.!]+$/u, ''));
}

const including =
  /,? (?:including|also) '[^']*'(?:(?:,| and|, and) '[^']*')*(?: (?:outside|beside|besides) (?:of )?the \p{L}+)?/u;

/** Whether a sentence is the answer to the question before it. */
export function isAnsweredBy(before: Phrase | undefined, sentence: Phrase): boolean {
  return before !== undefined && isAnswer(before, sentence);
}

function isUnderForbid({ headings, isClosing }: SectionWalk): boolean {
  return isClosing || headings.some(({ reading }) => reading.kind === 'forbid');
}
