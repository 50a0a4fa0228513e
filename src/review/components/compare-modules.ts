import { child, children, treesEqual, walkNodes, type SyntaxNode } from '../additions/syntax-tree.js';
import type { ModuleOutline } from './outline-module.js';
import { readProps, readType, type Props } from './read-props.js';

/** Something that others may use and that is gone, takes less, or demands more. */
export interface Breakage {
  readonly kind: 'lost' | 'lost-prop' | 'narrowed' | 'required';
  /** The export that it is about. */
  readonly name: string;
  readonly prop?: string;
  /** In the text after the change, from 1; `undefined` where nothing of it is left there. */
  readonly line?: number;
}

export interface Comparison {
  readonly breakages: readonly Breakage[];
  /** Names for others of which the file alone does not say whether they still do what they did. */
  readonly unsure: readonly string[];
}

/** Holds what a program shows to others against what it showed: exports and the props of components. What is within them may change. */
export function compareModules(before: ModuleOutline, after: ModuleOutline): Comparison {
  const changed = findChangedNames(before, after);
  const breakages: Breakage[] = [];
  const unsure: string[] = [];
  for (const [name, was] of before.exports) {
    const is = after.exports.get(name);
    if (is === undefined) breakages.push({ kind: 'lost', name });
    else {
      const found = compareExport(name, was, is, { before, after, changed });
      breakages.push(...found.breakages);
      if (found.isUnsure) unsure.push(name);
    }
  }
  if (!treesEqual(before.statements, after.statements)) unsure.push('what the file does when it is read');
  return { breakages: breakages.filter((each, at) => at === firstLike(each, breakages)), unsure };
}

/** Several exports may be made of one type, and its line is said once. */
function firstLike({ kind, prop, line, name }: Breakage, all: readonly Breakage[]): number {
  return all.findIndex(
    (each) =>
      each.kind === kind && each.prop === prop && each.line === line && (line !== undefined || each.name === name),
  );
}

interface Sides {
  readonly before: ModuleOutline;
  readonly after: ModuleOutline;
  /** Names in the file that stand for something else now. */
  readonly changed: ReadonlySet<string>;
}

interface ExportComparison {
  readonly breakages: readonly Breakage[];
  readonly isUnsure: boolean;
}

function compareExport(name: string, was: SyntaxNode, is: SyntaxNode, sides: Sides): ExportComparison {
  const { before, after, changed } = sides;
  const isType = /^TS(?:Interface|TypeAlias)Declaration$/.test(was.type) && was.type === is.type;
  const [old, now] = isType
    ? [readType(was, before.names), readType(is, after.names)]
    : [readProps(was, before.names), readProps(is, after.names)];
  const isComponent = isType || /^(?:default|[A-Z])/.test(name);
  if (isComponent && old !== undefined && now !== undefined) {
    const found = compareProps(name, old, now, changed);
    return { ...found, isUnsure: found.isUnsure || (!isType && !treesEqual(frameOf(was), frameOf(is))) };
  }
  if (mentions(child(is, 'init') ?? is, changed)) return { breakages: [], isUnsure: true };
  return { breakages: [], isUnsure: !treesEqual(was, is) && !isSameKindOfValue(was, is) };
}

function compareProps(name: string, old: Props, now: Props, changed: ReadonlySet<string>): ExportComparison {
  const breakages: Breakage[] = [];
  let isUnsure = !treesEqual(old.others, now.others) || now.others.some((each) => mentions(each, changed));
  for (const [prop, was] of old.members) {
    const is = now.members.get(prop);
    if (is === undefined) breakages.push({ kind: 'lost-prop', name, prop });
    else if (is.isRequired && !was.isRequired) breakages.push({ kind: 'required', name, prop, line: lineOf(is.node) });
    else if (isNarrowed(was.node, is.node)) breakages.push({ kind: 'narrowed', name, prop, line: lineOf(is.node) });
    else isUnsure ||= mentions(is.node, changed) || !takesAsMuch(was.node, is.node);
  }
  for (const [prop, is] of now.members)
    if (is.isRequired && !old.members.has(prop))
      breakages.push({ kind: 'required', name, prop, line: lineOf(is.node) });
  return { breakages, isUnsure };
}

/** The types that a value of this member may have, each alternative by itself; none without a type. */
function typesOf(member: SyntaxNode): readonly SyntaxNode[] {
  const type = child(child(member, 'typeAnnotation'), 'typeAnnotation');
  if (type === undefined) return [];
  return type.type === 'TSUnionType' ? children(type, 'types') : [type];
}

function includes(types: readonly SyntaxNode[], wanted: SyntaxNode): boolean {
  return types.some((each) => treesEqual(each, wanted));
}

/** Less of what could be given, and nothing else in its place. */
function isNarrowed(was: SyntaxNode, is: SyntaxNode): boolean {
  const [old, now] = [typesOf(was), typesOf(is)];
  return now.length < old.length && now.length > 0 && now.every((each) => includes(old, each));
}

function takesAsMuch(was: SyntaxNode, is: SyntaxNode): boolean {
  const [old, now] = [typesOf(was), typesOf(is)];
  // Without types a prop is what the component takes apart, under its own name and with a value of its own where none is given.
  if (old.length === 0 && now.length === 0) return was.type === is.type;
  return old.every((each) => includes(now, each));
}

/** What else a component asks for or is wrapped in. */
function frameOf(declaration: SyntaxNode): unknown {
  const value = child(declaration, 'init') ?? declaration;
  const callee = value.type === 'CallExpression' ? child(value, 'callee') : undefined;
  return [
    value.type,
    callee,
    children(value, 'params').slice(1).length,
    value['generator'],
    child(value, 'typeParameters') === undefined,
  ];
}

/** Words, numbers and elements in place of others of their kind. */
function isSameKindOfValue(was: SyntaxNode, is: SyntaxNode): boolean {
  const [old, now] = [child(was, 'init'), child(is, 'init')];
  return (
    old !== undefined &&
    old.type === now?.type &&
    treesEqual(child(was, 'id'), child(is, 'id')) &&
    treesEqual(child(old, 'tag'), child(now, 'tag')) &&
    plain.test(old.type)
  );
}

/** The styles of a component (`styled.p`) are a template with its tag. */
const plain = /^(?:StringLiteral|NumericLiteral|TemplateLiteral|TaggedTemplateExpression|JSXElement|JSXFragment)$/;

/** Names that stand for something else than they did, also since a type names one: a type may say `keyof typeof sizes`. */
function findChangedNames(before: ModuleOutline, after: ModuleOutline): ReadonlySet<string> {
  const changed = new Set<string>();
  for (const [name, was] of before.names) if (!treesEqual(was, after.names.get(name))) changed.add(name);
  for (let size = -1; size < changed.size;) {
    size = changed.size;
    for (const [name, node] of after.names)
      if (node.type.startsWith('TS') && before.names.has(name) && mentions(node, changed)) changed.add(name);
  }
  return changed;
}

function mentions(node: SyntaxNode, names: ReadonlySet<string>): boolean {
  if (names.size === 0) return false;
  for (const each of walkNodes(node)) if (each.type === 'Identifier' && names.has(String(each['name']))) return true;
  return false;
}

function lineOf(node: SyntaxNode): number {
  return (node['loc'] as { readonly start: { readonly line: number } }).start.line;
}
