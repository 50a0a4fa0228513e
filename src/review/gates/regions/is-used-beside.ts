import type { Node, Program } from '@babel/types';
import { everyNode } from '../child-nodes.js';
import { isFrame } from '../code-text.js';
import type { FileMemory } from '../file-memory.js';
import { calleeName, type FlagNames } from '../flag-sense.js';
import { countNames } from '../off-state/declared-names.js';
import { isNameField, isNode, syntaxFields } from '../off-state/syntax-fields.js';
import { mayResolveTo } from '../references/import-index.js';
import { isOffsetGated } from '../is-offset-gated.js';
import { rangeOf } from '../range-of.js';
import { readProgram } from '../read-program.js';
import { readScenes } from '../read-scenes.js';

/** Does a program that asks for a flag use what it imports from `path` also where it does not? Where nothing of it is seen to depend on the flag, nobody can tell. */
export async function isUsedBeside(
  importer: string,
  text: string,
  path: string,
  { readNames, remember }: { readonly readNames: () => Promise<FlagNames>; readonly remember: FileMemory },
): Promise<boolean> {
  const read = await readScenes(importer, text, await readNames(), remember);
  // What of the markup of a frame stands under its question is not seen here.
  if (read === undefined || read.scenes.gated.length === 0) return !isFrame(importer);
  const resolves = (module: string): boolean => mayResolveTo(importer, module, path);
  const locals = new Set(read.program.body.flatMap((node) => namesFrom(node, resolves)));
  return usesOf(read.program, locals).some((at) => !isOffsetGated(read.names, at, read.scenes));
}

/** What a statement calls what it takes in from a module: an import, or a component that is loaded once it is drawn. */
function namesFrom(node: Node, resolves: (module: string) => boolean): readonly string[] {
  if (node.type === 'ImportDeclaration')
    return node.importKind !== 'type' && resolves(node.source.value)
      ? node.specifiers.map(({ local }) => local.name)
      : [];
  if (node.type === 'ExportNamedDeclaration' && node.declaration) return namesFrom(node.declaration, resolves);
  if (node.type !== 'VariableDeclaration') return [];
  return node.declarations.flatMap(({ id, init }) =>
    id.type === 'Identifier' && init && loads(init, resolves) ? [id.name] : [],
  );
}

/** `lazy(() => import('./Card'))`, `require('./Card')` */
function loads(init: Node, resolves: (module: string) => boolean): boolean {
  for (const node of everyNode(init)) {
    const source =
      node.type === 'CallExpression' && (node.callee.type === 'Import' || calleeName(node.callee) === 'require')
        ? node.arguments[0]
        : undefined;
    if (source?.type === 'StringLiteral' && resolves(source.value)) return true;
  }
  return false;
}

/** Where names are used, and neither declared nor meant as types. */
function usesOf(program: Program, names: ReadonlySet<string>): readonly number[] {
  const found: number[] = [];
  const open: Node[] = program.body.filter(({ type }) => type !== 'ImportDeclaration');
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier') {
      if (node.init) open.push(node.init);
      continue;
    }
    if ((node.type === 'Identifier' || node.type === 'JSXIdentifier') && names.has(node.name))
      found.push(rangeOf(node)[0]);
    for (const [field, value] of syntaxFields(node)) {
      if (isNameField(node, field)) continue;
      for (const each of [value].flat()) if (isNode(each) && !/^TS(?:Type|Interface)/.test(each.type)) open.push(each);
    }
  }
  return found;
}

/** Does a program do something as soon as it is loaded, whoever asks for it: more than declare, and name what it declares? */
export async function isBusyWhenLoaded(path: string, text: string, remember: FileMemory): Promise<boolean> {
  const program = await readProgram(path, text, remember);
  if (program === undefined) return false;
  return program.body.some((node) => {
    if (node.type !== 'ExpressionStatement') return false;
    const { expression } = node;
    if (expression.type !== 'AssignmentExpression') return acts(expression);
    return expression.left.type !== 'MemberExpression' || !isOwn(expression.left, program);
  });
}

function acts(expression: Node): boolean {
  for (const node of everyNode(expression))
    if (/^(?:(?:Optional)?Call|New|TaggedTemplate|Assignment|Update|Import)Expression$/.test(node.type)) return true;
  return false;
}

/** `Card.displayName = …`, `module.exports = …` */
function isOwn(node: Node, program: Program): boolean {
  let root = node;
  while (root.type === 'MemberExpression') root = root.object;
  if (root.type !== 'Identifier') return false;
  const { name } = root;
  if (name === 'module' || name === 'exports') return true;
  const imported = program.body.flatMap((each) => (each.type === 'ImportDeclaration' ? each.specifiers : []));
  return countNames(program).has(name) && !imported.some(({ local }) => local.name === name);
}
