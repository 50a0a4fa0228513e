import type { ConditionalExpression, Node } from '@babel/types';
import { rangeOf } from './range-of.js';
import { senseOfHeld } from './settings/settings-holder.js';
import { senseOfCall, senseOfComparison, senseOfMember, type FlagSense } from '../../flags/flag-calls.js';

/** What stands for the flag: its keys, the names given to them, and functions elsewhere that answer for it. */
export interface FlagNames {
  readonly keys: ReadonlySet<string>;
  /** Those that give a promise by `promiseOf` their name. */
  readonly answers: ReadonlySet<string>;
  /** Properties of components that are given the answer: `Banner.showNext`. */
  readonly properties?: ReadonlySet<string>;
  /** Components that draw nothing while the flag is off, of what a program imports by this name. */
  readonly silentIn?: (importer: string, module: string) => Promise<readonly string[]>;
}

/** What an expression says of the flag; `awaited` where its promise is waited for. */
export type Sense = (node: Node | null | undefined, awaited?: boolean) => FlagSense | undefined;

/** How to tell what an expression says of the flag, in a program that imports these modules and knows these names. */
export function createSense(
  { keys, answers: elsewhere }: FlagNames,
  modules: ReadonlySet<string>,
  senseOfName: (name: string, offset: number) => FlagSense | undefined,
  answers: ReadonlySet<string>,
  renamed: ReadonlyMap<string, string> = new Map(),
): Sense {
  const sense: Sense = (node, awaited = false) => {
    switch (node?.type) {
      case 'TSAsExpression': {
        const own = sense(node.expression, awaited);
        // Who casts a value to a truth says that it is one.
        return own === 'value' && node.typeAnnotation.type === 'TSBooleanKeyword' ? 'on' : own;
      }
      case 'ConditionalExpression':
        return ofChoice(sense(node.test), node);
      case 'TSNonNullExpression':
      case 'TSSatisfiesExpression':
        return sense(node.expression, awaited);
      case 'AwaitExpression':
        return sense(node.argument, true);
      case 'UnaryExpression':
        return node.operator === '!' ? flipped(sense(node.argument)) : undefined;
      case 'LogicalExpression':
        return ofBoth(node.operator, sense(node.left), sense(node.right), node.right);
      case 'BinaryExpression': {
        const negated = node.operator.startsWith('!');
        if (!/^[!=]==?$/.test(node.operator)) return undefined;
        const left = sense(node.left);
        const [own, other] = left === undefined ? [sense(node.right), node.left as Node] : [left, node.right];
        const found = own && senseOfComparison(own, literalOf(other));
        return negated ? flipped(found) : found;
      }
      case 'Identifier':
        return senseOfName(node.name, rangeOf(node)[0]);
      case 'MemberExpression':
      case 'OptionalMemberExpression': {
        const name = node.computed ? textOf(node.property, keys) : nameOf(node.property);
        if (name === undefined) return undefined;
        const held = keys.has(name) ? senseOfHeld(calleeName(node.object), name) : undefined;
        if (held !== undefined) return held;
        const own = sense(node.object);
        return own === undefined ? undefined : senseOfMember(name);
      }
      case 'CallExpression':
      case 'OptionalCallExpression': {
        const name = calleeName(node.callee);
        if (name === 'Boolean') return sense(node.arguments[0]);
        // A text that says whether: `toBoolean(process.env.NEW_HOME)`.
        if (
          /^(?:to|parse|as|is|str(?:ing)?To)_?(?:Bool(?:ean)?|True|Truthy)$/i.test(name) &&
          sense(node.arguments[0]) !== undefined
        )
          return sense(node.arguments[0]) === 'off' ? 'off' : 'on';
        if (answers.has(name) || elsewhere.has(name)) return 'on';
        if (answers.has(promiseOf(name)) || elsewhere.has(promiseOf(name))) return awaited ? 'on' : 'value';
        // Where nobody knows the flag, or its service cannot be reached, such a call answers that it is on.
        if (node.arguments.some((each, at) => at > 0 && isOnByDefault(each))) return undefined;
        return node.arguments.slice(0, 3).some((each) => isAbout(each, keys))
          ? senseOfCall(renamed.get(name) ?? name, modules, awaited)
          : undefined;
      }
      default:
        return undefined;
    }
  };
  return sense;
}

function flipped(sense: FlagSense | undefined): FlagSense | undefined {
  return sense === 'on' ? 'off' : sense === 'off' ? 'on' : undefined;
}

/** `on ? a : false` holds only where the flag is on. */
function ofChoice(
  test: FlagSense | undefined,
  { consequent, alternate }: ConditionalExpression,
): FlagSense | undefined {
  const other = test === 'on' ? alternate : test === 'off' ? consequent : undefined;
  return literalOf(other) === false ? 'on' : undefined;
}

/** A function that gives a promise of the answer, among those that answer. */
export function promiseOf(name: string): string {
  return `await ${name}`;
}

function ofBoth(
  operator: '||' | '&&' | '??',
  left: FlagSense | undefined,
  right: FlagSense | undefined,
  last: Node,
): FlagSense | undefined {
  if (operator === '??') return literalOf(last) === false ? left : undefined;
  const [one, all] = operator === '&&' ? (['on', 'off'] as const) : (['off', 'on'] as const);
  if (left === one || right === one) return one;
  // `flag || false`
  return left === all && (right === all || literalOf(last) === (operator === '&&')) ? all : undefined;
}

/** Is the flag named in what is given to a function, be it in an object? */
function isAbout(node: Node, keys: ReadonlySet<string>): boolean {
  const text = textOf(node, keys);
  if (text !== undefined) return keys.has(text);
  if (node.type !== 'ObjectExpression') return false;
  return node.properties.some((each) => each.type === 'ObjectProperty' && isAbout(each.value, keys));
}

/** `true` behind the flag's key, or `{ fallback: true }`: what is answered where the flag is not known. */
function isOnByDefault(node: Node): boolean {
  if (node.type !== 'ObjectExpression') return literalOf(node) === true;
  return node.properties.some(
    (each) =>
      each.type === 'ObjectProperty' &&
      /^(?:default|fallback)/i.test(nameOf(each.key) ?? '') &&
      literalOf(each.value) === true,
  );
}

/** What a string says, or the name that the flag's key was given. */
export function textOf(node: Node | null | undefined, keys: ReadonlySet<string>): string | undefined {
  if (node?.type === 'StringLiteral') return node.value;
  // Only a template with a tag may have an escape that says nothing.
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0]?.value.cooked;
  if (node?.type === 'Identifier') return keys.has(node.name) ? node.name : undefined;
  const chain = node?.type === 'MemberExpression' ? chainOf(node) : undefined;
  return chain !== undefined && keys.has(chain) ? chain : undefined;
}

/** `Flags.HOME.key` as written; `undefined` where a part of it is worked out. */
export function chainOf(node: Node): string | undefined {
  const names: string[] = [];
  let inner = node;
  for (; inner.type === 'MemberExpression' && !inner.computed; inner = inner.object) {
    const name = nameOf(inner.property);
    if (name === undefined) return undefined;
    names.unshift(name);
  }
  return inner.type === 'Identifier' ? [inner.name, ...names].join('.') : undefined;
}

/** A boolean or a string as written. */
export function literalOf(node: Node | null | undefined): unknown {
  return node?.type === 'BooleanLiteral' || node?.type === 'StringLiteral' ? node.value : undefined;
}

export function nameOf(node: Node): string | undefined {
  return node.type === 'Identifier' ? node.name : undefined;
}

/** What something is called: `flags` of `flags`, `app.flags`, `flags()` and `await flags()`. */
export function calleeName(node: Node): string {
  let inner = node;
  for (;;) {
    if (inner.type === 'CallExpression' || inner.type === 'OptionalCallExpression') inner = inner.callee;
    else if (inner.type === 'MemberExpression' || inner.type === 'OptionalMemberExpression') inner = inner.property;
    else if (inner.type === 'AwaitExpression') inner = inner.argument;
    else return nameOf(inner) ?? '';
  }
}
