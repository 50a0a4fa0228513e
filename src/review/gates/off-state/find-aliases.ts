import type { Node } from '@babel/types';
import type { ConstantOf } from './constant-of.js';
import { countNames, findDeclared } from './declared-names.js';

/**
 * Constants that a change names for what the flag chooses: `const title = on ? next : last`, where `last` stood by itself before. Those that are declared once, and
 * that the program before did not have.
 */
export function findAliases(program: Node, before: Node, constantOf: ConstantOf): ReadonlyMap<string, Node> {
  const known = countNames(before);
  const chosen = [...findDeclared(program)].filter(
    ([name, init]) => init.type === 'ConditionalExpression' && constantOf(init.test) !== undefined && !known.has(name),
  );
  return new Map(chosen);
}
