import { isFrame } from '../code-text.js';
import type { Choice } from '../gated-regions.js';
import { blankNotes, ordersOf } from '../off-state/blank-notes.js';
import { partsWhileOff } from '../off-state/parts-while-off.js';
import { readRegions, readTextRegions } from '../regions/read-text-regions.js';
import { senseOfText } from '../regions/sense-of-text.js';
import { isDoubtfulMarkup } from './is-doubtful-markup.js';
import { blank } from '../../../text/blank.js';

/** What comparing the lines of a text with what they were comes to; `alike` is `same` as far as lines tell, `behind` that everyone had it and only those with the flag have now. */
type Compared = 'same' | 'alike' | 'behind' | undefined;

/**
 * Compares a template, or a program in a language without a syntax tree here, with what it was, line by line, without what depends on the flag: comments and blanks at the ends of lines make no
 * difference. That a template is the `same` while the flag is off is proven so; a program, in which lines mean more than they say, is `alike` at most. `undefined` where nobody can tell.
 */
export function compareTexts(path: string, before: string, now: string, keys: ReadonlySet<string>): Compared {
  if (ordersOf(before) !== ordersOf(now)) return undefined;
  const { choices: asked } = readTextRegions(path, before, keys);
  const { choices: asks } = readTextRegions(path, now, keys);
  if (asked.length + asks.length > mostQuestions) return undefined;
  const was = readLines(path, before, asked);
  if (was !== undefined && was === readLines(path, now, asks)) {
    if (!template.test(path)) return 'alike';
    const isDoubtful = asks.some((each) => isDoubtfulMarkup(path, now, each));
    return isDoubtful || asked.some((each) => isDoubtfulMarkup(path, before, each)) ? undefined : 'same';
  }
  const { choices } = readRegions(path, now, (condition) => senseAlone(condition, keys));
  const turned = choices.flatMap(({ whole, whileOn, whileOff }) =>
    whileOn === undefined ? [] : [{ whole, whileOff: whileOn, whileOn: whileOff }],
  );
  const all = readLines(path, before, asked, true);
  const isBehind =
    turned.length > 0 && all === readLines(path, now, turned, true) && !holdsAll(readLines(path, now, asks, true), all);
  return isBehind ? 'behind' : undefined;
}

/** A text that asks more often is left to an engineer: each question is looked at with all that stands around it. */
const mostQuestions = 200;
const template = /\.(?:erb|haml|slim|vue|svelte)$|\.blade\.php$/i;

/** Is all that a text says in another one, in its order? Then nothing is taken. */
function holdsAll(text = '', said = ''): boolean {
  const words = [...said.matchAll(word)].map(([each]) => each);
  let at = 0;
  for (const [each] of text.matchAll(word)) if (each === words[at]) at++;
  return at === words.length;
}

const word = /[\p{L}\p{N}_$]+|[^\p{L}\p{N}_$\s]/gu;

/** What a condition says that asks for the flag and for nothing else. */
function senseAlone(condition: string, keys: ReadonlySet<string>): 'on' | 'off' | undefined {
  return /&&|\band\b/.test(condition) ? undefined : senseOfText(condition, keys);
}

/**
 * The lines that are left; `undefined` where they are set in to mean something and more is left of a question than what it hides: how far those would be set in nobody can tell. `isLoose`: that
 * does not matter.
 */
function readLines(path: string, text: string, choices: readonly Choice[], isLoose = false): string | undefined {
  if (isFrame(path) && signInText.test(text)) return undefined;
  const isSetIn = /\.(?:haml|slim|py)$/i.test(path) && !isLoose;
  if (isSetIn && choices.some(({ whileOff }) => whileOff.some(([from, to]) => from < to))) return undefined;
  const bare = isFrame(path) ? blankScripts(blankNotes(path, text)) : blankNotes(path, text);
  const left = partsWhileOff(text.length, choices)
    .map(([from, to]) => bare.slice(from, to))
    .join('');
  if (countsBlanks(path, text)) return left;
  const isAsWritten = isSetIn || (!isLoose && longText.test(text));
  return left
    .split('\n')
    .map((line) => (isAsWritten ? line.trimEnd() : line.trim()))
    .filter((line) => line !== '')
    .join('\n');
}

/** A text in the code of a frame's markup that reads like one of its signs. */
const signInText = /\{[^{}"'`]*["'`][^{}]*\{\s*[#:/]/;

/** The scripts of a frame are compared by their syntax trees. */
function blankScripts(text: string): string {
  return text.replaceAll(/<script\b[^>]*>[^]*?<\/script>/gi, blank);
}

/** Is every blank sent, or shown, as it is? */
function countsBlanks(path: string, text: string): boolean {
  return /\.(?!html)\w+\.erb$/i.test(path) || /<(?:pre|textarea)\b/i.test(text);
}

/** What may begin a text over several lines, in which it matters how far they are set in. */
const longText = /<<[<~-]?\s*["'`]?[A-Za-z_]|"""|'''|`|%[qQwWi]?[({[<|]|@\$?"/;
