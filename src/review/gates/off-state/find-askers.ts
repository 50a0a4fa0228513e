import type { Node } from '@babel/types';
import { everyNode } from '../child-nodes.js';
import { calleeName, type Sense } from '../flag-sense.js';

/** The names of what a program calls to know of the flag. */
export function findAskers(program: Node, sense: Sense): ReadonlySet<string> {
  const askers = new Set<string>();
  for (const node of everyNode(program)) {
    if ((node.type === 'CallExpression' || node.type === 'OptionalCallExpression') && sense(node) !== undefined)
      askers.add(calleeName(node.callee));
  }
  return askers;
}
