import type { Node } from '@babel/types';

/** The nodes directly below one of a syntax tree. */
export function childNodes(node: Node): readonly Node[] {
  const found: Node[] = [];
  for (const value of Object.values(node) as readonly unknown[]) {
    if (Array.isArray(value)) {
      for (const each of value as readonly unknown[]) if (isNode(each)) found.push(each);
    } else if (isNode(value)) found.push(value);
  }
  return found;
}

/** All nodes of a syntax tree; those of one list the last first. */
export function* everyNode(root: Node): Generator<Node> {
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    yield node;
    for (const child of childNodes(node)) open.push(child);
  }
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    'start' in value &&
    'loc' in value &&
    !('line' in value)
  );
}
