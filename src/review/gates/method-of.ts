import type { Node } from '@babel/types';
import { nameOf } from './flag-sense.js';
import type { answersFor } from './off-state/answers-for.js';
import { isDistinct } from './settings/settings-holder.js';

/** A function that an object or a class offers by a name that nothing else has: `Features.isNewHomeOn()`. */
export function methodOf(
  node: Node,
): { readonly name: string; readonly body: Parameters<typeof answersFor>[0] } | undefined {
  if (node.type !== 'ObjectProperty' && node.type !== 'ObjectMethod' && node.type !== 'ClassMethod') return undefined;
  const name = node.computed ? undefined : nameOf(node.key);
  if (name === undefined || !isDistinct(name)) return undefined;
  const body = node.type === 'ObjectProperty' ? node.value : node;
  return body.type === 'ArrowFunctionExpression' || body.type === 'ObjectMethod' || body.type === 'ClassMethod'
    ? { name, body }
    : undefined;
}
