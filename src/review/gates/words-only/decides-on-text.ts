import type { FilledPiece } from './read-tags.js';

const value = /"[^"]*"|'[^']*'/g;
/** They say how an element looks, what it is called and where it leads, and not whether it is drawn. */
const still =
  /^(?:class|id|style|role|lang|dir|title|alt|src|href|rel|target|name|type|value|for|method|action|align|valign|width|height|border|bgcolor|cellpadding|cellspacing|colspan|rowspan|scope|tabindex|item(?:prop|scope|type)|(?:data|aria)-[a-z-]+)$/;

/** May a tag decide whether, and to whom, what stands in it is shown: a component, a directive, code? */
export function decidesOnText({ tag, text, codes }: FilledPiece): boolean {
  if (codes.length > 0 || (tag !== undefined && /[^a-z\d!]/.test(tag.name))) return true;
  const [, ...names] = text.replaceAll(value, '').split(/[\s/>=]+/);
  return names.some((name) => name !== '' && !still.test(name));
}
