import type { Node } from '@babel/types';
import { childNodes, everyNode } from '../child-nodes.js';

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
export function countNames(program: Node): ReadonlyMap<string, number> {
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
