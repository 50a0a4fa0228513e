import type { Node } from '@babel/types';
import { everyNode } from '../child-nodes.js';
import { calleeName, promiseOf } from '../flag-sense.js';
import { isHolder } from '../settings/settings-holder.js';
import type { FlagScenes } from '../read-flag-scenes.js';
import { isOnByDefault } from './constant-of.js';
import { countNames } from './declared-names.js';
import { findAskers } from './find-askers.js';

/**
 * Names of a program that may stand for something else than the flag somewhere in it: those that are given another value, that are declared again, and what it
 * declares itself that answers, or is called like what answers for the flag elsewhere.
 */
export function findDoubtful(
  program: Node,
  { sense, answers }: Pick<FlagScenes, 'sense' | 'answers'>,
): ReadonlySet<string> {
  const doubtful = new Set<string>();
  const sure = new Map<string, number>();
  const askers = findAskers(program, sense);
  const asked: (readonly [name: string, init: Node])[] = [];
  for (const node of everyNode(program)) {
    if (node.type === 'AssignmentExpression' && node.left.type === 'Identifier') doubtful.add(node.left.name);
    const holding = holderOf(node);
    if (holding !== undefined && isHolder(holding)) doubtful.add(holding);
    const name = declaredName(node);
    if (name === undefined) continue;
    const isSure =
      answers.has(name) ||
      answers.has(promiseOf(name)) ||
      (node.type === 'VariableDeclarator' && sense(node.init) !== undefined);
    if (node.type === 'VariableDeclarator' && node.init && isSure) asked.push([name, node.init]);
    if (isSure) sure.set(name, (sure.get(name) ?? 0) + 1);
    else if (isFunction(node) || askers.has(name)) doubtful.add(name);
  }
  for (const [name, count] of countNames(program)) if (count > 1 && sure.get(name) !== count) doubtful.add(name);
  // What is asked of a doubtful name is doubtful too.
  for (let count = -1; count < doubtful.size;) {
    count = doubtful.size;
    for (const [name, init] of asked) if (isOnByDefault(init) || asksDoubtful(init, doubtful)) doubtful.add(name);
  }
  return doubtful;
}

/** What holds flags by what the program itself says of them: `const flags = { newHome: true }`, `flags.newHome = true`. */
function holderOf(node: Node): string | undefined {
  if (node.type === 'AssignmentExpression')
    return node.left.type === 'MemberExpression' ? calleeName(node.left.object) : undefined;
  if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier') return undefined;
  const init =
    node.init?.type === 'TSAsExpression' || node.init?.type === 'TSSatisfiesExpression'
      ? node.init.expression
      : node.init;
  if (init?.type !== 'ObjectExpression') return undefined;
  const isSet = init.properties.some((each) => each.type === 'ObjectProperty' && each.value.type === 'BooleanLiteral');
  return isSet ? node.id.name : undefined;
}

function declaredName(node: Node): string | undefined {
  if (node.type === 'FunctionDeclaration') return node.id?.name;
  return node.type === 'VariableDeclarator' && node.id.type === 'Identifier' ? node.id.name : undefined;
}

function isFunction(node: Node): boolean {
  return node.type === 'VariableDeclarator' ? /Function/.test(node.init?.type ?? '') : true;
}

/** Does somebody answer for the flag whose name stands for something else? */
function asksDoubtful(question: Node, doubtful: ReadonlySet<string>): boolean {
  if (question.type === 'Identifier') return doubtful.has(question.name);
  return [...everyNode(question)].some(
    (each) => /^(?:Optional)?CallExpression$/.test(each.type) && doubtful.has(calleeName(each)),
  );
}
