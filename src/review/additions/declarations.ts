import { child, children, type SyntaxNode } from './syntax-tree.js';

/** A top-level name with all that declares it there (overloads and merged interfaces are several). */
export interface Declared {
  /** Kind and name, so that a type and a value of one name stay apart. */
  readonly id: string;
  readonly name: string;
  readonly exported: boolean;
  /** The declarator, function, enum, interface, type alias or export specifier. */
  readonly node: SyntaxNode;
  /** Where its order among the others has a meaning, since it runs. */
  readonly runs: boolean;
}

export interface Outline {
  readonly declared: readonly Declared[];
  readonly imports: readonly SyntaxNode[];
  /** All other statements: what they do is not known. */
  readonly others: readonly SyntaxNode[];
  readonly directives: readonly SyntaxNode[];
}

/** Takes a program apart into what it declares, imports and does. */
export function outline(program: SyntaxNode): Outline {
  const declared: Declared[] = [];
  const imports: SyntaxNode[] = [];
  const others: SyntaxNode[] = [];
  for (const statement of children(program, 'body')) {
    if (statement.type === 'EmptyStatement') continue;
    if (statement.type === 'ImportDeclaration') imports.push(statement);
    else if (!declare(statement, declared)) others.push(statement);
  }
  return { declared, imports, others, directives: children(program, 'directives') };
}

const kinds: ReadonlyMap<string, string> = new Map([
  ['FunctionDeclaration', 'function'],
  ['TSDeclareFunction', 'function'],
  ['ClassDeclaration', 'class'],
  ['TSEnumDeclaration', 'enum'],
  ['TSInterfaceDeclaration', 'interface'],
  ['TSTypeAliasDeclaration', 'type'],
]);

function declare(statement: SyntaxNode, declared: Declared[], exported = false): boolean {
  if (statement.type === 'ExportNamedDeclaration' && !exported) return declareExport(statement, declared);
  if (statement.type === 'VariableDeclaration') {
    const declarators = children(statement, 'declarations');
    if (
      declarators.some((declarator) => child(declarator, 'id')?.type !== 'Identifier') ||
      statement['declare'] === true
    )
      return false;
    for (const declarator of declarators) {
      const name = String(child(declarator, 'id')?.['name']);
      declared.push({ id: `${String(statement['kind'])} ${name}`, name, exported, node: declarator, runs: true });
    }
    return true;
  }
  if (statement.type === 'ExportDefaultDeclaration') {
    declared.push({ id: 'export default', name: '', exported: true, node: statement, runs: true });
    return true;
  }
  const kind = kinds.get(statement.type);
  const name = child(statement, 'id')?.['name'];
  if (kind === undefined || typeof name !== 'string') return false;
  declared.push({ id: `${kind} ${name}`, name, exported, node: statement, runs: kind === 'class' || kind === 'enum' });
  return true;
}

function declareExport(statement: SyntaxNode, declared: Declared[]): boolean {
  const inner = child(statement, 'declaration');
  if (inner !== undefined) return declare(inner, declared, true);
  // `export { a } from './b'` loads a module.
  if (child(statement, 'source') !== undefined) return false;
  for (const specifier of children(statement, 'specifiers')) {
    const as = child(specifier, 'exported');
    const name = String(as?.['name'] ?? as?.['value']);
    declared.push({
      id: `export ${String(statement['exportKind'])} ${name}`,
      name: '',
      exported: true,
      node: specifier,
      runs: false,
    });
  }
  return true;
}
