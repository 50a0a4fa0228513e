import { closesEntries } from '../../grammar/refusals/closes-entries.js';
import { closesAll } from '../../grammar/refusals/closes-all.js';
import { isPlainDemand } from './plain-demand.js';
import { closePaths, findNamedPaths, pairPaths } from '../../list-items/close-paths.js';
import { markBarePaths } from '../../list-items/mark-bare-paths.js';
import { isOutsideSentence } from '../../list-items/read-forbid-item.js';
import { asksForEngineer, forbids } from '../../grammar/refusals/forbidding-words.js';
import { isAnswer, isNeutral, saysOfRest } from '../../grammar/neutral-prose.js';
import { isOfPairing, isOtherwise, isOtherwiseHeading } from '../../grammar/otherwise.js';
import { isWayToReach } from '../../grammar/remarks/asking-lines.js';
import { toPhrase, type Phrase } from '../../grammar/phrase.js';
import { readLead } from '../../grammar/leads/read-lead.js';
import { isLockedSentence, isPairSentence } from './path-sentences.js';
import { splitSentences } from '../../grammar/split-sentences.js';
import { toExcerpt } from '../../grammar/tokenize.js';
import { isMarkedAsRemark } from './marked-remark.js';
import { keepNamed } from './keep-named.js';
import { isPmNames } from './pm-names.js';
import { tailOf } from './words-behind.js';
import { readOfFolder } from './read-of-folder.js';
import type { KnownSentence } from './known-sentence.js';
import { applySentence, readKnownSentence } from './read-known-sentence.js';
import { headingsOver } from '../headings/headings-over.js';
import { addLabel, addLabelledLead, labelOf } from '../headings/label-paragraph.js';
import { isSetOff } from '../split-lazy-lead.js';
import { addClosingWords, addProblem, addProse, addRules, type SectionWalk } from '../section-walk.js';

/**
 * Reads the paragraph above that has led nothing: whole known sentences open and lock their paths, what forbids locks those that it names,
 * and all else that is not neutral is prose, which the engineering DRI confirms. `next` is the paragraph below it.
 */
export function flushProse(walk: SectionWalk, next?: Phrase): void {
  const { pending } = walk;
  walk.pending = undefined;
  if (pending === undefined) return;
  const sentences = splitSentences(pending.tokens).map(toPhrase);
  if (sentences.length === 1 && readOfFolder(walk, pending, true)) {
    walk.isFirst = false;
    return;
  }
  if (addLabelledLead(walk, pending, next)) return;
  if (readLead(pending).effect === 'allow') {
    const message = `Nothing that could be read follows “${toExcerpt(pending.source)}”, so it opens nothing. Put a list right under it, each item with its path in backticks.`;
    addProblem(walk, 'warning', pending.line, message);
    return;
  }
  const label = labelOf(pending);
  if (label !== undefined) {
    addLabel(walk, pending, label);
    return;
  }
  // It is kept whole, and why it is no remark is said already.
  const isMarked = isMarkedAsRemark(pending);
  const known: (KnownSentence | undefined)[] = [];
  for (const sentence of sentences)
    known.push(isPairSentence(sentence) ? undefined : readKnownSentence(walk, sentence, known.at(-1)));
  const over = headingsOver(walk);
  // One sentence that nobody understands may be about its neighbours: then none of them opens anything.
  const unknown = sentences.find(
    (sentence, at) =>
      known[at] === undefined &&
      !isNeutral(sentence) &&
      !isPairSentence(sentence) &&
      !isLockedSentence(sentence) &&
      !isPlainDemand(sentence) &&
      !isAnsweredBy(sentences[at - 1], sentence),
  );
  for (const [at, sentence] of sentences.entries()) {
    const found = known[at];
    if (found === undefined && closeAll(walk, sentence)) continue;
    if (found?.effect === 'forbid' || (found !== undefined && unknown === undefined)) applySentence(walk, found, over);
    else
      readOther(walk, sentence, {
        isFollowed: next !== undefined && readLead(next).effect === 'forbid',
        before: sentences[at - 1],
        beside: found?.effect === 'allow' ? unknown : undefined,
        isMarked,
      });
  }
  if (isMarked) addProse(walk, pending.tokens);
}

/** What stands around a sentence. */
interface Around {
  /** A lead that forbids follows. */
  readonly isFollowed: boolean;
  readonly before: Phrase | undefined;
  /** Of a sentence that would open its paths by itself: the one beside it that nobody understands. */
  readonly beside: Phrase | undefined;
  /** It stands in a paragraph that is marked as a remark and is none. */
  readonly isMarked: boolean;
}

function readOther(walk: SectionWalk, sentence: Phrase, { isFollowed, before, beside, isMarked }: Around): void {
  if (readOfFolder(walk, sentence, false)) {
    walk.isFirst = false;
    return;
  }
  const heading = walk.headings
    .map(({ phrase }) => phrase.words)
    .slice(-1)
    .join('')
    .replace(/^[^\p{L}]+/u, '');
  const isOfRest =
    isOtherwiseHeading(heading) &&
    ofPairing.test(sentence.words) &&
    isNeutral({ ...sentence, words: `everything else: ${sentence.words}` });
  if (saysOfRest(sentence)) walk.saysOfRest ??= { file: walk.file, line: sentence.line, text: sentence.source };
  if ((isOtherwise(sentence.words) || isOfPairing(sentence.words)) && !ofMeaning.test(sentence.words))
    walk.closingWords.push({ kept: sentence.tokens, looked: tailOf(sentence.tokens) });
  const isContact = contactHeading.test(heading) && !sentence.isOdd && isWayToReach(sentence.source);
  if (
    walk.headings.some(({ reading }) => reading.kind === 'pair') &&
    isNeutral(sentence) &&
    !isOfPairing(sentence.words)
  )
    addClosingWords(walk, sentence);
  if (isContact || isPmNames(walk, sentence) || isAnsweredBy(before, sentence) || isOfRest) return;
  if (isNeutral(sentence) || isOutsideSentence(sentence.tokens)) {
    keepNamed(walk, sentence, undefined);
    return;
  }
  if (isFollowed && beforeLocked.test(sentence.words)) return;
  walk.isFirst = false;
  const isForbidden = isUnderForbid(walk) || forbids(sentence.source);
  const isPaired = asksForEngineer(sentence.source);
  const marked = { ...sentence, tokens: markBarePaths(sentence.tokens, walk.codes) };
  const paths = findNamedPaths(marked.tokens);
  if (isPairSentence(sentence) || isOfRestWithPaths(sentence)) {
    addRules(walk, pairPaths(sentence));
    return;
  }
  if (isLockedSentence(sentence)) {
    addRules(walk, closePaths(sentence, undefined, true));
    return;
  }
  if (paths.length > 0 && isForbidden && !isPaired) addRules(walk, closePaths(marked, undefined, true));
  else if (paths.length === 0 && isForbidden && !isFollowed && /:\W*$/u.test(sentence.source)) {
    const message = `No list follows “${toExcerpt(sentence.source)}”, so nothing enforces it. Ask an engineer to write what PMs cannot touch as a list right under it, with the globs in backticks.`;
    addProblem(walk, 'error', sentence.line, message);
  }
  if (paths.length > 0 && !isForbidden)
    walk.doubtful.push({ sentence: marked, isAsked: !isMarked && beside === undefined });
  if (paths.length > 0 && !isForbidden && !isMarked && beside !== undefined) {
    const message = `“${toExcerpt(sentence.source)}” opens nothing, since “${toExcerpt(beside.source)}” beside it may be about the same. Write its paths as a list under “PMs can touch:”, and what must hold for one right behind it.`;
    addProblem(walk, 'warning', sentence.line, message);
  }
  if (paths.length === 0 && closesEntries(sentence)) closeEntries(walk, sentence);
  const above = walk.headings.at(-1);
  // What is said under a heading that is a path is said of it.
  if (above?.reading.kind === 'folder') walk.doubtful.push({ sentence: above.phrase, isAsked: false });
  if (forbids(sentence.source) && isSetOff(sentence.tokens)) walk.isClosing = true;
  if (!isMarked) addProse(walk, sentence.tokens);
}

/** Closes all that the lists open where a sentence right under the zone's title takes it back: "Everything needs an engineer." */
function closeAll(walk: SectionWalk, sentence: Phrase): boolean {
  const isOfZone = walk.headings.every(({ reading }) => reading.kind === 'title');
  if (!isOfZone || !closesAll(sentence)) return false;
  const { line, source: text } = sentence;
  addRules(walk, { rules: [{ effect: 'pair', glob: '**', line, text, conditions: [] }], problems: [] });
  const message = `“${toExcerpt(text)}” takes back what the lists open, so nothing is open to PMs alone. If it holds for what no list names, write “Everything else: with an engineer.”; else take it out once it is over.`;
  addProblem(walk, 'warning', line, message);
  return true;
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

function isAnsweredBy(before: Phrase | undefined, sentence: Phrase): boolean {
  return before !== undefined && isAnswer(before, sentence);
}

function isUnderForbid({ headings, isClosing }: SectionWalk): boolean {
  return isClosing || headings.some(({ reading }) => reading.kind === 'forbid');
}
