import { child, children, walkNodes, type SyntaxNode } from '../additions/syntax-tree.js';

/** What a component is made of: the modules that it takes something of, HTML's elements (`<button>`), and styles of its own (`style=`). */
export interface UsedParts {
  readonly modules: ReadonlySet<string>;
  readonly elements: ReadonlySet<string>;
}

/** Reads them from a program; types alone draw nothing. */
export function listUsedParts(program: SyntaxNode): UsedParts {
  const modules = new Set<string>();
  const elements = new Set<string>();
  for (const node of walkNodes(program)) {
    if (/^(?:Import|Export(?:Named|All))Declaration$/.test(node.type) && !isOfTypes(node))
      modules.add(String(child(node, 'source')?.['value']));
    // What is named while the program runs may be anything.
    if (node.type === 'Import' || (node.type === 'Identifier' && node['name'] === 'require')) modules.add('?');
    if (node.type === 'JSXOpeningElement') {
      const name = child(node, 'name')?.['name'];
      if (typeof name === 'string' && /^[a-z]/.test(name)) elements.add(`<${name}>`);
    }
    if (node.type === 'JSXAttribute' && child(node, 'name')?.['name'] === 'style') elements.add('style=');
    if (node.type === 'TaggedTemplateExpression') elements.add('styles');
  }
  // A file's own exports have no source.
  modules.delete('undefined');
  return { modules, elements };
}

/** `import type`, and `import { type A }`. */
function isOfTypes(node: SyntaxNode): boolean {
  const names = children(node, 'specifiers');
  return (
    [node['importKind'], node['exportKind']].includes('type') ||
    (names.length > 0 && names.every((each) => each['importKind'] === 'type'))
  );
}
