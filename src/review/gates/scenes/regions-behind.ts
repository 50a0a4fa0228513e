import type { Node } from '@babel/types';
import type { FlagSense } from '../../../flags/flag-calls.js';
import { calleeName, type FlagNames, type Sense } from '../flag-sense.js';
import type { Region } from '../gated-regions.js';
import { rangeOf } from '../range-of.js';
import { isShownWhereOn, senseOfElement } from './flag-element.js';

/** What of a node runs, or is shown, only while the flag is on; `misread` where it takes the flag's value for the answer. `leaving`: calls that never come back. */
export function regionsBehind(
  node: Node,
  sense: Sense,
  { keys }: FlagNames,
  leaving: ReadonlySet<string>,
): readonly Region[] | 'misread' {
  switch (node.type) {
    case 'ConditionalExpression':
      return branch(sense(node.test), node.consequent, node.alternate);
    case 'LogicalExpression': {
      const own = sense(node.left);
      if (own === 'value') return 'misread';
      return (node.operator === '&&' && own === 'on') || (node.operator === '||' && own === 'off')
        ? [rangeOf(node.right)]
        : [];
    }
    case 'IfStatement':
      return branch(sense(node.test), node.consequent, node.alternate);
    case 'BlockStatement':
    case 'Program':
      return node.body.flatMap((each): Region[] => {
        if (each.type !== 'IfStatement') return [];
        const own = sense(each.test);
        const leaves =
          own === 'off'
            ? exits(each.consequent, leaving)
            : own === 'on' && each.alternate
              ? exits(each.alternate, leaving)
              : false;
        return leaves ? [[rangeOf(each)[1], rangeOf(node)[1]]] : [];
      });
    case 'JSXElement': {
      const { openingElement: opening, closingElement: closing } = node;
      if (senseOfElement(opening, keys) === 'value') return 'misread';
      return closing && isShownWhereOn(node, keys) ? [[rangeOf(opening)[1], rangeOf(closing)[0]]] : [];
    }
    default:
      return [];
  }
}

function branch(sense: FlagSense | undefined, yes: Node, no: Node | null | undefined): readonly Region[] | 'misread' {
  if (sense === 'value') return 'misread';
  if (sense === 'on') return [rangeOf(yes)];
  return sense === 'off' && no ? [rangeOf(no)] : [];
}

function exits(node: Node, leaving: ReadonlySet<string>): boolean {
  const last = node.type === 'BlockStatement' ? node.body.at(-1) : node;
  if (last?.type === 'ExpressionStatement' && last.expression.type === 'CallExpression')
    return leaving.has(calleeName(last.expression.callee));
  return last !== undefined && /^(?:Return|Throw|Continue|Break)Statement$/.test(last.type);
}
