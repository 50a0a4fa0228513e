import type { Node, Program } from '@babel/types';
import { childNodes } from './child-nodes.js';
import { rangeOf } from './range-of.js';
import type { FlagScenes } from './read-flag-scenes.js';

/** How often a name is followed to where it is used. */
const mostSteps = 5;

/**
 * Is what stands at an offset of a program reached only where the flag is on: in a part that depends on it, or in something with a name that is
 * used in such parts alone? What is exported may be used anywhere.
 */
export function isOffsetGated(names: readonly Named[], offset: number, { gated }: FlagScenes): boolean {
  if (gated.length === 0) return false;
  const behind = (at: number, steps: number): boolean => {
    if (gated.some(([from, to]) => from <= at && at < to)) return true;
    if (steps === 0) return false;
    return names.some(({ name, from, to, exported, uses }) => {
      const others = uses.filter((use) => use < from || use >= to);
      return (
        from <= at &&
        at < to &&
        !exported &&
        name !== '' &&
        others.length > 0 &&
        others.every((use) => behind(use, steps - 1))
      );
    });
  };
  return behind(offset, mostSteps);
}

/** What declares a name: where it does, and where the name is used. */
export interface Named {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly exported: boolean;
  readonly uses: readonly number[];
}

/** What a program declares, with the places of all that is called the same. */
export function collectNames(program: Program): readonly Named[] {
  const uses = new Map<string, number[]>();
  const declared: Omit<Named, 'uses'>[] = [];
  const open: (readonly [Node, boolean])[] = [[program, false]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, exported] = next;
    const [from, to] = rangeOf(node);
    if (node.type === 'Identifier' || node.type === 'JSXIdentifier') {
      const known = uses.get(node.name);
      if (known) known.push(from);
      else uses.set(node.name, [from]);
    }
    const id = node.type === 'VariableDeclarator' || node.type === 'FunctionDeclaration' ? node.id : undefined;
    if (id?.type === 'Identifier') declared.push({ name: id.name, from, to, exported });
    const isExport = node.type.startsWith('Export') || (exported && node.type === 'VariableDeclaration');
    for (const child of childNodes(node)) open.push([child, isExport]);
  }
  // What declares a name writes it too.
  return declared.map((each) => ({ ...each, uses: uses.get(each.name) as number[] }));
}
