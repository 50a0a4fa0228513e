import type { AssignmentExpression, Identifier, Node, Program } from '@babel/types';
import { childNodes } from '../child-nodes.js';
import type { Region } from '../gated-regions.js';
import { rangeOf } from '../range-of.js';

/** Is what stands at an offset not the name that stands for the flag, but another one of the same letters? */
export type IsShadowed = (name: string, offset: number) => boolean;

/** What it takes to tell a name for the flag's answer from others of the same letters. */
export interface KnownNames {
  readonly names: ReadonlySet<string>;
  /** The declarations and parameters that were seen to stand for the flag. */
  readonly declared: ReadonlySet<Node>;
  /** Does an assignment leave the name what it was: the flag's answer, or less? */
  readonly keeps: (name: string, assignment: AssignmentExpression) => boolean;
}

/**
 * Where names for the flag's answer stand for something else: in a function with a parameter of that name and in the block of another declaration of it,
 * unless what is declared closer is the flag's; and anywhere, where the name is given another value later.
 */
export function findShadows(program: Program, { names, declared, keeps }: KnownNames): IsShadowed {
  const scopes = new Map<string, { readonly region: Region; readonly isOwn: boolean }[]>();
  const lost = new Set<string>();
  const note = (pattern: Node, where: Node): void => {
    for (const id of boundNames(pattern)) {
      if (!names.has(id.name)) continue;
      const known = scopes.get(id.name) ?? [];
      scopes.set(id.name, [...known, { region: rangeOf(where), isOwn: declared.has(id) }]);
    }
  };
  const open: (readonly [node: Node, scope: Node])[] = [[program, program]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, scope] = next;
    if ('params' in node) for (const each of node.params as readonly Node[]) note(each, node);
    if (node.type === 'CatchClause' && node.param) note(node.param, node);
    if (node.type === 'VariableDeclarator') note(node.id, scope);
    if (node.type === 'AssignmentExpression')
      for (const { name } of boundNames(node.left)) if (!keeps(name, node)) lost.add(name);
    if (node.type === 'ForOfStatement' || node.type === 'ForInStatement')
      for (const { name } of boundNames(node.left)) lost.add(name);
    if (node.type === 'UpdateExpression') for (const { name } of boundNames(node.argument)) lost.add(name);
    const inner = opensScope.test(node.type) ? node : scope;
    for (const child of childNodes(node)) open.push([child, inner]);
  }
  return (name, offset) => {
    if (lost.has(name)) return true;
    const around = (scopes.get(name) ?? []).filter(({ region: [from, to] }) => from <= offset && offset < to);
    const closest = Math.min(...around.map(({ region: [from, to] }) => to - from));
    return around.some(({ region: [from, to], isOwn }) => to - from === closest && !isOwn);
  };
}

const opensScope = /^(?:BlockStatement|For\w*Statement|SwitchStatement|StaticBlock|TSModuleBlock)$/;

/** The names that a parameter, a declaration or the left side of an assignment gives a value to. */
function boundNames(node: Node): readonly Identifier[] {
  switch (node.type) {
    case 'Identifier':
      return [node];
    case 'ObjectPattern':
      return node.properties.flatMap((each) => boundNames(each.type === 'ObjectProperty' ? each.value : each.argument));
    case 'ArrayPattern':
      return node.elements.flatMap((each) => (each ? boundNames(each) : []));
    case 'AssignmentPattern':
      return boundNames(node.left);
    case 'RestElement':
      return boundNames(node.argument);
    case 'TSParameterProperty':
      return boundNames(node.parameter);
    default:
      return [];
  }
}
