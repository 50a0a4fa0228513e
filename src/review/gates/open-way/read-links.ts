import type { Identifier, Node, Program, StringLiteral } from '@babel/types';
import { nameOf } from '../flag-sense.js';
import { lazyModule, unwrap } from './parts-of.js';

/** What a program takes from another by a name, and what it calls it; of one that it only hands on, under which name it does. */
export interface Link {
  readonly module: string;
  /** `default`, or `*` for all. */
  readonly imported: string;
  readonly local?: string;
  readonly exported?: string;
}

/** How a program is joined to others. */
export interface Links {
  readonly taken: readonly Link[];
  /** What a name of the program is called elsewhere. */
  readonly exportsOf: (name: string) => readonly string[];
}

export function readLinks(program: Program): Links {
  const taken: Link[] = [];
  const offered: (readonly [name: string, exported: string])[] = [];
  for (const node of program.body) {
    if (node.type === 'ImportDeclaration' && node.importKind !== 'type') {
      for (const each of node.specifiers)
        taken.push({ module: node.source.value, imported: importedName(each), local: each.local.name });
    } else if (node.type === 'ExportAllDeclaration')
      taken.push({ module: node.source.value, imported: '*', exported: '*' });
    else if (node.type === 'ExportDefaultDeclaration') offered.push([defaultName(node.declaration), 'default']);
    else if (node.type === 'ExportNamedDeclaration') {
      for (const each of node.specifiers) {
        if (each.type !== 'ExportSpecifier') continue;
        const exported = sharedName(each.exported);
        if (node.source) taken.push({ module: node.source.value, imported: each.local.name, exported });
        else offered.push([each.local.name, exported]);
      }
      for (const name of declaredNames(node.declaration)) offered.push([name, name]);
    }
    for (const each of node.type === 'VariableDeclaration' ? node.declarations : []) {
      const module = lazyModule(each.init);
      if (module !== undefined && each.id.type === 'Identifier')
        taken.push({ module, imported: 'default', local: each.id.name });
    }
  }
  return { taken, exportsOf: (name) => offered.flatMap(([own, exported]) => (own === name ? [exported] : [])) };
}

function importedName(node: Node): string {
  if (node.type === 'ImportSpecifier') return sharedName(node.imported);
  return node.type === 'ImportDefaultSpecifier' ? 'default' : '*';
}

/** The name of what is handed from one program to another, which may be any text: `export { Home as 'the page' }`. */
function sharedName(node: Identifier | StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value;
}

function defaultName(declaration: Node): string {
  const inner = unwrap(declaration);
  if (inner.type === 'Identifier') return inner.name;
  return ownName(inner) ?? 'default';
}

function declaredNames(node: Node | null | undefined): readonly string[] {
  if (node?.type === 'VariableDeclaration') return node.declarations.flatMap(({ id }) => nameOf(id) ?? []);
  const name = ownName(node);
  return name === undefined ? [] : [name];
}

/** What a function or class declares itself as; the name of an expression is nobody's but its own. */
function ownName(node: Node | null | undefined): string | undefined {
  return node?.type === 'FunctionDeclaration' || node?.type === 'ClassDeclaration' ? node.id?.name : undefined;
}
