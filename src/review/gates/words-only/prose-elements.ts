const block = /^(?:p|h[1-6]|ul|ol|dl|blockquote|hr)$/;
const inline = /^(?:a|b|strong|em|i|u|small|span|abbr|q|sub|sup|br)$/;
/** They hold the parts of a page. */
const holdsAll =
  /^(?:div|section|article|main|header|footer|aside|nav|body|form|fieldset|details|figcaption|center|td|li|dd|blockquote|mj-text)$/;
const holdsInline =
  /^(?:p|h[1-6]|dt|th|label|legend|caption|summary|button|a|b|strong|em|i|u|small|span|abbr|q|sub|sup)$/;
/** Here elements are read as text, moved elsewhere, or close what they stand in. */
const holdsNone =
  /^(?:title|option|optgroup|select|datalist|table|thead|tbody|tfoot|tr|colgroup|html|head|noscript|object|video|audio|canvas|picture|map|ruby|dialog|menu|figure|mj-(?!text$).+)$/;
/** Where it is followed, or may be, another link is broken. */
const leads = /^(?:a|button|summary|label)$|link|button|anchor|tab|menu|item|card/i;

/** Is it an element that prose is made of, and not of another language for its capitals or dashes? */
export function isProse(name: string): boolean {
  return block.test(name) || inline.test(name) || /^(?:li|dt|dd)$/.test(name);
}

/** Is it a paragraph, a heading or a list? */
export function isBlock(name: string): boolean {
  return block.test(name);
}

/** Do paragraphs, lists and links stand among other parts of a page in it? */
export function holdsProse(name: string): boolean {
  return holdsAll.test(name) || holdsItems(name);
}

function holdsItems(name: string): boolean {
  return /^[uod]l$/.test(name);
}

/** May an element of prose stand right in another? `undefined` where nobody can tell, as in a component. */
export function mayStandIn(name: string, parent: string): boolean | undefined {
  if (holdsItems(parent)) return parent === 'dl' ? /^d[td]$/.test(name) : name === 'li';
  if (holdsAll.test(parent)) return block.test(name) || inline.test(name);
  if (holdsInline.test(parent)) return inline.test(name);
  return holdsNone.test(parent) ? false : undefined;
}

/** Is an element, or a component, of such a name followed when somebody presses it? */
export function leadsAway(name: string): boolean {
  return leads.test(name);
}
