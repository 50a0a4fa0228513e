import type { Node, Program } from '@babel/types';
import { everyNode } from '../child-nodes.js';
import type { FileMemory } from '../file-memory.js';
import { countNames } from '../off-state/declared-names.js';
import { isNameField, isNode, syntaxFields } from '../off-state/syntax-fields.js';
import { toCamelCase } from '../references/find-referring-paths.js';
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
  { keys, remember }: { readonly keys: readonly string[]; readonly remember: FileMemory },
): Promise<boolean> {
  const names = { keys: new Set(keys.flatMap((key) => [key, toCamelCase(key)])), answers: new Set<string>() };
  const read = await readScenes(importer, text, names, remember);
  if (read === undefined || read.scenes.gated.length === 0) return false;
  const locals = new Set(
    read.program.body.flatMap((node) =>
      node.type === 'ImportDeclaration' && node.importKind !== 'type' && mayResolveTo(importer, node.source.value, path)
        ? node.specifiers.map(({ local }) => local.name)
        : [],
    ),
  );
  return usesOf(read.program, locals).some((at) => !isOffsetGated(read.names, at, read.scenes));
}

/** Where names are used, and neither declared nor meant as types. */
function usesOf(program: Program, names: ReadonlySet<string>): readonly number[] {
  const found: number[] = [];
  const open: Node[] = program.body.filter(({ type }) => type !== 'ImportDeclaration');
  for (let node = open.pop(); node; node = open.pop()) {
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
