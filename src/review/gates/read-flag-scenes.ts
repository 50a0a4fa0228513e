import type { JSXOpeningElement, Node, Program } from '@babel/types';
import { everyNode } from './child-nodes.js';
import { isFlagElement, senseOfMember, type FlagSense } from '../../flags/flag-calls.js';
import {
  calleeName,
  createSense,
  literalOf,
  nameOf,
  promiseOf,
  textOf,
  type FlagNames,
  type Sense,
} from './flag-sense.js';
import { methodOf } from './method-of.js';
import { senseOfHeld } from './settings/settings-holder.js';
import { namedSettings } from './settings/named-settings.js';
import { answersFor } from './off-state/answers-for.js';
import { flagImports, isConstantName, leavingImports } from './references/flag-imports.js';
import type { Region } from './gated-regions.js';
import { rangeOf } from './range-of.js';

/** Which part of a program is reached only while a flag is on. */
export interface FlagScenes {
  /** Offsets of code that runs, or is shown, only then. */
  readonly gated: readonly (readonly [from: number, to: number])[];
  /** Does it ask at all whether the flag is on? */
  readonly asks: boolean;
  /** Does it ask whether it is off, or take its value for an answer? */
  readonly misread: boolean;
  /** Functions and constants of the program that answer the question themselves. */
  readonly answers: FlagNames['answers'];
  /** What settings of the program are called that are given the answer: `{ showBanner: process.env.SHOW_BANNER === 'true' }`. */
  readonly settings: ReadonlySet<string>;
  /** Properties of components that are given the answer and nothing else: `Banner.showNext`. */
  readonly properties: ReadonlySet<string>;
  readonly sense: Sense;
}

/** Reads where a program asks whether a flag is on, by its syntax tree, and what depends on the answer. */
export function readFlagScenes(program: Program, names: FlagNames): FlagScenes {
  const nodes = [...everyNode(program)];
  const modules = new Set(nodes.flatMap((node) => (node.type === 'ImportDeclaration' ? [node.source.value] : [])));
  const senses = new Map<string, FlagSense>();
  const answers = new Set<string>();
  const taken = nodes
    .flatMap((node) => (node.type === 'ImportDeclaration' ? flagImports(node) : []))
    .flatMap(({ imported, local }) => (names.keys.has(imported) ? [local] : []));
  for (const name of taken) {
    if (isConstantName(name)) senses.set(name, 'on');
    // What a store of Svelte holds.
    senses.set(`$${name}`, 'on');
  }
  const known = { keys: names.keys, answers: new Set([...names.answers, ...taken]) };
  const senseOf = createSense(known, modules, senses, answers, renamedImports(nodes));
  // A name may stand for another one.
  for (let round = 0; round < 3; round++) for (const node of nodes) note(node, senseOf, senses, answers, names);
  const gated: (readonly [number, number])[] = [];
  let asks = answers.size > 0;
  let misread = false;
  const leaving = leavingImports(nodes);
  for (const node of nodes) {
    const found = regionsOf(node, senseOf, names, leaving);
    if (found === 'misread') misread = true;
    else if (found.length > 0) gated.push(...found);
    const sense = senseOf(node);
    if (sense === 'on') asks = true;
    else if (sense !== undefined) misread = true;
  }
  return {
    gated,
    asks: asks || gated.length > 0,
    misread,
    answers,
    settings: namedSettings(program, senseOf),
    properties: givenProperties(nodes, senseOf),
    sense: senseOf,
  };
}

/** What imports are called where they come from, by what the program calls them. */
function renamedImports(nodes: readonly Node[]): ReadonlyMap<string, string> {
  return new Map(
    nodes.flatMap((node) =>
      node.type === 'ImportSpecifier' && node.imported.type === 'Identifier'
        ? [[node.local.name, node.imported.name] as const]
        : [],
    ),
  );
}

/** Notes what a declaration or a function stands for. */
function note(
  node: Node,
  sense: Sense,
  senses: Map<string, FlagSense>,
  answers: Set<string>,
  { keys, properties }: FlagNames,
): void {
  if (node.type === 'FunctionDeclaration' && node.id) {
    noteProperties(node.id.name, node.params[0], senses, properties);
    if (answersFor(node, sense)) answers.add(node.async ? promiseOf(node.id.name) : node.id.name);
  }
  const method = methodOf(node);
  if (method !== undefined && answersFor(method.body, sense))
    answers.add(method.body.async ? promiseOf(method.name) : method.name);
  if (node.type !== 'VariableDeclarator' || !node.init) return;
  const { id, init } = node;
  if (id.type === 'Identifier') {
    const own = sense(init);
    if (own !== undefined) senses.set(id.name, own);
    const [made] = init.type === 'CallExpression' ? init.arguments : [init];
    if (made?.type === 'ArrowFunctionExpression' || made?.type === 'FunctionExpression')
      noteProperties(id.name, made.params[0], senses, properties);
    if (init.type !== 'ArrowFunctionExpression') return;
    if (answersFor(init, sense)) answers.add(init.async ? promiseOf(id.name) : id.name);
  } else if (id.type === 'ObjectPattern') {
    const own = sense(init);
    for (const property of id.properties) {
      if (property.type !== 'ObjectProperty' || property.value.type !== 'Identifier') continue;
      const name = nameOf(property.key) ?? textOf(property.key, keys) ?? '';
      const found =
        own === undefined ? (keys.has(name) ? senseOfHeld(calleeName(init), name) : undefined) : senseOfMember(name);
      if (found !== undefined) senses.set(property.value.name, found);
    }
  } else if (id.type === 'ArrayPattern' && id.elements[0]?.type === 'Identifier' && sense(init) === 'value') {
    senses.set(id.elements[0].name, 'value');
  }
}

/** Notes the names under which a component takes properties that hand on the flag: `function Banner({ showNext })`. */
function noteProperties(
  component: string,
  parameter: Node | undefined,
  senses: Map<string, FlagSense>,
  properties: ReadonlySet<string> | undefined,
): void {
  if (properties === undefined || parameter?.type !== 'ObjectPattern') return;
  for (const each of parameter.properties) {
    if (each.type !== 'ObjectProperty' || !properties.has(`${component}.${nameOf(each.key) ?? ''}`)) continue;
    const local = each.value.type === 'AssignmentPattern' ? each.value.left : each.value;
    const standard = each.value.type === 'AssignmentPattern' ? literalOf(each.value.right) : false;
    if (local.type === 'Identifier' && standard === false) senses.set(local.name, 'on');
  }
}

/** Which properties of components are given the flag, by `Component.property`. */
function givenProperties(nodes: readonly Node[], sense: Sense): ReadonlySet<string> {
  const given = new Set<string>();
  const others = new Set<string>();
  for (const node of nodes) {
    if (node.type !== 'JSXOpeningElement' || node.name.type !== 'JSXIdentifier') continue;
    for (const each of node.attributes) {
      if (each.type !== 'JSXAttribute' || each.name.type !== 'JSXIdentifier') continue;
      const isFlag = each.value?.type === 'JSXExpressionContainer' && sense(each.value.expression) === 'on';
      (isFlag ? given : others).add(`${node.name.name}.${each.name.name}`);
    }
  }
  return new Set([...given].filter((each) => !others.has(each)));
}

function regionsOf(
  node: Node,
  sense: Sense,
  { keys }: FlagNames,
  leaving: ReadonlySet<string>,
): readonly Region[] | 'misread' {
  switch (node.type) {
    case 'ConditionalExpression':
      return branch(sense(node.test), node.consequent, node.alternate);
    case 'LogicalExpression': {
      const own = sense(node.left);
      if (own === 'value') return 'misread';
      return (node.operator === '&&' && own === 'on') || (node.operator === '||' && own === 'off')
        ? [rangeOf(node.right)]
        : [];
    }
    case 'IfStatement':
      return branch(sense(node.test), node.consequent, node.alternate);
    case 'BlockStatement':
    case 'Program':
      return node.body.flatMap((each): Region[] => {
        if (each.type !== 'IfStatement') return [];
        const own = sense(each.test);
        const leaves =
          own === 'off'
            ? exits(each.consequent, leaving)
            : own === 'on' && each.alternate
              ? exits(each.alternate, leaving)
              : false;
        return leaves ? [[rangeOf(each)[1], rangeOf(node)[1]]] : [];
      });
    case 'JSXElement': {
      const { openingElement: opening, closingElement: closing } = node;
      if (opening.name.type !== 'JSXIdentifier' || !closing || !namesFlag(opening, keys)) return [];
      if (!isFlagElement(opening.name.name) || isTurnedRound(opening)) return 'misread';
      return [[rangeOf(opening)[1], rangeOf(closing)[0]]];
    }
    default:
      return [];
  }
}

function branch(sense: FlagSense | undefined, yes: Node, no: Node | null | undefined): readonly Region[] | 'misread' {
  if (sense === 'value') return 'misread';
  if (sense === 'on') return [rangeOf(yes)];
  return sense === 'off' && no ? [rangeOf(no)] : [];
}

function exits(node: Node, leaving: ReadonlySet<string>): boolean {
  const last = node.type === 'BlockStatement' ? node.body.at(-1) : node;
  if (last?.type === 'ExpressionStatement' && last.expression.type === 'CallExpression')
    return leaving.has(calleeName(last.expression.callee));
  return last !== undefined && /^(?:Return|Throw|Continue|Break)Statement$/.test(last.type);
}

/** Does an element show what is in it where the flag is on, and nowhere else? */
export function isShownWhereOn(opening: JSXOpeningElement, keys: ReadonlySet<string>): boolean {
  const { name } = opening;
  return (
    name.type === 'JSXIdentifier' && isFlagElement(name.name) && namesFlag(opening, keys) && !isTurnedRound(opening)
  );
}

/** They say where something is or what it shows, and never which flag is meant. */
const others =
  /^(?:id|key|ref|class(?:Name)?|href|to|src|path|route|slug|title|label|alt|text|heading|style|role|testI[dD])$|^(?:data|aria)-/;

function namesFlag({ name, attributes }: JSXOpeningElement, keys: ReadonlySet<string>): boolean {
  if (name.type !== 'JSXIdentifier' || !/flag|feature|toggle|gate/i.test(name.name)) return false;
  return attributes.some((each) => {
    if (each.type !== 'JSXAttribute' || each.name.type !== 'JSXIdentifier' || !each.value) return false;
    if (others.test(each.name.name)) return false;
    const value = each.value.type === 'JSXExpressionContainer' ? each.value.expression : each.value;
    const text = textOf(value, keys);
    return text !== undefined && keys.has(text);
  });
}

/** `negate`, `matchValue={false}`, `match="control"`. */
function isTurnedRound({ attributes }: JSXOpeningElement): boolean {
  return attributes.some((each) => {
    if (each.type !== 'JSXAttribute') return true;
    const name = each.name.type === 'JSXIdentifier' ? each.name.name : '';
    const value = each.value?.type === 'JSXExpressionContainer' ? each.value.expression : each.value;
    const is = literalOf(value ?? undefined);
    if (/^(?:negate|not|invert|inverted|off|reverse)$/i.test(name)) return is !== false;
    return /^match(?:Value)?$/.test(name) && is !== true;
  });
}
