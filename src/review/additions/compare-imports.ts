import type { ProgramOutline } from './outline-program.js';
import { child, children, treesEqual, type SyntaxNode } from './syntax-tree.js';
import { lostMessage, type ComparedFile } from './violation.js';

/** A module may be asked for more names, types may come from anywhere; loading another module runs it. */
export function compareImports(old: ProgramOutline, now: ProgramOutline, after: SyntaxNode, file: ComparedFile): void {
  // "with { type: 'json' }" makes of the same file another module.
  const source = (statement: SyntaxNode): unknown =>
    [child(statement, 'source'), ...children(statement, 'attributes').flatMap(keyAndValue)]
      .map((node) => String(node?.['value'] ?? node?.['name']))
      .join(' ');
  const specifiers = (statements: readonly SyntaxNode[]) =>
    statements.flatMap((statement) =>
      children(statement, 'specifiers').map((node) => ({
        from: source(statement),
        type: statement['importKind'],
        node,
      })),
    );
  const kept = specifiers(now.imports);
  for (const one of specifiers(old.imports)) {
    if (!kept.some((other) => other.from === one.from && other.type === one.type && treesEqual(one.node, other.node))) {
      file.report(lostMessage(`import … from ${String(one.from)}`), after);
    }
  }
  const order = (outlined: ProgramOutline) =>
    outlined.imports.filter((one) => one['importKind'] !== 'type').map(source);
  const loaded = [...new Set(order(old))];
  const nowLoaded = [...new Set(order(now))];
  for (const [index, name] of nowLoaded.entries()) {
    if (loaded[index] === name) continue;
    // The name was read from one of them.
    const at = now.imports.find((one) => source(one) === name) as SyntaxNode;
    file.report(loads(String(name)), at);
    return;
  }
  if (nowLoaded.length < loaded.length)
    file.report(lostMessage(`import … from ${String(loaded[nowLoaded.length])}`), after);
}

function keyAndValue(attribute: SyntaxNode): readonly (SyntaxNode | undefined)[] {
  return [child(attribute, 'key'), child(attribute, 'value')];
}

/** What an import calls what it takes in. */
export function localNames(statement: SyntaxNode): readonly string[] {
  return children(statement, 'specifiers').map((specifier) => String(child(specifier, 'local')?.['name']));
}

function loads(name: string): string {
  return `The modules that this file loads changed (“${name}”), and loading one runs its code. Take it back, or ask an engineer to add it with you.`;
}
