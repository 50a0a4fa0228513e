import { opensBlock } from './code-role.js';
import { isWord } from './is-word.js';
import { leastShownAt } from './shown-arguments.js';

const literal = /"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|`(?:[^`\\]|\\[^])*`/g;

/** A piece of a template's code without the words of the strings that it shows to people beyond doubt. Items of a list of such strings come and go. */
export function withoutSaid(code: string): string {
  if (opensBlock.test(code)) return code;
  const left = code.replaceAll(literal, (written, offset: number) => {
    const least = leastShownAt(code, offset, offset + written.length);
    return least !== undefined && hasWords(written.slice(1, -1), least) ? '\0' : written;
  });
  return left.replaceAll(/\0(?:\s*,\s*\0)+/g, '\0');
}

function hasWords(text: string, least: number): boolean {
  const words = text.split(' ').filter(Boolean);
  return words.length >= least && words.every(isWord);
}
