import type { Node } from '@babel/types';
import { everyNode } from '../child-nodes.js';
import { calleeName, type Sense } from '../flag-sense.js';
import { hooks } from './is-idle.js';

/** What a condition comes to while the flag is on, or while it is off; `undefined` where something else decides it too. */
export type ConstantOf = (node: Node) => boolean | undefined;

/**
 * `sense` says of `on && isAdmin` that it holds only where the flag is on, which is all there is to know while the flag is off; so the parts are looked at one by one,
 * and a name by what it was declared as. What has a doubtful name in it is not decided.
 */
export function createConstantOf(
  sense: Sense,
  isOn: boolean,
  declared: ReadonlyMap<string, Node>,
  doubtful: ReadonlySet<string>,
): ConstantOf {
  const open = new Set<Node>();
  const constantOf: ConstantOf = (node) => {
    if (node.type === 'BooleanLiteral') return node.value;
    if (node.type === 'UnaryExpression' && node.operator === '!') {
      const inner = constantOf(node.argument);
      return inner === undefined ? undefined : !inner;
    }
    if (node.type === 'LogicalExpression') {
      const [left, right] = [constantOf(node.left), constantOf(node.right)];
      // Where nobody answers, what stands behind decides.
      if (node.operator === '??') return isOn || left === right ? left : undefined;
      const decides = node.operator === '||';
      if (left === decides) return decides;
      // What stands first is worked out whatever the flag says.
      if (right === decides) return isQuestion(node.left) ? decides : undefined;
      return left === undefined || right === undefined ? undefined : !decides;
    }
    if (node.type === 'ConditionalExpression') {
      const test = constantOf(node.test);
      return test === undefined ? undefined : constantOf(test ? node.consequent : node.alternate);
    }
    const own = sense(node);
    if (
      (own !== 'on' && own !== 'off') ||
      askedWith(node).some((each) => hasName(each, doubtful)) ||
      isOnByDefault(node)
    )
      return undefined;
    const init = node.type === 'Identifier' ? declared.get(node.name) : undefined;
    if (!isOn || init === undefined || open.has(init)) return (own === 'on') === isOn;
    open.add(init);
    const found = constantOf(init);
    open.delete(init);
    return found;
  };
  return constantOf;
}

/** Does a condition only ask? Where it may do something, or be shown itself, as a number is, it stays. */
function isQuestion(condition: Node): boolean {
  for (const node of everyNode(condition)) {
    if (/^(?:Assignment|Update|Yield|Await|New|Import|TaggedTemplate)Expression$/.test(node.type)) return false;
    if (node.type === 'UnaryExpression' && node.operator === 'delete') return false;
    if (
      (node.type === 'CallExpression' || node.type === 'OptionalCallExpression') &&
      !isAsking(calleeName(node.callee))
    )
      return false;
  }
  return condition.type !== 'MemberExpression' || !/^(?:length|size|count|total)$/.test(calleeName(condition));
}

function isAsking(name: string): boolean {
  return asks.test(name) || hooks.test(name);
}

const asks =
  /^(?:is|has|can|may|should|are|does|was|will|includes|startsWith|endsWith|some|every|test|at|get|Boolean|Number|String)(?![a-z])/;

/** Is a question answered with yes where the service of the flags does not answer: `useFlag('new-home', true)`? */
export function isOnByDefault(question: Node): boolean {
  for (const node of everyNode(question)) {
    if (node.type !== 'CallExpression' && node.type !== 'OptionalCallExpression') continue;
    if (node.arguments.slice(1).some((each) => each.type === 'BooleanLiteral' && each.value)) return true;
  }
  return false;
}

/** What of a question says which flag is meant: where its key is written out, what else is handed over says for whom (`isOn(props.user, 'new-home')`). */
function askedWith(question: Node): readonly Node[] {
  // Who holds what holds the flags says nothing of them: `request.flags.newHome`.
  if (question.type === 'MemberExpression' && question.object.type === 'MemberExpression')
    return [question.object.property];
  if (question.type !== 'CallExpression' || !question.arguments.some(({ type }) => type === 'StringLiteral'))
    return [question];
  return [question.callee];
}

function hasName(node: Node, names: ReadonlySet<string>): boolean {
  for (const each of everyNode(node)) if (each.type === 'Identifier' && names.has(each.name)) return true;
  return false;
}
