import type { Node } from '@babel/types';
import { childNodes, everyNode } from '../child-nodes.js';

/** What others may use of a program. */
export interface OfferedNames {
  /** What it exports; all that a script declares at its top, which is no module. */
  readonly exported: ReadonlySet<string>;
  /** The members of its classes. */
  readonly members: ReadonlySet<string>;
}

export function offeredNames(program: Node): OfferedNames {
  const members = new Set<string>();
  for (const node of everyNode(program))
    if (/^Class(?:Private)?(?:Method|Property)$/.test(node.type) && 'key' in node) members.add(memberName(node.key));
  return { exported: isModule(program) ? exportedNames(program) : topNames(program), members };
}

/** The members that a program asks for, whether or not the flag is on. */
export function askedMembers(program: Node): ReadonlySet<string> {
  const asked = new Set<string>();
  for (const node of everyNode(program))
    if (node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression')
      asked.add(memberName(node.property));
  return asked;
}

function memberName(key: unknown): string {
  const node = key as Node;
  if (node.type === 'PrivateName') return node.id.name;
  return node.type === 'Identifier' ? node.name : '';
}

function isModule(program: Node): boolean {
  if (childNodes(program).some(({ type }) => /^(?:Import|Export)/.test(type))) return true;
  for (const node of everyNode(program))
    if (node.type === 'Identifier' && (node.name === 'module' || node.name === 'exports')) return true;
  return false;
}

function topNames(program: Node): ReadonlySet<string> {
  return new Set([...childNodes(program).flatMap(declaredNames), ...exportedNames(program)]);
}

function declaredNames(node: Node): readonly string[] {
  if (node.type === 'VariableDeclaration')
    // Of a pattern every name in it: one too many only keeps something.
    return node.declarations.flatMap(({ id }) =>
      [...everyNode(id)].flatMap((each) => (each.type === 'Identifier' ? [each.name] : [])),
    );
  return 'id' in node && node.id?.type === 'Identifier' ? [node.id.name] : [];
}

function exportedNames(program: Node): ReadonlySet<string> {
  const names = new Set<string>();
  // A namespace offers what it exports, at any depth.
  for (const node of everyNode(program)) {
    if (node.type === 'ExportDefaultDeclaration') names.add('default');
    if (node.type !== 'ExportNamedDeclaration') continue;
    if (node.declaration) for (const name of declaredNames(node.declaration)) names.add(name);
    for (const each of node.specifiers) if (each.type === 'ExportSpecifier') names.add(each.local.name);
  }
  return names;
}
