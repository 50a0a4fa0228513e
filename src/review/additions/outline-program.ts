import { child, children, type SyntaxNode } from './syntax-tree.js';

/** A top-level name with all that declares it there (overloads and merged interfaces are several). */
export interface Declaration {
  /** Kind and name, so that a type and a value of one name stay apart. */
  readonly id: string;
  readonly name: string;
  readonly exported: boolean;
  /** The declarator, function, enum, interface, type alias or export specifier. */
  readonly node: SyntaxNode;
  /** Where its order among the others has a meaning, since it runs. */
  readonly isExecuted: boolean;
}

export interface ProgramOutline {
  readonly declarations: readonly Declaration[];
  readonly imports: readonly SyntaxNode[];
  /** All other statements: what they do is not known. */
  readonly statements: readonly SyntaxNode[];
  readonly directives: readonly SyntaxNode[];
}

/** Takes a program apart into what it declares, imports and does. */
export function outlineProgram(program: SyntaxNode): ProgramOutline {
  const declared: Declaration[] = [];
  const imports: SyntaxNode[] = [];
  const others: SyntaxNode[] = [];
  for (const statement of children(program, 'body')) {
    if (statement.type === 'EmptyStatement') continue;
    if (statement.type === 'ImportDeclaration') imports.push(statement);
    else if (!declare(statement, declared)) others.push(statement);
  }
  return { declarations: declared, imports, statements: others, directives: children(program, 'directives') };
}

const kinds: ReadonlyMap<string, string> = new Map([
  ['FunctionDeclaration', 'function'],
  ['TSDeclareFunction', 'function'],
  ['ClassDeclaration', 'class'],
  ['TSEnumDeclaration', 'enum'],
  ['TSInterfaceDeclaration', 'interface'],
  ['TSTypeAliasDeclaration', 'type'],
]);

function declare(statement: SyntaxNode, declared: Declaration[], exported = false): boolean {
  if (statement.type === 'ExportNamedDeclaration' && !exported) return declareExport(statement, declared);
  if (statement.type === 'VariableDeclaration') {
    const declarators = children(statement, 'declarations');
    const areNames = declarators.every((declarator) => child(declarator, 'id')?.type === 'Identifier');
    // What is declared with “using” runs a method of it at the end of the file.
    if (!areNames || statement['declare'] === true || /using/.test(String(statement['kind']))) return false;
    for (const declarator of declarators) {
      const name = String(child(declarator, 'id')?.['name']);
      declared.push({ id: `${String(statement['kind'])} ${name}`, name, exported, node: declarator, isExecuted: true });
    }
    return true;
  }
  if (statement.type === 'ExportDefaultDeclaration') {
    declared.push({ id: 'export default', name: '', exported: true, node: statement, isExecuted: true });
    return true;
  }
  const kind = kinds.get(statement.type);
  const name = child(statement, 'id')?.['name'];
  if (kind === undefined || typeof name !== 'string') return false;
  const isExecuted = kind === 'class' || kind === 'enum';
  declared.push({ id: `${kind} ${name}`, name, exported, node: statement, isExecuted });
  return true;
}

function declareExport(statement: SyntaxNode, declared: Declaration[]): boolean {
  const inner = child(statement, 'declaration');
  if (inner !== undefined) return declare(inner, declared, true);
  // `export { a } from './b'` loads a module.
  if (child(statement, 'source') !== undefined) return false;
  for (const specifier of children(statement, 'specifiers')) {
    const as = child(specifier, 'exported');
    const id = `export ${String(statement['exportKind'])} ${String(as?.['name'] ?? as?.['value'])}`;
    declared.push({ id, name: '', exported: true, node: specifier, isExecuted: false });
  }
  return true;
}
