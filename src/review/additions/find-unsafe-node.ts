import { child, children, walkNodes, nodesIn, staticKey, type SyntaxNode } from './syntax-tree.js';

/** Names that new code may use: what the file declares or imports. Anything else would reach into the page or the process. */
export type AllowedNames = ReadonlySet<string>;

/**
 * Can new code do nothing but name things and send events? Returns the first node that might do more, `undefined` where there
 * is none: literals, objects, lists and types are fine, so are references to `names`, schemas (`z.object(…)`), and functions
 * whose body only sends (`track(…)`). Everything else is for an engineer to read.
 */
export function findUnsafeNode(node: SyntaxNode, names: AllowedNames): SyntaxNode | undefined {
  const own = new Set(names);
  for (const inner of walkNodes(node)) for (const name of boundNames(inner)) own.add(name);
  return unsafeIn(node, own, 0);
}

/** Levels of new code that are read; deeper is for an engineer. */
const deepest = 40;

const plain: ReadonlySet<string> = new Set(
  (
    'StringLiteral NumericLiteral BooleanLiteral NullLiteral BigIntLiteral TemplateLiteral TemplateElement ObjectExpression ObjectProperty ArrayExpression ' +
    'UnaryExpression BinaryExpression LogicalExpression ConditionalExpression SpreadElement TSAsExpression TSSatisfiesExpression TSNonNullExpression ' +
    'TSEnumDeclaration TSEnumBody TSEnumMember TSInterfaceDeclaration TSTypeAliasDeclaration ExportSpecifier VariableDeclarator VariableDeclaration ' +
    'ArrowFunctionExpression FunctionExpression FunctionDeclaration BlockStatement ExpressionStatement ReturnStatement AwaitExpression ' +
    'ObjectPattern ArrayPattern AssignmentPattern RestElement Identifier MemberExpression OptionalMemberExpression CallExpression OptionalCallExpression ' +
    'NewExpression ObjectMethod ClassMethod ClassProperty'
  ).split(' '),
);

function unsafeIn(node: SyntaxNode, names: AllowedNames, depth: number): SyntaxNode | undefined {
  // Types say nothing when the program runs.
  if (node.type === 'TSInterfaceDeclaration' || /^TSType(?:Alias|Annotation|Parameter)/.test(node.type))
    return undefined;
  if (depth > deepest || !plain.has(node.type) || !isAllowed(node, names)) return node;
  for (const [field, value] of Object.entries(node)) {
    if (typeFields.has(field) || isNameOnly(node, field)) continue;
    for (const item of nodesIn(value)) {
      const unsafe = unsafeIn(item, names, depth + 1);
      if (unsafe !== undefined) return unsafe;
    }
  }
  return undefined;
}

const typeFields: ReadonlySet<string> = new Set(['typeAnnotation', 'typeParameters', 'typeArguments', 'returnType']);

/** The name of a member or of a declaration refers to nothing; a pattern in its place may hold code. */
function isNameOnly(node: SyntaxNode, field: string): boolean {
  if (field === 'id') return child(node, 'id')?.type === 'Identifier';
  // Of the built-ins these two are harmless, and only so: under another name `Object.assign` rewrites old events.
  if (field === 'object' && isSchemaCall(node) && child(node, 'object')?.['name'] === 'Object') return true;
  if (field === 'callee' && node.type === 'NewExpression') return true;
  return (field === 'key' || field === 'property' || field === 'exported') && node['computed'] !== true;
}

function isAllowed(node: SyntaxNode, names: AllowedNames): boolean {
  switch (node.type) {
    case 'Identifier':
      return names.has(String(node['name'])) || harmlessGlobals.has(String(node['name']));
    case 'UnaryExpression':
      return node['operator'] !== 'delete';
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return isPlainMember(node);
    case 'ObjectProperty':
    case 'ClassProperty':
      return node['computed'] !== true && !isTrap(staticKey(node)) && children(node, 'decorators').length === 0;
    case 'ObjectMethod':
    case 'ClassMethod':
      return node['kind'] === 'method' && node['computed'] !== true && children(node, 'decorators').length === 0;
    case 'CallExpression':
    case 'OptionalCallExpression':
      return isSending(child(node, 'callee')) || isSchemaCall(child(node, 'callee'));
    case 'NewExpression':
      return child(node, 'callee')?.['name'] === 'Set';
    case 'VariableDeclaration':
      return node['kind'] === 'const' && node['declare'] !== true;
    case 'ExpressionStatement':
      return isCallStatement(child(node, 'expression'));
    default:
      return true;
  }
}

/** A member by a name or a literal that is there to be read: a name that is worked out may be any. */
function isPlainMember(node: SyntaxNode): boolean {
  const property = child(node, 'property');
  if (node['computed'] === true && !/^(?:String|Numeric)Literal$/.test(String(property?.type))) return false;
  return !reachesOut.has(String(property?.['name'] ?? property?.['value']));
}

/** Taken out of an object by a pattern, these lead to the means to run any text. */
function isTrap(key: string | undefined): boolean {
  return key === 'constructor' || key === '__proto__' || key === 'prototype';
}

const harmlessGlobals: ReadonlySet<string> = new Set(['undefined', 'NaN', 'Infinity']);
const reachesOut: ReadonlySet<string> = new Set(['constructor', '__proto__', 'prototype', 'call', 'apply', 'bind']);

function isCallStatement(node: SyntaxNode | undefined): boolean {
  const call =
    node?.type === 'AwaitExpression' || (node?.type === 'UnaryExpression' && node['operator'] === 'void')
      ? child(node, 'argument')
      : node;
  return (
    (call?.type === 'CallExpression' || call?.type === 'OptionalCallExpression') && isSending(child(call, 'callee'))
  );
}

/** `track(…)`, `analytics.track(…)`, `posthog.capture(…)`: the last name says that an event is sent. */
function isSending(callee: SyntaxNode | undefined): boolean {
  return /^(?:track[A-Z]?\w*|capture(?:Event)?|(?:log|record|send|emit)(?:[A-Z]\w*)?Event|gtag)$/.test(
    lastName(callee),
  );
}

/** Calls that make a value out of what they are given: `Object.freeze`, schemas, `defineEvents`. */
export function isSchemaCall(callee: SyntaxNode | undefined, depth = 0): boolean {
  if (depth > deepest) return false;
  const name = lastName(callee);
  if (callee?.type === 'MemberExpression') {
    const object = child(callee, 'object');
    if (object?.type === 'Identifier') {
      if (object['name'] === 'Object') return name === 'freeze';
      return object['name'] === 'z' && schemas.has(name);
    }
    return object?.type === 'CallExpression' && isSchemaCall(child(object, 'callee'), depth + 1) && schemas.has(name);
  }
  return (
    callee?.type === 'Identifier' && /^(?:define|create|make|build)(?:[A-Z]\w*)?(?:Events?|Catalog|Schema)$/.test(name)
  );
}

const schemas: ReadonlySet<string> = new Set(
  (
    'object strictObject looseObject enum nativeEnum union discriminatedUnion literal string number int boolean bigint date array tuple record optional ' +
    'nullable nullish strict passthrough strip readonly min max length nonempty positive nonnegative email url uuid datetime describe null undefined'
  ).split(' '),
);

function lastName(callee: SyntaxNode | undefined): string {
  if (callee?.type === 'Identifier') return String(callee['name']);
  const isMember = callee?.type === 'MemberExpression' || callee?.type === 'OptionalMemberExpression';
  return isMember && callee['computed'] !== true ? String(child(callee, 'property')?.['name']) : '';
}

/** The names that parameters and constants bring in. */
function boundNames(node: SyntaxNode): readonly string[] {
  if (node.type === 'VariableDeclarator') return children(node, 'id').flatMap(namesIn);
  return /Function|Method/.test(node.type) ? children(node, 'params').flatMap(namesIn) : [];
}

function namesIn(pattern: SyntaxNode): readonly string[] {
  if (pattern.type === 'Identifier') return [String(pattern['name'])];
  const field = patternFields.get(pattern.type);
  return field === undefined ? [] : children(pattern, field).flatMap(namesIn);
}

/** Where a pattern has the patterns within it. */
const patternFields: ReadonlyMap<string, string> = new Map([
  ['AssignmentPattern', 'left'],
  ['RestElement', 'argument'],
  ['ObjectProperty', 'value'],
  ['ObjectPattern', 'properties'],
  ['ArrayPattern', 'elements'],
]);
