import { closePaths, findNamedPaths } from '../list-items/close-paths.js';
import { isOutsideSentence, readForbidItem } from '../list-items/read-forbid-item.js';
import { readAllowItem } from '../list-items/read-allow-item.js';
import { asksForEngineer, forbids } from '../grammar/forbidding-words.js';
import { isNeutral } from '../grammar/neutral-prose.js';
import { isOtherwiseHeading } from '../grammar/otherwise.js';
import { toPhrase, type Phrase } from '../grammar/phrase.js';
import { isPairSentence, readLead, readSentenceLead, type LeadReading } from '../grammar/read-lead.js';
import { splitInline } from '../grammar/split-inline.js';
import { splitSentences } from '../grammar/split-sentences.js';
import { toExcerpt, type TextToken } from '../grammar/tokenize.js';
import { isSetOff } from './split-lazy-lead.js';
import { addProblem, addProse, addRules, type SectionWalk } from './section-walk.js';

/**
 * Reads the paragraph above that has led nothing: whole known sentences open and lock their paths, what forbids locks those that it names,
 * and all else that is not neutral is prose, which the engineering DRI confirms. `next` is the paragraph below it.
 */
export function flushProse(walk: SectionWalk, next?: Phrase): void {
  const { pending } = walk;
  walk.pending = undefined;
  if (pending === undefined) return;
  if (readLead(pending).effect === 'allow') {
    const message = `Nothing that could be read follows "${toExcerpt(pending.source)}", so it opens nothing. Put a list right under it, each item with its path in backticks.`;
    addProblem(walk, 'warning', pending.line, message);
    return;
  }
  const sentences = splitSentences(pending.tokens).map(toPhrase);
  const known = sentences.map(readKnownSentence);
  // One sentence that nobody understands may be about its neighbours: then none of them opens anything.
  const isKnown = sentences.every((sentence, at) => known[at] !== undefined || isNeutral(sentence));
  for (const [at, sentence] of sentences.entries()) {
    const found = known[at];
    if (found?.effect === 'forbid' || (found !== undefined && isKnown)) applySentence(walk, found);
    else readOther(walk, sentence, next !== undefined && readLead(next).effect === 'forbid');
  }
}

/** A sentence that is wholly a permission or a refusal with its paths. */
interface KnownSentence {
  readonly effect: LeadReading['effect'];
  readonly lead: LeadReading;
  readonly items: readonly (readonly TextToken[])[];
}

function readKnownSentence(sentence: Phrase): KnownSentence | undefined {
  const start = sentence.tokens.findIndex(({ kind }) => kind === 'code');
  if (start < 0 || sentence.isOdd) return undefined;
  const lead = readSentenceLead(toPhrase(sentence.tokens.slice(0, start)));
  return lead === undefined
    ? undefined
    : { effect: lead.effect, lead, items: splitInline(sentence.tokens.slice(start)) };
}

function applySentence(walk: SectionWalk, { lead, items }: KnownSentence): void {
  const kinds = walk.headings.map(({ reading }) => reading.kind);
  for (const item of items) {
    if (lead.effect === 'forbid' || kinds.includes('forbid')) addRules(walk, readForbidItem(item, true));
    else if (lead.effect === 'pair' || kinds.includes('pair'))
      addRules(walk, closePaths({ ...toPhrase(item), source: '' }, undefined));
    else if (lead.effect === 'allow')
      addRules(walk, readAllowItem(item, { conditions: lead.conditions, labels: [lead.label ?? ''] }));
  }
}

function readOther(walk: SectionWalk, sentence: Phrase, isFollowed: boolean): void {
  const heading = walk.headings
    .map(({ phrase }) => phrase.words)
    .slice(-1)
    .join('');
  const isOfRest =
    isOtherwiseHeading(heading) && isNeutral({ ...sentence, words: `everything else: ${sentence.words}` });
  if (isNeutral(sentence) || isOutsideSentence(sentence.tokens) || isOfRest) return;
  walk.isFirst = false;
  const isForbidden = isUnderForbid(walk) || forbids(sentence.source);
  const isPaired = asksForEngineer(sentence.source);
  const paths = findNamedPaths(sentence.tokens);
  if (isPairSentence(sentence)) {
    addRules(walk, closePaths({ ...sentence, source: '' }, undefined));
    return;
  }
  if (paths.length > 0 && isForbidden && !isPaired) addRules(walk, closePaths(sentence, undefined, true));
  else if (paths.length === 0 && isForbidden && !isFollowed && /:\W*$/u.test(sentence.source)) {
    const message = `No list follows "${toExcerpt(sentence.source)}", so nothing enforces it. Ask engineering to write what PMs cannot touch as a list right under it, with the globs in backticks.`;
    addProblem(walk, 'error', sentence.line, message);
  }
  if (paths.length > 0 && !isForbidden) {
    const message = `"${toExcerpt(sentence.source)}" names a path and is no known way to open or to close it, so the engineering DRI is asked about it on every change. Write it as a list under "PMs can touch:", "PMs cannot touch:" or "Together with an engineer:".`;
    addProblem(walk, 'warning', sentence.line, message);
  }
  if (forbids(sentence.source) && isSetOff(sentence.tokens)) walk.isClosing = true;
  addProse(walk, sentence.tokens);
}

function isUnderForbid({ headings, isClosing }: SectionWalk): boolean {
  return isClosing || headings.some(({ reading }) => reading.kind === 'forbid');
}
