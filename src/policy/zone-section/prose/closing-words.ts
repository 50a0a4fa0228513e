import { isLabel } from '../../grammar/descriptions.js';
import { findCarveOut } from '../../grammar/carve-outs.js';
import { forbids } from '../../grammar/refusals/forbidding-words.js';
import { isPlainRefusal } from '../../grammar/refusals/plain-refusal.js';
import { mayDemand } from '../../grammar/remarks/word-against-remark.js';
import { isNeutral } from '../../grammar/neutral-prose.js';
import { isSentence, toPhrase } from '../../grammar/phrase.js';
import { toExcerpt, toSourceText } from '../../grammar/tokenize.js';
import type { ZoneRule } from '../../policy.js';
import { addProblem, addProse, type SectionWalk } from '../section-walk.js';
import { speaksOfOpen } from './beside-locked.js';
import { namesOpen, openMatters } from './names-open.js';

/** Keeps what closes without a path where it names what is open, each once. */
export function keepClosingWords(walk: SectionWalk, rules: readonly ZoneRule[]): void {
  const matters = openMatters(rules);
  const said = new Set(walk.prose.map(({ text }) => text));
  for (const { kept, looked } of walk.closingWords)
    if (namesOpen(looked, matters) && !said.has(toSourceText(kept))) addProse(walk, kept);
}

/**
 * Keeps the headings from a place on that close something by their words, and under which nothing is named ("### Locked: docs"), and those that
 * demand something and have nothing under them: a line under a paragraph makes it one.
 */
export function keepIdleHeadings(walk: SectionWalk, from: number): void {
  for (const { phrase, reading, before } of walk.headings.slice(from)) {
    if (reading.kind === 'allow' || isSentence(phrase) || isNeutral(phrase) || walk.rules.length > before) continue;
    const { tokens, source, words } = phrase;
    const isBare = walk.bareHeadings.has(phrase.line) && (mayDemand(source) || isStatement(words));
    const closes = isBare || forbids(source) || /^no /u.test(words) || findCarveOut(words) !== undefined;
    if (reading.kind === 'pair') walk.closingWords.push({ kept: tokens, looked: tokens });
    else if (closes && !isPlainRefusal(words)) addProse(walk, tokens);
  }
}

/** A heading with nothing under it is a title where it is a kind of files or a word or two. */
function isStatement(words: string): boolean {
  return words.split(' ').length > 2 && !isLabel(words, ['']);
}

/** Keeps an item that locks where its words go on to what is open, and says how to write it. */
export function keepWordsOnOpen(walk: SectionWalk, rules: readonly ZoneRule[]): void {
  for (const item of walk.lockedItems.filter((each) => speaksOfOpen(each, rules))) {
    const { source, line } = toPhrase(item);
    const message = `“${toExcerpt(source)}” may speak of something that is open, and names no path for it, so the engineering DRI is asked about it on every change. Write each path as an item of its own, with its path in backticks.`;
    addProblem(walk, 'warning', line, message);
    addProse(walk, item);
  }
}
