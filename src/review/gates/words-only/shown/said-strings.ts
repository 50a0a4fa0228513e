import { opensBlock } from '../code-role.js';
import { isWord } from '../is-word.js';
import { isLabel } from './label-words.js';
import { isNamedShown } from './named-arguments.js';
import { leastShownAt } from './shown-arguments.js';

/** What Ruby fills in to a string, with strings of its own. */
const filled = String.raw`#\{(?:[^{}"']|"[^"]*"|'[^']*')*\}`;
const literal = new RegExp(
  // A sign of it is read in one way alone, or what does not close would take very long.
  String.raw`"(?:${filled}|(?!${filled})[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|\x60(?:[^\x60\\]|\\[^])*\x60`,
  'g',
);
const filledIn = new RegExp(`(${filled})`);

/** A piece of a template's code without the words of the strings that it shows to people beyond doubt. Items of a list of such strings come and go. */
export function withoutSaid(code: string): string {
  if (opensBlock.test(code)) return code;
  const left = code.replaceAll(literal, (written, offset: number) => {
    // In Ruby and PHP it is a command that is run.
    if (written.startsWith('`')) return written;
    const end = offset + written.length;
    const parts = written.startsWith('"') ? written.slice(1, -1).split(filledIn) : [written.slice(1, -1)];
    // Each second one is filled in.
    const said = parts.filter((_, index) => index % 2 === 0).join(parts.length > 1 ? ' A ' : '');
    const least = leastShownAt(code, offset, end);
    const isSaid = least === undefined ? isLabel(said) && isNamedShown(code, offset, end) : hasWords(said, least);
    return isSaid ? ['\0', ...parts.filter((_, index) => index % 2 === 1).map(leftOfFilled)].join('') : written;
  });
  return left.replaceAll(/\0(?:\s*,\s*\0)+/g, '\0');
}

/** What is filled in shows words of its own. */
function leftOfFilled(filledIn: string): string {
  return withoutSaid(`<%= ${filledIn.slice(2, -1)} %>`);
}

function hasWords(text: string, least: number): boolean {
  const words = text.split(' ').filter(Boolean);
  return words.length >= least && words.every(isWord);
}
