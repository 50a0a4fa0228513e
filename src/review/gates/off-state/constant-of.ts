import type { Node } from '@babel/types';
import type { Sense } from '../flag-sense.js';
import { everyNode } from './declared-names.js';

/** What a condition comes to while the flag is on, or while it is off; `undefined` where something else decides it too. */
export type ConstantOf = (node: Node) => boolean | undefined;

/**
 * `sense` says of `on && isAdmin` that it holds only where the flag is on, which is all there is to know while the flag is off; so the parts are looked at one by one,
 * and a name by what it was declared as. What has a doubtful name in it is not decided.
 */
export function createConstantOf(
  sense: Sense,
  isOn: boolean,
  declared: ReadonlyMap<string, Node>,
  doubtful: ReadonlySet<string>,
): ConstantOf {
  const open = new Set<Node>();
  const constantOf: ConstantOf = (node) => {
    if (node.type === 'BooleanLiteral') return node.value;
    if (node.type === 'UnaryExpression' && node.operator === '!') {
      const inner = constantOf(node.argument);
      return inner === undefined ? undefined : !inner;
    }
    if (node.type === 'LogicalExpression') {
      const [left, right] = [constantOf(node.left), constantOf(node.right)];
      if (node.operator === '??') return left;
      const decides = node.operator === '||';
      if (left === decides || right === decides) return decides;
      return left === undefined || right === undefined ? undefined : !decides;
    }
    const own = sense(node);
    if ((own !== 'on' && own !== 'off') || hasName(node, doubtful)) return undefined;
    const init = node.type === 'Identifier' ? declared.get(node.name) : undefined;
    if (!isOn || init === undefined || open.has(init)) return (own === 'on') === isOn;
    open.add(init);
    const found = constantOf(init);
    open.delete(init);
    return found;
  };
  return constantOf;
}

function hasName(node: Node, names: ReadonlySet<string>): boolean {
  for (const each of everyNode(node)) if (each.type === 'Identifier' && names.has(each.name)) return true;
  return false;
}
