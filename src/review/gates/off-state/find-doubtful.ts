import type { Node } from '@babel/types';
import { everyNode } from '../child-nodes.js';
import type { FlagScenes } from '../read-flag-scenes.js';
import { countNames } from './declared-names.js';

/**
 * Names of a program that may stand for something else than the flag somewhere in it: those that are given another value, that are declared again, and functions
 * of its own that are called like one that answers for the flag elsewhere.
 */
export function findDoubtful(
  program: Node,
  { sense, answers }: Pick<FlagScenes, 'sense' | 'answers'>,
): ReadonlySet<string> {
  const doubtful = new Set<string>();
  const sure = new Map<string, number>();
  for (const node of everyNode(program)) {
    if (node.type === 'AssignmentExpression' && node.left.type === 'Identifier') doubtful.add(node.left.name);
    const name = declaredName(node);
    if (name === undefined) continue;
    const isSure = answers.has(name) || (node.type === 'VariableDeclarator' && sense(node.init) !== undefined);
    if (isSure) sure.set(name, (sure.get(name) ?? 0) + 1);
    else if (isFunction(node)) doubtful.add(name);
  }
  for (const [name, count] of countNames(program)) if (count > 1 && sure.get(name) !== count) doubtful.add(name);
  return doubtful;
}

function declaredName(node: Node): string | undefined {
  if (node.type === 'FunctionDeclaration') return node.id?.name;
  return node.type === 'VariableDeclarator' && node.id.type === 'Identifier' ? node.id.name : undefined;
}

function isFunction(node: Node): boolean {
  return node.type === 'VariableDeclarator' ? /Function/.test(node.init?.type ?? '') : true;
}
