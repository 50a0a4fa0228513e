import type { Node } from '@babel/types';
import type { LiveTree } from './live-tree.js';
import { isNameField, isNode, syntaxFields } from './syntax-fields.js';

/** What is told of a live tree, in the order of its writing. */
export interface LiveVisitor {
  /** Gives true where what is below is not to be told. */
  enter(node: Node, parent: Node | undefined, field: string): boolean;
  value(node: Node, field: string, value: unknown): void;
  leave(node: Node): void;
}

/** Goes through what is left of a node while the flag is off. */
export function walkLive(tree: LiveTree, node: Node, visitor: LiveVisitor, parent?: Node, field = ''): void {
  if (visitor.enter(node, parent, field)) return;
  for (const [name, value] of syntaxFields(node)) {
    if (Array.isArray(value)) {
      const nodes = value as readonly (Node | null)[];
      visitor.value(node, name, `[${gapsOf(nodes)}`);
      for (const each of tree.list(node, name, nodes)) walkLive(tree, each, visitor, node, name);
      visitor.value(node, name, ']');
    } else if (isNode(value)) {
      const found = value.type === 'Identifier' && isNameField(node, name) ? value : tree.resolve(value);
      if (found !== undefined) walkLive(tree, found, visitor, node, name);
    } else visitor.value(node, name, value);
  }
  visitor.leave(node);
}

function gapsOf(nodes: readonly (Node | null)[]): string {
  return nodes.flatMap((each, index) => (each === null ? [index] : [])).join();
}
