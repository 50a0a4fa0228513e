import type { parseJavaScript } from '../../parsers/parse-javascript.js';
import type { Expression, Node, ObjectExpression, PatternLike, Program } from '@babel/types';
import { createCatalogBuilder, type CatalogBuilder } from './catalog-builder.js';
import type { Catalog, CatalogEntry } from '../catalog.js';

/**
 * A module of plain data: the object that it exports by default, or the only one; or nothing but a call that is handed the texts (`OC.L10N.register("app", {…}, "nplurals=2")`). What is
 * computed is no text that one could read.
 */
export function readScript(path: string, source: string, parse: typeof parseJavaScript): Catalog {
  const builder = createCatalogBuilder(path, source);
  const code = parse(builder.text, path);
  if ('problem' in code) builder.fail(code.problem.message, code.problem);
  else {
    const object = findObject(code.program);
    if (object === undefined) builder.fail('its texts are no plain data', 0, true);
    else addObject(object, [], builder);
  }
  return builder.finish();
}

/** JSON with the freedoms of JavaScript's literals. */
export function readJson5(path: string, source: string, parse: typeof parseJavaScript): Catalog {
  const builder = createCatalogBuilder(path, source);
  // Behind the bracket its lines are those of the file, and the first is one column too far.
  const code = parse(`(${builder.text}\n)`, 'catalog.js');
  if ('problem' in code) {
    const { message, line, column } = code.problem;
    const lines = builder.text.split('\n').slice(0, line - 1);
    const start = lines.reduce((sum, each) => sum + each.length + 1, 0);
    builder.fail(message, Math.min(start + column - (line === 1 ? 2 : 1), builder.text.length));
  } else {
    const [statement, ...more] = code.program.body;
    const isOne = statement?.type === 'ExpressionStatement' && more.length === 0;
    const value = isOne ? unwrap(statement.expression) : undefined;
    if (value?.type !== 'ObjectExpression')
      builder.fail('a catalog is an object, from “{” to “}”, and this is none', 0);
    else addObject(value, [], builder, 1);
  }
  return builder.finish();
}

type Value = Expression | PatternLike | Node;

function findObject({ body }: Program): ObjectExpression | undefined {
  const named = new Map<string, Value>();
  let exported: Value | undefined;
  for (const statement of body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type === 'VariableDeclaration')
      for (const { id, init } of declaration.declarations)
        if (id.type === 'Identifier' && init) named.set(id.name, unwrap(init));
    if (statement.type === 'ExportDefaultDeclaration') exported = unwrap(statement.declaration);
    if (statement.type === 'TSExportAssignment') exported = unwrap(statement.expression);
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression') continue;
    const { left, right } = statement.expression;
    if (left.type === 'MemberExpression' && left.property.type === 'Identifier' && left.property.name === 'exports')
      exported = unwrap(right);
  }
  const found = exported?.type === 'Identifier' ? named.get(exported.name) : exported;
  const objects = [...named.values(), ...argumentsOf(body)].filter((value) => value.type === 'ObjectExpression');
  const only = found ?? (objects.length === 1 ? objects[0] : undefined);
  return only?.type === 'ObjectExpression' ? only : undefined;
}

/** What a program that is one call and nothing else hands over, if all but its objects are written out. */
function argumentsOf([statement, ...more]: Program['body']): readonly Node[] {
  const call = statement?.type === 'ExpressionStatement' && more.length === 0 ? statement.expression : undefined;
  if (call?.type !== 'CallExpression') return [];
  return call.arguments.every(({ type }) => type === 'StringLiteral' || type === 'ObjectExpression')
    ? call.arguments
    : [];
}

/** Without what TypeScript says of it, and without a function that only gives it back (`defineMessages({…})`). */
function unwrap(value: Value): Value {
  switch (value.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'ParenthesizedExpression':
      return unwrap(value.expression);
    case 'CallExpression': {
      const [first, ...more] = value.arguments;
      return first?.type === 'ObjectExpression' && more.length === 0 ? first : value;
    }
    default:
      return value;
  }
}

function addObject(object: ObjectExpression, path: CatalogEntry['path'], builder: CatalogBuilder, shift = 0): void {
  for (const property of object.properties) {
    if (property.type !== 'ObjectProperty' || property.computed) {
      builder.fail('it holds more than plain texts', offsetOf(property, shift), true);
      continue;
    }
    const { key } = property;
    const name =
      key.type === 'Identifier'
        ? key.name
        : key.type === 'StringLiteral' || key.type === 'NumericLiteral'
          ? String(key.value)
          : undefined;
    if (name !== undefined) addValue(property.value, [...path, name], offsetOf(property, shift), builder, shift);
  }
}

function addValue(
  wrapped: Value,
  path: CatalogEntry['path'],
  key: number,
  builder: CatalogBuilder,
  shift: number,
): void {
  const value = unwrap(wrapped);
  const at = offsetOf(value, shift);
  if (path.length > 50) builder.fail('it is nested more than 50 levels deep', at, true);
  else if (value.type === 'ObjectExpression') addObject(value, path, builder, shift);
  else if (value.type === 'ArrayExpression')
    for (const [index, item] of value.elements.entries()) {
      if (item) addValue(item, [...path, index], offsetOf(item, shift), builder, shift);
    }
  else {
    const text = textOf(value);
    if (text !== undefined) builder.add({ path, value: text, key, at });
    else if (/^(?:Numeric|Boolean|Null)Literal$/.test(value.type) || value.type === 'Identifier')
      builder.add({ path, value: builder.text.slice(at, (value.end as number) - shift), key, at, isText: false });
    // Functions and what is put together from other texts: an engineer's.
    else builder.fail('some of its texts are computed', at, true);
  }
}

function textOf(value: Value): string | undefined {
  if (value.type === 'StringLiteral') return value.value;
  if (value.type === 'TemplateLiteral' && value.expressions.length === 0)
    return value.quasis.map(({ value: { cooked } }) => cooked).join('');
  if (value.type !== 'BinaryExpression' || value.operator !== '+') return undefined;
  const parts = [textOf(value.left), textOf(value.right)];
  return parts.includes(undefined) ? undefined : parts.join('');
}

/** The parser gives each node its place. */
function offsetOf({ start }: Node, shift: number): number {
  return Math.max((start as number) - shift, 0);
}
