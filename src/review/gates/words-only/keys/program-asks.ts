import type { Expression, Node } from '@babel/types';
import { childNodes } from '../../child-nodes.js';
import type { FileMemory } from '../../file-memory.js';
import { rangeOf } from '../../range-of.js';
import { readProgram } from '../../read-program.js';
import { shownOf, shownValues } from '../shown/attribute-words.js';
import { isMachine, isOddElement } from '../jsx-elements.js';
import type { AskedKey } from './asked-key.js';
import { asksElsewhere } from './asks-elsewhere.js';

const asks = /^(?:\$?(?:tc?|_)|tr|__|_t|gettext|translate)$/;
const holds = /^(?:i18n|i18next|intl|props)$/;

/** The keys that a program asks for in its JSX where people read what comes of it, in their order. */
export async function programAsks(path: string, text: string, remember: FileMemory): Promise<readonly AskedKey[]> {
  const program = await readProgram(path, text, remember);
  if (program === undefined) return [];
  const found = [...readNodes(program)].flatMap((node) => asksOf(node, text));
  return found.sort((one, other) => one.at - other.at);
}

/** All but what stands in elements that a machine reads. */
export function* readNodes(program: Node): Generator<Node> {
  const open = [program];
  for (let node = open.pop(); node; node = open.pop()) {
    if (isMachine(node)) continue;
    yield node;
    for (const child of childNodes(node)) open.push(child);
  }
}

function asksOf(node: Node, text: string): readonly AskedKey[] {
  if (node.type !== 'JSXElement') return [];
  const children = isOddElement(node) ? [] : node.children.flatMap(childOf);
  return [...shownValues(node, text), ...children].flatMap((each) => keyOf(each, text));
}

function childOf(child: Node): readonly Expression[] {
  if (child.type !== 'JSXExpressionContainer' || child.expression.type === 'JSXEmptyExpression') return [];
  return shownOf(child.expression);
}

function keyOf(node: Expression, text: string): readonly AskedKey[] {
  if (node.type !== 'CallExpression' || !isAsking(node.callee)) return [];
  const [given] = node.arguments;
  if (given?.type !== 'StringLiteral' || asksElsewhere(text.slice(...rangeOf(node)))) return [];
  const [from, to] = rangeOf(given);
  const key = text.slice(from + 1, to - 1);
  return key === given.value ? [{ key, at: from + 1, end: to - 1 }] : [];
}

/** `t`, `i18n.t`, `this.props.t`. */
function isAsking(callee: Node): boolean {
  if (callee.type === 'Identifier') return asks.test(callee.name);
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || callee.computed) return false;
  const { object, property } = callee;
  const name = object.type === 'MemberExpression' && !object.computed ? object.property : object;
  return asks.test(property.name) && name.type === 'Identifier' && holds.test(name.name);
}
