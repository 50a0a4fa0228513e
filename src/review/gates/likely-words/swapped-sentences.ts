import { isForeign, isProgram } from '../code-text.js';
import { isAddressOfPage } from '../words-only/addresses/address-of-page.js';
import { alignedLines, type AlignedLine } from './aligned-lines.js';
import { isInText } from './is-in-text.js';
import { holdsTaggedTexts, isPage, literalsOf, withoutLiterals, type Literal } from './literals-of.js';
import { leadsSomewhere, showsInQuotes } from './may-show.js';
import { areOtherWords, isOtherSentence } from './plain-sentence.js';

/** More lines than these nobody reads one by one. */
const mostLines = 30;
/** A program that talks to machines, whose sentences they read. */
const toMachines =
  /\.(?:sh|sql)$|(?:^|[/_.-])(?:prompts?|llms?|agents?|migrations?|seeds?|robots|security|ads|humans)(?:[/_.-]|$)/i;

/** A literal that says something else. */
export interface Swap {
  readonly was: string;
  readonly now: string;
}

/**
 * What a program says otherwise, if that is all that changed in it: line by line another sentence in quotes or between tags, or the address of another page, and all else sign by
 * sign as it was. Its language does not matter. Nothing comes, goes or moves. `undefined` where more changed, or where what stands around a text may do something with it.
 */
export function swappedSentences(path: string, was: string, now: string): readonly Swap[] | undefined {
  if (!(isProgram(path) || isPage(path) || holdsTaggedTexts(path)) || isForeign(path) || toMachines.test(path))
    return undefined;
  const lines = alignedLines(was, now);
  if (lines === undefined || lines.length === 0 || lines.length > mostLines) return undefined;
  const swaps: Swap[] = [];
  for (const line of lines) {
    const [old, own] = [literalsOf(path, line.was), literalsOf(path, line.now)];
    if (withoutLiterals(line.was, old) !== withoutLiterals(line.now, own)) return undefined;
    for (const [index, literal] of own.entries()) {
      const { text } = old[index] as Literal;
      if (text === literal.text) continue;
      if (!isHarmless(path, line, text, literal)) return undefined;
      swaps.push({ was: text, now: literal.text });
    }
  }
  // What stands elsewhere in the file may be what a text is held against.
  const isAlone = (side: 'was' | 'now', text: string, swap: Swap): boolean =>
    count(text, swap[side]) === swaps.filter((each) => each[side] === swap[side]).length;
  return swaps.every((swap) => isAlone('was', was, swap) && isAlone('now', now, swap)) ? swaps : undefined;
}

function isHarmless(path: string, { above, now, below }: AlignedLine, was: string, literal: Literal): boolean {
  const [before, after] = [above + now.slice(0, literal.start), now.slice(literal.end)];
  if (!literal.isQuoted) {
    const isShown = holdsTaggedTexts(path)
      ? /<(?:[\w.-]+:)?string\b[^<>]*>$/i.test(before)
      : isInText(before, `${after}\n${below}`);
    return isShown && isOtherSentence(was, literal.text);
  }
  if ([was, literal.text].every((each) => /^https?:/i.test(each) && isAddressOfPage(each)))
    return leadsSomewhere(before);
  if (before.endsWith('`') && before.at(-2) === 't' && !/from ["']@lingui\//.test(above)) return false;
  const shows = showsInQuotes({ before, after }, isPage(path));
  if (shows === 'nothing') return false;
  return isOtherSentence(was, literal.text) || (shows === 'words' && areOtherWords(was, literal.text));
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}
