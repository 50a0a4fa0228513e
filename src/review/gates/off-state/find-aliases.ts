import type { Node } from '@babel/types';
import { childNodes } from '../child-nodes.js';
import type { ConstantOf } from './constant-of.js';

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

/** What stands behind the names that a program declares once. */
export function findDeclared(program: Node): ReadonlyMap<string, Node> {
  const counts = countNames(program);
  const declared = new Map<string, Node>();
  for (const node of everyNode(program)) {
    if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier' || !node.init) continue;
    if (counts.get(node.id.name) === 1) declared.set(node.id.name, node.init);
  }
  return declared;
}

/** How often each name is declared, be it a variable, a parameter or a function. */
function countNames(program: Node): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (node: Node | null | undefined): void => {
    if (node?.type === 'Identifier') counts.set(node.name, (counts.get(node.name) ?? 0) + 1);
    else if (node && /Pattern$|^RestElement$|^ObjectProperty$/.test(node.type))
      for (const child of childNodes(node)) if (!(node.type === 'ObjectProperty' && child === node.key)) add(child);
  };
  for (const node of everyNode(program)) {
    if ('id' in node) add(node.id);
    if ('params' in node && Array.isArray(node.params)) for (const each of node.params as Node[]) add(each);
    if ('param' in node) add(node.param);
    if (/^Import\w*Specifier$/.test(node.type)) add((node as Node & { type: 'ImportSpecifier' }).local);
  }
  return counts;
}

function* everyNode(program: Node): Generator<Node> {
  const open = [program];
  for (let node = open.pop(); node; node = open.pop()) {
    yield node;
    for (const child of childNodes(node)) open.push(child);
  }
}
