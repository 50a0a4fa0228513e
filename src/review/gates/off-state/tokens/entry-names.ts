import type { Node } from '@babel/types';
import { everyNode } from '../../child-nodes.js';
import { chainOf } from '../../flag-sense.js';

/** The names of all entries of a program's lists, enums and `switch`es. */
export function collectEntries(program: Node): ReadonlySet<string> {
  return new Set([...everyNode(program)].map(entryName).filter((name) => name !== undefined));
}

/** The name of an entry of an object, an enum or a `switch`; `undefined` for what is none, or goes by no plain name. */
export function entryName(node: Node): string | undefined {
  if (node.type === 'SwitchCase' && node.test)
    return node.test.type === 'StringLiteral' ? `case ${node.test.value}` : undefined;
  if (node.type === 'TSEnumMember') return node.id.type === 'Identifier' ? node.id.name : node.id.value;
  if (node.type === 'ObjectProperty' && node.computed) return chainOf(node.key);
  if (node.type !== 'ObjectProperty') return undefined;
  if (node.key.type === 'Identifier') return node.key.name;
  return node.key.type === 'StringLiteral' ? node.key.value : undefined;
}
