import { isFrame } from '../code-text.js';
import type { Choice } from '../gated-regions.js';
import { blankNotes, ordersOf } from '../off-state/blank-notes.js';
import { partsWhileOff } from '../off-state/parts-while-off.js';
import { readRegions, readTextRegions } from '../regions/read-text-regions.js';
import { senseOfText } from '../regions/sense-of-text.js';

/**
 * Compares a template, or a program in a language without a syntax tree here, with what it was, line by line: `same` where nothing differs while the flag is off, `behind` where it is what it was
 * while the flag is on, and so taken from all others; `undefined` where neither is known. Comments, blanks at the ends of lines and names that are taken in and not used make no difference.
 */
export function compareTexts(
  path: string,
  before: string,
  now: string,
  keys: ReadonlySet<string>,
): 'same' | 'behind' | undefined {
  if (ordersOf(before) !== ordersOf(now)) return undefined;
  const { choices: asked } = readTextRegions(path, before, keys);
  const was = readLines(path, before, asked);
  if (was !== undefined && was === readLines(path, now, readTextRegions(path, now, keys).choices)) return 'same';
  const { choices } = readRegions(path, now, (condition) => senseAlone(condition, keys));
  const turned = choices.flatMap(({ whole, whileOn, whileOff }) =>
    whileOn === undefined ? [] : [{ whole, whileOff: whileOn, whileOn: whileOff }],
  );
  const isBehind = turned.length > 0 && readLines(path, before, asked, true) === readLines(path, now, turned, true);
  return isBehind ? 'behind' : undefined;
}

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
  const lines = partsWhileOff(text.length, choices)
    .map(([from, to]) => bare.slice(from, to))
    .join('')
    .split('\n')
    .map((line) => (isSetIn ? line.trimEnd() : line.trim()))
    .filter((line) => line.trim() !== '');
  const words = countWords(lines);
  return lines.filter((line) => words.get(nameTakenIn(line)) !== 1).join('\n');
}

/** A text in the code of a frame's markup that reads like one of its signs. */
const signInText = /\{[^{}]*["'`][^{}]*\{\s*[#:/]/;

/** The scripts of a frame are compared by their syntax trees. */
function blankScripts(text: string): string {
  return text.replaceAll(/<script\b[^>]*>[^]*?<\/script>/gi, (script) => script.replaceAll(/[^\n]/g, ' '));
}

function countWords(lines: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of lines.join('\n').matchAll(/[\p{L}_$][\p{L}\p{N}_$]*/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The name that a line takes in from elsewhere, where it does nothing besides: `import a.b.Flags`, `from flags import is_on`. */
function nameTakenIn(line: string): string {
  const [, name = ''] =
    /^import (?:static )?[\w.]+\.(\w{1,100});?$/.exec(line) ?? /^from [\w.]+ import (\w{1,100})$/.exec(line) ?? [];
  return name;
}
