import type { Identifier, Node } from '@babel/types';
import { senseOfMember, type FlagSense } from '../../../flags/flag-calls.js';
import { calleeName, literalOf, nameOf, promiseOf, textOf, type FlagNames, type Sense } from '../flag-sense.js';
import { methodOf } from '../method-of.js';
import { answersFor } from '../off-state/answers-for.js';
import { askedOf, senseOfElement } from './flag-element.js';
import { senseOfHeld } from '../settings/settings-holder.js';

/** What the names of a program stand for. */
export interface NotedNames {
  /** Names that are given the answer, and what they say of the flag. */
  readonly senses: Map<string, FlagSense>;
  /** Names that answer when they are called. */
  readonly answers: Set<string>;
  /** Where the names of `senses` are declared. */
  readonly declared: Set<Node>;
}

/** Notes what a declaration or a function stands for. */
export function noteNames(node: Node, sense: Sense, noted: NotedNames, { keys, properties }: FlagNames): void {
  const { answers } = noted;
  const note = (id: Identifier, found: FlagSense): void => {
    noted.senses.set(id.name, found);
    noted.declared.add(id);
  };
  if (node.type === 'FunctionDeclaration' && node.id) {
    noteProperties(node.id.name, node.params[0], note, properties);
    if (answersFor(node, sense)) answers.add(node.async ? promiseOf(node.id.name) : node.id.name);
  }
  if (node.type === 'JSXElement' && senseOfElement(node.openingElement, keys) === 'on') {
    const asked = askedOf(node);
    if (asked !== undefined) note(asked, /^is|enabled|active|^on$|^show/i.test(asked.name) ? 'on' : 'value');
  }
  const method = methodOf(node);
  if (method !== undefined && answersFor(method.body, sense))
    answers.add(method.body.async ? promiseOf(method.name) : method.name);
  if (node.type !== 'VariableDeclarator' || !node.init) return;
  const { id, init } = node;
  if (id.type === 'Identifier') {
    const own = sense(init);
    if (own !== undefined) note(id, own);
    const [made] = init.type === 'CallExpression' ? init.arguments : [init];
    if (made?.type === 'ArrowFunctionExpression' || made?.type === 'FunctionExpression')
      noteProperties(id.name, made.params[0], note, properties);
    if (init.type !== 'ArrowFunctionExpression') return;
    if (answersFor(init, sense)) answers.add(init.async ? promiseOf(id.name) : id.name);
  } else if (id.type === 'ObjectPattern') {
    const own = sense(init);
    for (const property of id.properties) {
      if (property.type !== 'ObjectProperty' || property.value.type !== 'Identifier') continue;
      const name = nameOf(property.key) ?? textOf(property.key, keys) ?? '';
      const found =
        own === undefined ? (keys.has(name) ? senseOfHeld(calleeName(init), name) : undefined) : senseOfMember(name);
      if (found !== undefined) note(property.value, found);
    }
  } else if (id.type === 'ArrayPattern' && id.elements[0]?.type === 'Identifier' && sense(init) === 'value') {
    note(id.elements[0], 'value');
  }
}

/** Notes the names under which a component takes properties that hand on the flag: `function Banner({ showNext })`. */
function noteProperties(
  component: string,
  parameter: Node | undefined,
  note: (id: Identifier, found: FlagSense) => void,
  properties: ReadonlySet<string> | undefined,
): void {
  if (properties === undefined || parameter?.type !== 'ObjectPattern') return;
  for (const each of parameter.properties) {
    if (each.type !== 'ObjectProperty' || !properties.has(`${component}.${nameOf(each.key) ?? ''}`)) continue;
    const local = each.value.type === 'AssignmentPattern' ? each.value.left : each.value;
    const standard = each.value.type === 'AssignmentPattern' ? literalOf(each.value.right) : false;
    if (local.type === 'Identifier' && standard === false) note(local, 'on');
  }
}
