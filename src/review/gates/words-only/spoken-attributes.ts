import { isWord } from './is-word.js';

const attribute = /(\s)([^\s"'<>/=]+)(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'<>]+)/g;
const spoken = /^(?:alt|title|placeholder|aria-label)$/i;
/** Of an element that acts, these alone are for people for certain. */
const alwaysSpoken = /^(?:alt|aria-label)$/i;

/** A tag without the sentences that its attributes say to people; what is bound to an expression has another name. */
export function spokenAttributes(tag: string, acts: boolean): string {
  return tag.replaceAll(attribute, (all, blank: string, name: string, _is: string, value: string) => {
    if (!(acts ? alwaysSpoken : spoken).test(name) || !/^["']/.test(value)) return all;
    const words = value
      .slice(1, -1)
      .split(/[ \n\r\t]+/)
      .filter(Boolean);
    return words.length > 1 && words.every(isWord) ? `${blank}${name}="\0"` : all;
  });
}
