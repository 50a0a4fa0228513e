import { child, children, staticKey, type SyntaxNode } from '../additions/syntax-tree.js';

/** What a component is given, or a type of such has. */
export interface Props {
  readonly members: ReadonlyMap<string, Prop>;
  /** Parts that say nothing of their members here, as a type of another file or a rest. */
  readonly others: readonly SyntaxNode[];
}

export interface Prop {
  readonly isRequired: boolean;
  readonly node: SyntaxNode;
}

type Names = ReadonlyMap<string, SyntaxNode>;

/** What goes deeper was not written by people. */
const deepest = 10;

const none: Props = { members: new Map(), others: [] };

/** The props of a component as the file says them, by its types or by what it takes apart; `undefined` where it does not, or is no function. */
export function readProps(declaration: SyntaxNode, names: Names): Props | undefined {
  const given = child(child(declaration, 'id'), 'typeAnnotation');
  const found = findFunction(child(declaration, 'init') ?? declaration, names, 0);
  if (found === undefined) return undefined;
  const [first] = children(found.node, 'params');
  const pattern = first?.type === 'AssignmentPattern' ? child(first, 'left') : first;
  const type =
    child(child(pattern, 'typeAnnotation'), 'typeAnnotation') ??
    lastArgument(found.call) ??
    lastArgument(child(given, 'typeAnnotation'));
  if (type !== undefined) return readType(type, names);
  if (pattern === undefined) return none;
  return pattern.type === 'ObjectPattern' ? readPattern(pattern) : undefined;
}

/** The members of an interface, or of a type that is written as such. */
export function readType(type: SyntaxNode, names: Names, depth = 0): Props {
  switch (depth > deepest ? '' : type.type) {
    case 'TSInterfaceDeclaration':
      return join([readMembers(children(child(type, 'body'), 'body')), { ...none, others: children(type, 'extends') }]);
    case 'TSTypeLiteral':
      return readMembers(children(type, 'members'));
    case 'TSTypeAliasDeclaration':
      return readType(child(type, 'typeAnnotation') as SyntaxNode, names, depth + 1);
    case 'TSIntersectionType':
      return join(children(type, 'types').map((each) => readType(each, names, depth + 1)));
    case 'TSTypeReference': {
      const local = names.get(String(child(type, 'typeName')?.['name']));
      const isPlain = argumentsOf(type) === undefined && local?.type.startsWith('TS') === true;
      return isPlain ? readType(local, names, depth + 1) : { ...none, others: [type] };
    }
    default:
      return { ...none, others: [type] };
  }
}

/** A function, also within what wraps a component (`memo(…)`, `forwardRef<Ref, Props>(…)`). */
function findFunction(
  node: SyntaxNode,
  names: Names,
  depth: number,
): { readonly node: SyntaxNode; readonly call?: SyntaxNode } | undefined {
  if (depth > deepest) return undefined;
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return { node };
    case 'Identifier': {
      const local = names.get(String(node['name']));
      return local && findFunction(child(local, 'init') ?? local, names, depth + 1);
    }
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return findFunction(child(node, 'expression') as SyntaxNode, names, depth + 1);
    case 'CallExpression': {
      const [first] = children(node, 'arguments');
      const inner = first && findFunction(first, names, depth + 1);
      return inner && { call: node, ...inner };
    }
    default:
      return undefined;
  }
}

function readMembers(nodes: readonly SyntaxNode[]): Props {
  const members = new Map<string, Prop>();
  const others: SyntaxNode[] = [];
  for (const node of nodes) {
    const name = staticKey(node);
    if (name === undefined) others.push(node);
    else members.set(name, { isRequired: node['optional'] !== true, node });
  }
  return { members, others };
}

/** Without types nothing is demanded. */
function readPattern(pattern: SyntaxNode): Props {
  const { members, others } = readMembers(children(pattern, 'properties'));
  return { members: new Map([...members].map(([name, { node }]) => [name, { isRequired: false, node }])), others };
}

function join(all: readonly Props[]): Props {
  return {
    members: new Map(all.flatMap(({ members }) => [...members])),
    others: all.flatMap(({ others }) => others),
  };
}

function lastArgument(node: SyntaxNode | undefined): SyntaxNode | undefined {
  return children(argumentsOf(node), 'params').at(-1);
}

function argumentsOf(node: SyntaxNode | undefined): SyntaxNode | undefined {
  return child(node, 'typeParameters') ?? child(node, 'typeArguments');
}
