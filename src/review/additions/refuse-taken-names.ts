import { localNames } from './compare-imports.js';
import type { ProgramOutline } from './outline-program.js';
import { nodesIn, walkNodes, type SyntaxNode } from './syntax-tree.js';
import type { ComparedFile } from './violation.js';

/** A new top-level name that old code used without declaring it (a global) would now be what the old code gets. */
export function refuseTakenNames(
  before: SyntaxNode,
  old: ProgramOutline,
  now: ProgramOutline,
  file: ComparedFile,
): void {
  const declared = new Set([...old.declarations.map(({ name }) => name), ...old.imports.flatMap(localNames)]);
  const used = new Set<unknown>();
  for (const node of walkNodes(before)) for (const name of namesUsedBy(node)) used.add(name);
  for (const { name, node, id } of now.declarations) {
    if (declared.has(name) || !used.has(name) || id.startsWith('type ') || id.startsWith('interface ')) continue;
    file.report(taken(name), node);
  }
}

/** The identifiers that stand right below a node for a value and not as the name of a member. */
function namesUsedBy(node: SyntaxNode): readonly unknown[] {
  if (node.type === 'TSEnumMember') return [];
  return Object.entries(node).flatMap(([field, value]) => {
    if ((field === 'key' || field === 'property') && node['computed'] !== true) return [];
    return nodesIn(value).flatMap((item) => (item.type === 'Identifier' ? [item['name']] : []));
  });
}

function taken(name: string): string {
  return `“${name}” is a new name that code in this file already uses for something else. Choose another name.`;
}
