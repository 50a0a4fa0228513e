import type { Node } from '@babel/types';
import { isWaitingHook } from './compare-dependencies.js';
import { isNode } from './syntax-fields.js';

/** What a hook waits for (`[a, b]` at its end) is compared by itself. */
export function withoutDependencies(
  parent: Node,
  field: string,
  nodes: readonly (Node | null)[],
): readonly (Node | null)[] {
  const waits =
    field === 'arguments' && nodes.length > 1 && nodes.at(-1)?.type === 'ArrayExpression' && isWaitingHook(parent);
  return waits ? nodes.slice(0, -1) : nodes;
}

/** In which order attributes are written makes no difference, but around those that are spread. */
export function inOrder(field: string, nodes: readonly (Node | null)[]): readonly (Node | null)[] {
  if (field !== 'attributes' || !nodes.every((each) => each?.type === 'JSXAttribute')) return nodes;
  return nodes.toSorted((one, other) => (attributeName(one) < attributeName(other) ? -1 : 1));
}

export function attributeName({ name }: Node & { type: 'JSXAttribute' }): string {
  return name.type === 'JSXIdentifier' ? name.name : name.name.name;
}

/** React shows nothing for it. */
export function isNothing(node: Node): boolean {
  return (
    node.type === 'BooleanLiteral' ||
    node.type === 'NullLiteral' ||
    node.type === 'JSXEmptyExpression' ||
    (node.type === 'Identifier' && node.name === 'undefined') ||
    (node.type === 'StringLiteral' && node.value === '')
  );
}

export function isType(node: Node): boolean {
  if (node.type === 'ExportNamedDeclaration')
    return node.exportKind === 'type' || (isNode(node.declaration) && isType(node.declaration));
  if (node.type === 'ImportDeclaration') return node.importKind === 'type';
  // `declare title: string` leaves what the class above has; without the word it is taken away.
  if (node.type === 'ClassProperty') return node.declare === true;
  return (
    /^TS(?:TypeAlias|Interface|DeclareFunction)|^EmptyStatement$/.test(node.type) ||
    (node.type === 'TSModuleDeclaration' && node.declare === true)
  );
}
