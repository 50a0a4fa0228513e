import { isAddressOfPage } from '../words-only/addresses/address-of-page.js';
import { onlyLeads } from '../words-only/harmless-attributes.js';

/** How a part of a page looks, what it is called and what it says of itself. Scripts may ask for it all the same, so that somebody looks at it. */
const quiet =
  /^(?:class(?:Name)?|id|lang|dir|title|alt|role|rel|target|aria-[a-z]+|data-(?:test(?:-?id)?|qa|cy|content(?:-[a-z]+)?|(?:tippy|bs)-content|(?:bs-)?title|original-title|label|text|tooltip|placeholder))$/;
/** Whoever presses it, or sees it drawn, may set something off. */
const acts = /\b(?:js|delete|remove|destroy|submit|trigger|toggle|modal)\b|javascript:/i;

/** Does an attribute, as it is written out, only say how an element looks or what it says of itself? */
export function isQuietAttribute(name: string, value: string): boolean {
  if (name === 'href') return isAddressOfPage(value);
  if (name === 'rel' || name === 'target') return onlyLeads(name, value);
  return quiet.test(name) && !acts.test(value) && (!/^class/.test(name) || onlyLeads(name, value));
}

/** Elements that hold what is read, and do nothing by themselves. */
const drawn =
  /^(?:p|h[1-6]|ul|ol|li|dl|dt|dd|blockquote|hr|br|a|b|strong|em|i|u|s|small|span|abbr|q|sub|sup|mark|code|kbd|wbr|div|section|article|header|footer|aside|main|figure|figcaption|table|caption|thead|tbody|tfoot|tr|td|th)$/;

/** Is an element of such a name one that only holds what people read? */
export function isDrawn(name: string): boolean {
  return drawn.test(name);
}
