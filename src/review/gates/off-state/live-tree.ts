import type { ArrayExpression, CallExpression, Expression, JSXElement, JSXOpeningElement, Node } from '@babel/types';
import { calleeName } from '../flag-sense.js';
import type { ConstantOf } from './constant-of.js';
import { isIdle } from './is-idle.js';
import { attributeName, inOrder, isNothing, isType, withoutDependencies } from './list-rules.js';
import { shownChildren } from './shown-children.js';

/** A syntax tree as it is while the flag is off, or while it is on. */
export interface LiveTree {
  /** What a node comes to; `undefined` where nothing is left of it. */
  resolve(node: Node): Node | undefined;
  /** What is left of the nodes of a list below `parent`. */
  list(parent: Node, field: string, nodes: readonly (Node | null)[]): readonly Node[];
}

export interface LiveTreeInput {
  readonly constantOf: ConstantOf;
  /** Declarations, members and parts of patterns that nothing uses. */
  readonly removed: ReadonlySet<Node>;
  /** Constants that stand for what the flag chooses. */
  readonly aliases: ReadonlyMap<string, Node>;
  /** Properties of components by `Component.property` that hand on whether the flag is on. */
  readonly properties: ReadonlySet<string>;
  readonly isShownWhereOn: (element: JSXElement) => boolean;
  readonly isSilent: (opening: JSXOpeningElement) => boolean;
  readonly isOn: boolean;
  /** Whether `[…].filter(Boolean)` stands for the list alone: the program before had none, whose items may be nothing too. */
  readonly opensFilters: boolean;
}

const classLists = /^(?:cn|cx|clsx|classnames|classNames|twMerge|twJoin|css)$/;
/** Who uses the program sees nothing of its log; what it writes to its console may be all that people see of it. */
const logs = /^(?:log|logger|debug)$/i;
/** What else is called a log may be a list that people read. */
const levels = /^(?:log\w*|trace|debug|verbose|info|warn(?:ing)?|error|fatal|assert|group\w*|time\w*|table|count)$/;

export function createLiveTree({
  constantOf,
  removed,
  aliases,
  properties,
  isShownWhereOn,
  isSilent,
  isOn,
  opensFilters,
}: LiveTreeInput): LiveTree {
  const constant = (value: boolean, { start, end }: Node): Node =>
    ({ type: 'BooleanLiteral', value, start, end }) as unknown as Node;

  const known = new Map<Node, Node | undefined>();

  function resolve(node: Node): Node | undefined {
    // A constant may stand for itself.
    if (!known.has(node)) known.set(node, undefined).set(node, resolveOnce(node));
    return known.get(node);
  }

  function resolveOnce(node: Node): Node | undefined {
    if (removed.has(node) || bare.has(node) || isType(node)) return undefined;
    const value = constantOf(node);
    if (value !== undefined) return constant(value, node);
    switch (node.type) {
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSSatisfiesExpression':
        return resolve(node.expression);
      case 'Identifier': {
        const alias = aliases.get(node.name);
        return alias === undefined ? node : resolve(alias);
      }
      case 'ConditionalExpression': {
        const test = constantOf(node.test);
        return test === undefined ? node : resolve(test ? node.consequent : node.alternate);
      }
      case 'LogicalExpression': {
        if (constantOf(node.left) !== undefined) return resolve(node.right);
        return constantOf(node.right) === undefined ? node : resolve(node.left);
      }
      case 'IfStatement': {
        const test = constantOf(node.test);
        if (test === undefined) return node;
        const chosen = test ? node.consequent : node.alternate;
        return chosen ? resolve(chosen) : undefined;
      }
      case 'BlockStatement': {
        const [only, ...more] = list(node, 'body', node.body);
        return only !== undefined &&
          more.length === 0 &&
          node.directives.length === 0 &&
          !/Declaration$/.test(only.type)
          ? only
          : node;
      }
      case 'ArrowFunctionExpression': {
        const body = resolve(node.body);
        if (body?.type !== 'ReturnStatement' || !body.argument) return node;
        return { ...node, body: body.argument };
      }
      case 'ExpressionStatement':
        return isUnseen(node.expression) ? undefined : { ...node, expression: withoutIdleThen(node.expression) };
      case 'VariableDeclarator':
        return node.init && node.id.type === 'Identifier' && aliases.get(node.id.name) === node.init ? undefined : node;
      case 'VariableDeclaration':
        return list(node, 'declarations', node.declarations).length === 0 ? undefined : node;
      case 'ImportDeclaration':
        return node.specifiers.length > 0 && list(node, 'specifiers', node.specifiers).length === 0 ? undefined : node;
      case 'ExportNamedDeclaration':
        return node.declaration && resolve(node.declaration) === undefined ? undefined : node;
      case 'ClassDeclaration':
      case 'ClassExpression':
        // What has no value says what an object may have; below another class it would take away what that one gives.
        if (!node.superClass) for (const each of node.body.body) if (isBare(each)) bare.add(each);
        return node;
      case 'CallExpression':
        return isFiltered(node) && opensFilters ? resolve(node.callee.object) : node;
      case 'JSXExpressionContainer':
        return resolve(node.expression);
      case 'JSXAttribute': {
        const given = node.value && resolve(node.value);
        return given?.type === 'Identifier' && given.name === 'undefined' ? undefined : node;
      }
      case 'JSXFragment': {
        const [only, ...more] = list(node, 'children', node.children);
        return only !== undefined && more.length === 0 ? only : node;
      }
      case 'JSXElement':
        return resolveElement(node);
      default:
        return node;
    }
  }

  function resolveElement(node: JSXElement): Node | undefined {
    if (!isOn && isSilent(node.openingElement)) return undefined;
    if (!isShownWhereOn(node)) return node;
    if (isOn) {
      const [only, ...more] = list(node, 'children', node.children);
      return more.length === 0 ? only : node;
    }
    const fallback = node.openingElement.attributes.find(
      (each) => each.type === 'JSXAttribute' && /^(?:fallback|else|off)$/.test(attributeName(each)),
    );
    return fallback?.type === 'JSXAttribute' && fallback.value ? resolve(fallback.value) : undefined;
  }

  /** Does a statement do nothing that somebody sees? */
  function isUnseen(expression: Node): boolean {
    const left = resolve(expression);
    if (left === undefined || left.type === 'BooleanLiteral') return true;
    if (left.type !== 'CallExpression') return false;
    const { callee } = left;
    if (callee.type === 'MemberExpression' && logs.test(calleeName(callee.object)) && levels.test(calleeName(callee)))
      return left.arguments.every(isIdle);
    const [effect] = left.arguments;
    return /^use\w*Effect$/.test(calleeName(callee)) && effect !== undefined && isEmptyFunction(effect);
  }

  function isEmptyFunction(node: Node): boolean {
    return (
      node.type === 'ArrowFunctionExpression' &&
      node.body.type === 'BlockStatement' &&
      list(node.body, 'body', node.body.body).length === 0
    );
  }

  /** What is left of a child of an element. */
  function childOf(node: Node): readonly Node[] {
    const found = resolve(node);
    if (found?.type === 'JSXFragment') return list(found, 'children', found.children);
    return found === undefined || isNothing(found) ? [] : [found];
  }

  function list(parent: Node, field: string, nodes: readonly (Node | null)[]): readonly Node[] {
    if (field === 'children') return shownChildren(nodes, childOf);
    const left: Node[] = [];
    let isOver = false;
    for (const each of inOrder(field, withoutDependencies(parent, field, nodes))) {
      // A function is there wherever it is declared.
      if (isOver && each?.type !== 'FunctionDeclaration') continue;
      const found = each === null ? undefined : resolve(each);
      // Behind a spread, a property that is not given still takes away the one that was.
      if (found === undefined && each?.type === 'JSXAttribute' && nodes.some(isSpread)) left.push(each);
      const isInside = field === 'params' && each !== nodes.at(-1);
      if (found === undefined || (!isInside && isDropped(parent, field, found))) continue;
      if (field === 'body' && found.type === 'BlockStatement' && each?.type === 'IfStatement')
        left.push(...list(found, 'body', found.body));
      else {
        const spread = found.type === 'SpreadElement' ? resolve(found.argument) : undefined;
        if (spread?.type === 'ArrayExpression') left.push(...list(parent, field, spread.elements));
        else left.push(found);
      }
      if (field === 'body' && /^(?:Return|Throw)Statement$/.test(left.at(-1)?.type ?? '')) isOver = true;
    }
    return left;
  }

  function isDropped(parent: Node, field: string, node: Node): boolean {
    if (field === 'params')
      return node.type === 'ObjectPattern' && list(node, 'properties', node.properties).length === 0;
    if (node.type === 'SpreadElement' || node.type === 'JSXSpreadAttribute') {
      const spread = resolve(node.argument);
      return (
        spread === undefined ||
        isNothing(spread) ||
        (spread.type === 'ObjectExpression' && spread.properties.length === 0)
      );
    }
    if (node.type === 'JSXAttribute') return isHandedOn(parent, node);
    if (node.type !== 'BooleanLiteral') return false;
    if (field === 'arguments') return parent.type === 'CallExpression' && classLists.test(calleeName(parent.callee));
    return filtered.has(parent);
  }

  /** `showNext={on}`, which the component takes for the flag itself. */
  function isHandedOn(parent: Node, { name, value }: Node & { type: 'JSXAttribute' }): boolean {
    if (parent.type !== 'JSXOpeningElement' || parent.name.type !== 'JSXIdentifier' || !value) return false;
    if (name.type !== 'JSXIdentifier' || !properties.has(`${parent.name.name}.${name.name}`)) return false;
    const given = resolve(value);
    return given?.type === 'BooleanLiteral' && !given.value;
  }

  const filtered = new WeakSet<Node>();
  const bare = new WeakSet<Node>();

  /** `[…].filter(Boolean)` */
  function isFiltered(node: CallExpression): node is CallExpression & { callee: { object: ArrayExpression } } {
    const { callee } = node;
    const [by] = node.arguments;
    if (callee.type !== 'MemberExpression' || callee.object.type !== 'ArrayExpression') return false;
    if (calleeName(callee) !== 'filter' || by?.type !== 'Identifier' || by.name !== 'Boolean') return false;
    filtered.add(callee.object);
    return true;
  }

  return { resolve, list };
}

/** `load().then()` and `void load()` do what `load()` does, as statements. */
function withoutIdleThen(node: Expression): Expression {
  if (node.type === 'UnaryExpression' && node.operator === 'void') return withoutIdleThen(node.argument);
  if (node.type !== 'CallExpression' || node.arguments.length > 0 || node.callee.type !== 'MemberExpression')
    return node;
  return calleeName(node.callee) === 'then' ? withoutIdleThen(node.callee.object) : node;
}

function isBare(node: Node): boolean {
  return node.type === 'ClassProperty' && !node.value && !node.computed && (node.decorators ?? []).length === 0;
}

const isSpread = (node: Node | null): boolean => node?.type === 'JSXSpreadAttribute';
