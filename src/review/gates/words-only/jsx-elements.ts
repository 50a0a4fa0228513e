import type { JSXElement, Node } from '@babel/types';
import { acts, actsElsewhere } from './element-names.js';

/** HTML whose texts people read, and components, which hand them on; what a component of such a name does with them nobody can tell. */
export function isOddElement({ openingElement: { name } }: JSXElement): boolean {
  if (name.type !== 'JSXIdentifier') return true;
  if (!/^\p{Lu}/u.test(name.name)) return !prose.test(name.name);
  // A component of just that name shows what it is given.
  return !/^text$/i.test(name.name) && acts.test(name.name);
}

/** May people read what stands in it? Any element of HTML, and a component whose name says nothing else; a person has to see. */
export function mayBeShown({ openingElement: { name } }: JSXElement): boolean {
  const { name: called } = name.type === 'JSXMemberExpression' ? name.property : name;
  return typeof called === 'string' && !actsElsewhere.test(called);
}

/** In these and all that they hold, text is code, a value or the key of a translation. */
export function isMachine(node: Node): boolean {
  if (node.type !== 'JSXElement' || node.openingElement.name.type !== 'JSXIdentifier') return false;
  return machine.test(node.openingElement.name.name);
}

const machine =
  /^(?:script|style|code|pre|textarea|select|option|svg|math|kbd|samp|title)$|^(?:Trans|Translate|Code|Pre|Style|Script|Markdown|Svg|\w*(?:Prompt|Instructions?|S(?:ql|QL)|C(?:ss|SS)|Command|Config|Path|Regex|Graph[Qq][Ll]|J(?:son|SON)|Y(?:aml|AML)))$/;

const prose =
  /^(?:p|h[1-6]|li|dt|dd|td|th|div|span|a|b|strong|em|small|label|button|caption|figcaption|legend|summary|blockquote|section|main|header|footer)$/;
