import { isLabel } from './label-words.js';
import { showsAttribute } from './shown-names.js';

const attribute = /(\s)([^\s"'<>/=]+)(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'<>]+)/g;
const element = /^<([^\s/>]*)/;

/** A tag without the words that its attributes say to people; what is bound to an expression has another name. `isOdd`: nobody knows what its element does. */
export function spokenAttributes(tag: string, isOdd: boolean): string {
  const [, name] = element.exec(tag) as unknown as [string, string];
  return tag.replaceAll(attribute, (all, blank: string, called: string, _is: string, value: string) => {
    if (!/^["']/.test(value) || !showsAttribute(name, called, tag, isOdd)) return all;
    return isLabel(value.slice(1, -1)) ? `${blank}${called}="\0"` : all;
  });
}
