import type { ArrowFunctionExpression, FunctionDeclaration, Node } from '@babel/types';
import { childNodes } from '../child-nodes.js';
import { literalOf, type Sense } from '../flag-sense.js';

/**
 * Does a function say whether the flag is on, and nothing else? Where it says so on one way only, or gives a promise, it says yes whether the flag is on or not.
 */
export function answersFor(node: ArrowFunctionExpression | FunctionDeclaration, sense: Sense): boolean {
  if (node.generator || node.async) return false;
  if (node.body.type !== 'BlockStatement') return sense(node.body) === 'on';
  const last = node.body.body.at(-1);
  if (last?.type !== 'ReturnStatement' || sense(last.argument) !== 'on') return false;
  return returnsIn(node.body).every(
    (given) => given === undefined || literalOf(given) === false || sense(given) === 'on',
  );
}

/** What the returns of a function give, those of functions in it apart. */
function returnsIn(body: Node): readonly (Node | undefined)[] {
  const found: (Node | undefined)[] = [];
  const open = [body];
  for (let node = open.pop(); node; node = open.pop()) {
    if (/Function|Method$/.test(node.type)) continue;
    if (node.type === 'ReturnStatement') found.push(node.argument ?? undefined);
    open.push(...childNodes(node));
  }
  return found;
}
