import type { ArrowFunctionExpression, ClassMethod, FunctionDeclaration, Node, ObjectMethod } from '@babel/types';
import { childNodes } from '../child-nodes.js';
import { literalOf, type Sense } from '../flag-sense.js';

/**
 * Does a function say whether the flag is on, and nothing else, be it by a promise? Where it says so on one way only, it says yes whether the flag is on or not.
 */
export function answersFor(
  node: ArrowFunctionExpression | FunctionDeclaration | ObjectMethod | ClassMethod,
  sense: Sense,
): boolean {
  if (node.generator) return false;
  // A promise that is given by a promise is waited for with it.
  const isAnswer = (given: Node | null | undefined): boolean => sense(given, node.async) === 'on';
  if (node.body.type !== 'BlockStatement') return isAnswer(node.body);
  const last = node.body.body.at(-1);
  if (last?.type !== 'ReturnStatement' || !isAnswer(last.argument)) return false;
  return returnsIn(node.body).every((given) => given === undefined || literalOf(given) === false || isAnswer(given));
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
