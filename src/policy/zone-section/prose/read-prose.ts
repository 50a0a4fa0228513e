import { closesAll } from '../../grammar/refusals/closes-all.js';
import { isNeutral } from '../../grammar/neutral-prose.js';
import { addProblem, addProse, addRules, type SectionWalk } from '../section-walk.js';
import { isPlainDemand } from './plain-demand.js';
import { toPhrase, type Phrase } from '../../grammar/phrase.js';
import { readLead } from '../../grammar/leads/read-lead.js';
import { isLockedSentence, isPairSentence } from './path-sentences.js';
import { splitSentences } from '../../grammar/split-sentences.js';
import { toExcerpt } from '../../grammar/tokenize.js';
import { isMarkedAsRemark } from './marked-remark.js';
import { readOfFolder } from './read-of-folder.js';
import type { KnownSentence } from './known-sentence.js';
import { applySentence, readKnownSentence } from './read-known-sentence.js';
import { headingsOver } from '../headings/headings-over.js';
import { addLabel, addLabelledLead, labelOf } from '../headings/label-paragraph.js';
import { isAnsweredBy, readOther } from './read-other.js';

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
