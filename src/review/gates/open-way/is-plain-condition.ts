import type { Node } from '@babel/types';
import { calleeName } from '../flag-sense.js';

/** How far loading is, whether there is anything to show, and what of the page is open: everyone has that, with or without a flag. */
const plain =
  /^_?(?:(?:is|are|was|has|have|no)_?)?(?:\w*(?:loading|loaded|fetching|fetched|pending|submitting|error|errors|failed|success|opened|collapsed|expanded|mounted|hovered|focused)|open|empty|data|results?|items?|list|rows?|children|title|description|subtitle|label|icon|text|message|mobile|desktop|length|size|count|total|index|i|undefined)$/i;

/**
 * Does a condition depend on nothing but what everyone may come to? Anything else may be the flag by another name: a setting, what a server says, an answer of a function or a
 * store.
 */
export function isPlainCondition(test: Node): boolean {
  switch (test.type) {
    case 'Identifier':
      return plain.test(test.name);
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return !test.computed && plain.test(calleeName(test)) && isPlainHolder(test.object);
    case 'UnaryExpression':
      return isPlainCondition(test.argument);
    case 'LogicalExpression':
    case 'BinaryExpression':
      return [test.left, test.right].every(isPlainCondition);
    case 'CallExpression':
      return (
        test.callee.type === 'MemberExpression' &&
        calleeName(test.callee.object) === 'Array' &&
        test.arguments.every(isPlainCondition)
      );
    default:
      return /^(?:String|Numeric|Boolean|Null)Literal$/.test(test.type);
  }
}

/** Its own name says what it is, unless what holds it is about flags or settings. */
function isPlainHolder(node: Node): boolean {
  if (node.type === 'ThisExpression') return true;
  if (node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression')
    return !isAboutFlags(calleeName(node)) && isPlainHolder(node.object);
  return node.type === 'Identifier' && !isAboutFlags(node.name);
}

function isAboutFlags(name: string): boolean {
  return /flag|feature|toggle|experiment|config|setting|option|env|variant|permission|capabilit/i.test(name);
}
