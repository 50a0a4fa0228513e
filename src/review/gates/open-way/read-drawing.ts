import type { JSXElement, Node, Program } from '@babel/types';
import { childNodes, everyNode } from '../child-nodes.js';
import { calleeName, nameOf } from '../flag-sense.js';
import type { Region } from '../gated-regions.js';
import { countNames } from '../off-state/declared-names.js';
import { rangeOf } from '../range-of.js';
import { isPlainCondition } from './is-plain-condition.js';
import { isDrawnAttribute, mayHide, unwrap } from './parts-of.js';

/** What a program draws for everyone: what stands under a condition that is not plain, or in something that is not followed, is not in it. */
export interface Drawing {
  /** The component, or other thing with a name, in which an offset is drawn whenever it is drawn itself. */
  readonly ownerAt: (offset: number) => string | undefined;
  /** What draws something with a name, whenever it is drawn itself; `mounted` for what the program puts on the page. */
  readonly usersOf: (name: string) => ReadonlySet<string>;
}

/** What is put on a page at once; no name in a program has a blank. */
export const mounted = 'put on the page';

interface Context {
  readonly owner: string;
  /** Is it drawn whenever its owner is? */
  readonly isClear: boolean;
}

const through =
  /^(?:Program|File|JSXFragment|JSXExpressionContainer|Template(?:Literal|Element)|TSAsExpression|TSNonNullExpression|TSSatisfiesExpression|ArrayExpression|ExpressionStatement|VariableDeclaration|Export\w+Declaration|ReturnStatement|StringLiteral|JSXText|ClassBody)$/;

export function readDrawing(program: Program): Drawing {
  const counts = countNames(program);
  const assigned = assignedNames(program);
  const spans: (Context & { readonly range: Region })[] = [];
  const users = new Map<string, Set<string>>();

  function use(name: string, { owner, isClear }: Context): void {
    if (isClear) users.set(name, (users.get(name) ?? new Set()).add(owner));
  }

  function walk(node: Node | null | undefined, context: Context): void {
    if (!node) return;
    spans.push({ range: rangeOf(node), ...context });
    const unclear = { ...context, isClear: false };
    switch (node.type) {
      case 'FunctionDeclaration':
        walkInit(node, own('default'), unclear);
        return;
      case 'ClassDeclaration':
        for (const each of node.body.body) walkMember(each, node.id?.name ?? 'default', unclear);
        return;
      case 'VariableDeclarator':
        walkDeclared(node.id, node.init, unclear);
        return;
      case 'ExportDefaultDeclaration':
        walkInit(node.declaration, own('default'), context);
        return;
      case 'BlockStatement':
        walkStatements(node.body, context);
        return;
      case 'IfStatement':
      case 'ConditionalExpression':
        for (const each of [node.consequent, node.alternate])
          walk(each, isPlainCondition(node.test) ? context : unclear);
        return;
      case 'LogicalExpression':
        walk(node.left, node.operator === '&&' ? unclear : context);
        walk(node.right, node.operator === '&&' && isPlainCondition(node.left) ? context : unclear);
        return;
      case 'BinaryExpression':
        for (const each of [node.left, node.right]) walk(each, node.operator === '+' ? context : unclear);
        return;
      case 'JSXElement':
        walkElement(node, context);
        return;
      case 'CallExpression':
        walkCall(node, context);
        return;
      case 'Identifier':
        use(node.name, context);
        return;
      default:
        for (const each of childNodes(node)) walk(each, through.test(node.type) ? context : unclear);
    }
  }

  /** What has a name of its own is drawn where that is used; a name that means two things is nobody's. */
  function own(name: string): Context {
    return { owner: name, isClear: (counts.get(name) ?? 0) <= 1 && !assigned.has(name) };
  }

  function walkBody(node: Node & { readonly body: Node }, context: Context): void {
    walk(node.body, context);
  }

  /** A part of a class that goes by a plain name; anything else is not followed. */
  function walkMember(node: Node, component: string, unclear: Context): void {
    const isPart = (node.type === 'ClassMethod' || node.type === 'ClassProperty') && !node.computed;
    const name = isPart ? nameOf(node.key) : undefined;
    const context = name === undefined ? unclear : own(name === 'render' ? component : `this.${name}`);
    if (node.type === 'ClassMethod') walkBody(node, context);
    else if (node.type === 'ClassProperty' && node.value) walkInit(node.value, context, { ...context, isClear: false });
  }

  function walkDeclared(id: Node, init: Node | null | undefined, unclear: Context): void {
    if (id.type === 'Identifier' && init) walkInit(init, own(id.name), unclear);
    else walk(init, unclear);
  }

  /** A component, a part of one or a text, by the name that it gets; anything else is not followed. */
  function walkInit(init: Node, context: Context, outer: Context): void {
    const inner = unwrap(init);
    if (inner.type === 'ArrowFunctionExpression' || inner.type === 'FunctionExpression') walkBody(inner, context);
    else if (inner.type === 'FunctionDeclaration') walkBody(inner, inner.id ? own(inner.id.name) : context);
    else if (inner.type === 'ClassDeclaration') walk(inner, outer);
    else if (/^(?:JSX|String|Template|Conditional|Logical|Identifier)/.test(inner.type)) walk(inner, context);
    else walk(inner, /^(?:Call|Await)/.test(inner.type) ? outer : { ...outer, isClear: false });
  }

  /** Behind a way out under a condition that is not plain, the rest is under it too. */
  function walkStatements(statements: readonly Node[], context: Context): void {
    let now = context;
    for (const each of statements) {
      walk(each, now);
      const leaves =
        /^(?:If|Switch|Try|For\w*|While)Statement$/.test(each.type) &&
        [...everyNode(each)].some(({ type }) => /^(?:Return|Throw)Statement$/.test(type));
      if (leaves && !(each.type === 'IfStatement' && isPlainCondition(each.test))) now = { ...now, isClear: false };
    }
  }

  function walkElement({ openingElement: { name, attributes }, children }: JSXElement, context: Context): void {
    const called =
      name.type === 'JSXIdentifier' ? name.name : name.type === 'JSXMemberExpression' ? name.property.name : '';
    const isComponent = /^\p{Lu}/u.test(called);
    if (isComponent && name.type === 'JSXIdentifier') use(called, context);
    const inside = { ...context, isClear: context.isClear && !(isComponent && mayHide(called)) };
    for (const each of attributes) {
      if (each.type !== 'JSXAttribute' || !each.value) continue;
      const isDrawn =
        each.value.type === 'StringLiteral' || (each.name.type === 'JSXIdentifier' && isDrawnAttribute(each.name.name));
      const part = { ...inside, isClear: inside.isClear && isDrawn };
      const given = each.value.type === 'JSXExpressionContainer' ? each.value.expression : each.value;
      if (given.type === 'ArrowFunctionExpression') walkBody(given, part);
      else walk(given, part);
    }
    for (const each of children) walk(each, inside);
  }

  function walkCall(node: Node & { type: 'CallExpression' }, context: Context): void {
    const name = calleeName(node.callee);
    const unclear = { ...context, isClear: false };
    if (node.callee.type === 'Identifier') use(name, context);
    if (
      node.callee.type === 'MemberExpression' &&
      node.callee.object.type === 'ThisExpression' &&
      !node.callee.computed
    )
      use(`this.${name}`, context);
    const puts = /^(?:render|hydrate|hydrateRoot|registerComponent)$/.test(name);
    const hands = /^(?:map|flatMap|useMemo|useCallback|t|translate|formatMessage|cloneElement)$/.test(name);
    const inner = puts ? { owner: mounted, isClear: true } : hands ? context : unclear;
    const isRoute = /^create(?:Root|File|LazyFile)\w*Route\w*$/.test(name);
    for (const each of node.arguments) {
      if (each.type === 'ArrowFunctionExpression' && (hands || puts)) walkBody(each, inner);
      else if (isRoute && each.type === 'ObjectExpression') {
        for (const property of each.properties)
          if (property.type === 'ObjectProperty' && nameOf(property.key) === 'component')
            walkInit(property.value, { owner: mounted, isClear: true }, unclear);
      } else walk(each, inner);
    }
  }

  walk(program, { owner: '', isClear: false });
  const none: ReadonlySet<string> = new Set();
  return {
    ownerAt: (offset) => {
      const holding = spans.filter(({ range: [from, to] }) => from <= offset && offset < to);
      const last = holding.at(-1);
      return last?.isClear === true ? last.owner : undefined;
    },
    usersOf: (name) => users.get(name) ?? none,
  };
}

/** What is given another value is not what it was declared as. */
function assignedNames(program: Program): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of everyNode(program))
    if (node.type === 'AssignmentExpression' && node.left.type === 'Identifier') names.add(node.left.name);
  return names;
}
