import { isAddressOfPage } from '../words-only/addresses/address-of-page.js';
import { onlyLeads } from '../words-only/harmless-attributes.js';
import { isLabel } from '../words-only/shown/label-words.js';
import { areWords, isSentence } from './without-words.js';

/** What a part of a page says of itself. */
const spoken =
  /^(?:title|alt|aria-label|data-(?:content(?:-[a-z]+)?|(?:tippy|bs)-content|(?:bs-)?title|original-title|label|text|tooltip))$/;
const quiet = /^(?:lang|dir|data-test(?:-?id)?)$/;
/** What hides, shows or sets something off. */
const acts =
  /(?:^|[\s:_-])(?:js|delete|remove|destroy|submit|trigger|toggle|modal|hidden|hide|invisible|none|only|disabled|show|collapse\w*|active|open)(?:$|[\s:_-])/i;

/** Does a part of a page say something by such an attribute? */
export function isSpoken(name: string): boolean {
  return spoken.test(name);
}

/** What a file has, by which it is judged whether a part of a page may be called otherwise. */
export interface PageNames {
  /** Classes that its elements have before and after. */
  readonly classes: ReadonlySet<string>;
  /** How often a word stands in it. */
  readonly count: (word: string) => number;
}

/** Does an attribute of an element that only holds what is read, as it is written out, only say how it looks, where it leads, or what it is? */
export function isQuietAttribute(element: string, name: string, value: string, names: PageNames): boolean {
  if (spoken.test(name)) return name.startsWith('data-') ? isLabel(value) || isSentence(value) : areWords(value);
  if (name === 'id') return /^(?:h[1-6]|section)$/.test(element) && /^[\w-]+$/.test(value) && names.count(value) === 1;
  if (name === 'tabindex') return /^-?\d$/.test(value);
  if (name === 'class') return value.split(/\s+/).every((each) => names.classes.has(each)) && !acts.test(value);
  if (name === 'href') return element === 'a' && isAddressOfPage(value);
  if (name === 'rel' || name === 'target') return element === 'a' && onlyLeads(name, value);
  return quiet.test(name) && /^[\w\s:./[\]-]*$/.test(value) && !acts.test(value);
}

/** Elements that hold what is read, and do nothing by themselves. A link counts, whatever else is taken out of it. */
const drawn =
  /^(?:p|h[1-6]|ul|ol|li|dl|dt|dd|blockquote|hr|br|b|strong|em|i|u|s|small|span|abbr|q|sub|sup|mark|wbr|div|section|article)$/;

/** Is an element of such a name one that only holds what people read? */
export function isDrawn(name: string): boolean {
  return drawn.test(name);
}
