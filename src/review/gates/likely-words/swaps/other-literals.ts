import { isForeign, isProgram, isTest } from '../../code-text.js';
import { alignedLines } from './aligned-lines.js';
import { isForMachines } from '../is-for-machines.js';
import { isHardToRead } from '../is-hard-to-read.js';
import { readsPage } from '../is-read-back.js';
import {
  holdsTaggedTexts,
  holdsTextsInAttributes,
  isLinePage,
  literalsOf,
  withoutLiterals,
  type Literal,
} from './literals-of.js';

/** More nobody reads one by one. */
const mostLines = 30;
const mostSwaps = 60;

/** A literal that says something else, and what stands around it. */
export interface Swap {
  readonly was: string;
  readonly now: string;
  readonly isQuoted: boolean;
  /** The text above its line. */
  readonly above: string;
  /** With what its line begins. */
  readonly before: string;
  /** The rest of its line. */
  readonly after: string;
  readonly below: string;
}

/**
 * What stands in quotes, or between the tags of a page, and is something else, if all else in the program is sign by sign as it was, line by line.
 * `undefined` where more changed, and where the program speaks with a machine or cannot be read so.
 */
export function otherLiterals(path: string, was: string, now: string): readonly Swap[] | undefined {
  const isRead = isProgram(path) || isLinePage(path) || holdsTaggedTexts(path) || holdsTextsInAttributes(path);
  if (!isRead || isForeign(path) || isTest(path) || isForMachines(path)) return undefined;
  const lines = alignedLines(was, now, mostLines);
  if (lines === undefined || readsPage(was) || readsPage(now)) return undefined;
  const isHard = isHardToRead(was) || isHardToRead(now);
  const swaps: Swap[] = [];
  for (const line of lines) {
    const [old, own] = [literalsOf(path, line.was), literalsOf(path, line.now)];
    if (withoutLiterals(line.was, old) !== withoutLiterals(line.now, own)) return undefined;
    for (const [index, { text, isQuoted, start, end }] of own.entries()) {
      const before = old[index] as Literal;
      if (before.text === text) continue;
      if (swaps.length === mostSwaps || (isHard && isQuoted)) return undefined;
      const { above, below } = line;
      const around = { above, before: above + line.now.slice(0, start), after: line.now.slice(end), below };
      swaps.push({ was: before.text, now: text, isQuoted, ...around });
    }
  }
  return swaps;
}
