import { child, children, isNode, type SyntaxNode } from '../additions/syntax-tree.js';

/** What a program shows to others, and what that is made of. */
export interface ModuleOutline {
  /** By its name for others, `default` among them, `* from "./x"` for all of another file: what declares it. */
  readonly exports: ReadonlyMap<string, SyntaxNode>;
  /** Every declaration and import at the top of the file, by its name in it. */
  readonly names: ReadonlyMap<string, SyntaxNode>;
  /** What is done when the file is read, as `Button.displayName = …`, in order. */
  readonly statements: readonly SyntaxNode[];
}

/** Reads the top of a program. What a name is declared by is a function, a class, a type, an import, or the declarator of a variable. */
export function outlineModule(program: SyntaxNode): ModuleOutline {
  const names = new Map<string, SyntaxNode>();
  const exported: [name: string, node: SyntaxNode | string][] = [];
  const statements: SyntaxNode[] = [...children(program, 'directives')];
  for (const statement of children(program, 'body')) {
    const inner = child(statement, 'declaration');
    switch (statement.type) {
      case 'ImportDeclaration':
        for (const each of children(statement, 'specifiers'))
          names.set(nameOf(child(each, 'local')), { ...each, source: child(statement, 'source') });
        break;
      case 'ExportAllDeclaration':
        exported.push([`* from ${String(child(statement, 'source')?.['value'])}`, statement]);
        break;
      case 'ExportDefaultDeclaration':
        exported.push(['default', inner?.type === 'Identifier' ? nameOf(inner) : (inner as SyntaxNode)]);
        for (const [name, node] of declared(inner)) names.set(name, node);
        break;
      case 'ExportNamedDeclaration':
        for (const [name, node] of declared(inner)) {
          names.set(name, node);
          exported.push([name, node]);
        }
        for (const each of children(statement, 'specifiers')) {
          const source = child(statement, 'source');
          const local = nameOf(child(each, 'local') ?? child(each, 'exported'));
          exported.push([nameOf(child(each, 'exported')), source === undefined ? local : { ...each, source }]);
        }
        break;
      default: {
        const found = declared(statement);
        for (const [name, node] of found) names.set(name, node);
        if (found.length === 0) statements.push(statement);
      }
    }
  }
  const exports = exported.map(([name, node]): [string, SyntaxNode] => [
    name,
    isNode(node) ? node : (names.get(node) ?? { type: 'Identifier', name: node, start: 0, end: 0 }),
  ]);
  return { exports: new Map(exports), names, statements };
}

/** The names that a declaration brings, each with what is compared of it. */
function declared(node: SyntaxNode | undefined): readonly (readonly [string, SyntaxNode])[] {
  switch (node?.type) {
    case 'VariableDeclaration':
      return children(node, 'declarations').flatMap((each) =>
        boundNames(child(each, 'id')).map((name) => [name, each] as const),
      );
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSEnumDeclaration':
    case 'TSDeclareFunction': {
      const id = child(node, 'id');
      return id === undefined ? [] : [[nameOf(id), node]];
    }
    default:
      return [];
  }
}

/** The names of `a`, `{ a, b: c }` and `[a, b]`. */
function boundNames(pattern: SyntaxNode | undefined): readonly string[] {
  switch (pattern?.type) {
    case 'Identifier':
      return [nameOf(pattern)];
    case 'ObjectPattern':
      return children(pattern, 'properties').flatMap((each) =>
        boundNames(child(each, 'value') ?? child(each, 'argument')),
      );
    case 'ArrayPattern':
      return children(pattern, 'elements').flatMap(boundNames);
    case 'AssignmentPattern':
      return boundNames(child(pattern, 'left'));
    default:
      return [];
  }
}

/** Of an identifier, or of a name in quotation marks (`export { a as "b c" }`). */
function nameOf(node: SyntaxNode | undefined): string {
  return [node?.['name'], node?.['value']].find((each) => typeof each === 'string') as string;
}
