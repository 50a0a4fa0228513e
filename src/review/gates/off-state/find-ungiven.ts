import type { CallExpression, Node, ObjectPattern } from '@babel/types';
import { everyNode } from '../child-nodes.js';
import { calleeName, nameOf } from '../flag-sense.js';
import { countNames } from './declared-names.js';

/**
 * Properties that components of a program take now and did not before, with what they are where nobody gives them: a program that does is changed too, and judged itself.
 * Not of a component that something else may give more: one that is the default export, which a framework shows, or is handed to a function that is not known
 * to give nothing.
 */
export function findUngiven(program: Node, before: Node): ReadonlyMap<string, Node> {
  const [known, counts] = [countNames(before), countNames(program)];
  const [old, now] = [componentsOf(before), componentsOf(program)];
  const wrapped = givenByRelay(program);
  const found = new Map<string, Node>();
  for (const [name, pattern] of now) {
    const was = old.get(name);
    if (was === undefined || [...was.properties, ...pattern.properties].some(({ type }) => type === 'RestElement'))
      continue;
    for (const property of pattern.properties) {
      if (property.type !== 'ObjectProperty' || property.computed || wrapped.has(nameOf(property.key))) continue;
      const { value } = property;
      const [local, given] = value.type === 'AssignmentPattern' ? [value.left, value.right] : [value, nothing(value)];
      if (local.type === 'Identifier' && !known.has(local.name) && counts.get(local.name) === 1)
        found.set(local.name, given);
    }
  }
  return found;
}

function nothing({ start, end }: Node): Node {
  return { type: 'Identifier', name: 'undefined', start, end } as Node;
}

/** They remember a component, or give it what their fragments say. */
function givesNothing(call: CallExpression): boolean {
  return /^(?:memo|observer)$/.test(calleeName(call.callee)) || fragmentsOf(call) !== undefined;
}

/** What a container of Relay gives to its component, by name; `undefined` where that cannot be read, or it is none. */
function fragmentsOf({ callee, arguments: [, fragments] }: CallExpression): readonly string[] | undefined {
  if (!/^create(?:Fragment|Refetch|Pagination)Container$/.test(calleeName(callee))) return undefined;
  if (fragments?.type !== 'ObjectExpression') return undefined;
  const names = fragments.properties.flatMap((each) =>
    each.type === 'ObjectProperty' && !each.computed ? (nameOf(each.key) ?? []) : [],
  );
  return names.length === fragments.properties.length ? names : undefined;
}

function givenByRelay(program: Node): ReadonlySet<string | undefined> {
  const given = [...everyNode(program)].flatMap((node) =>
    node.type === 'CallExpression' ? (fragmentsOf(node) ?? []) : [],
  );
  return new Set(['relay', ...given]);
}

/** What the components of a program take, by their names. */
function componentsOf(program: Node): ReadonlyMap<string, ObjectPattern> {
  const found = new Map<string, ObjectPattern>();
  const handedOn = new Set<string>();
  for (const node of everyNode(program)) {
    if (node.type === 'CallExpression' && !givesNothing(node))
      for (const each of node.arguments) if (each.type === 'Identifier') handedOn.add(each.name);
    if (node.type === 'ExportDefaultDeclaration')
      for (const each of [node.declaration, 'id' in node.declaration ? node.declaration.id : undefined])
        if (each?.type === 'Identifier') handedOn.add(each.name);
    const made = node.type === 'VariableDeclarator' ? node.init : node;
    if (made?.type !== 'ArrowFunctionExpression' && made?.type !== 'FunctionDeclaration') continue;
    const id = node.type === 'VariableDeclarator' ? node.id : made.type === 'FunctionDeclaration' ? made.id : undefined;
    const [takes] = made.params;
    if (id?.type === 'Identifier' && /^[A-Z]\w*[a-z]/.test(id.name) && takes?.type === 'ObjectPattern')
      found.set(id.name, takes);
  }
  for (const name of handedOn) found.delete(name);
  return found;
}
