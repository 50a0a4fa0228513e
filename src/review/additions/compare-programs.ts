import { compareEnums, compareInterfaces, compareTypes } from './compare-types.js';
import {
  changedMessage,
  compareMembers,
  compareValues,
  lostMessage,
  notPlainMessage,
  type ComparedFile,
  type Violation,
} from './compare-values.js';
import { outlineProgram, type Declaration, type ProgramOutline } from './outline-program.js';
import { recordsMeasure } from './records-measure.js';
import { findUnsafeNode } from './find-unsafe-node.js';
import {
  child,
  children,
  walkNodes,
  nodesIn,
  staticKey,
  treesEqual,
  treesEqualBut,
  type SyntaxNode,
} from './syntax-tree.js';

/**
 * What in `after` is more than an addition to `before`: a declaration, member or statement that is gone or says something else, and
 * new code that could change an old name's meaning or does more than name or send events. Formatting, comments and an order
 * without meaning do not count.
 */
export function comparePrograms(before: SyntaxNode, after: SyntaxNode): readonly Violation[] {
  const violations: Violation[] = [];
  const [old, now] = [outlineProgram(before), outlineProgram(after)];
  const file: ComparedFile = {
    readsPlaces: [...walkNodes(before)].some(readsPlace),
    names: new Set([...now.declarations.map(({ name }) => name), ...now.imports.flatMap(localNames)]),
    report: (message, { start }) => violations.push({ message, at: start }),
  };
  if (!treesEqual(old.directives, now.directives)) file.report(changedMessage('use …'), after);
  if (!treesEqual(before['interpreter'], after['interpreter'])) file.report(changedMessage('#!'), after);
  compareImports(old, now, after, file);
  compareOthers(old, now, after, file);
  compareDeclarations(old, now, after, file);
  refuseTakenNames(before, old, now, file);
  return violations;
}

/** `events[0]`, `events.indexOf(name)`, `const [click, view] = events` */
function readsPlace(node: SyntaxNode): boolean {
  if (node.type === 'ArrayPattern') return true;
  if (!/^(?:Optional)?MemberExpression$/.test(node.type)) return false;
  const property = child(node, 'property');
  if (node['computed'] === true) return property?.type !== 'StringLiteral';
  return /^(?:at|indexOf|lastIndexOf|findIndex|entries|keys|shift|pop|slice)$/.test(String(property?.['name']));
}

function keyAndValue(attribute: SyntaxNode): readonly (SyntaxNode | undefined)[] {
  return [child(attribute, 'key'), child(attribute, 'value')];
}

function localNames(statement: SyntaxNode): readonly string[] {
  return children(statement, 'specifiers').map((specifier) => String(child(specifier, 'local')?.['name']));
}

/** A module may be asked for more names, types may come from anywhere; loading another module runs it. */
function compareImports(old: ProgramOutline, now: ProgramOutline, after: SyntaxNode, file: ComparedFile): void {
  // "with { type: 'json' }" makes of the same file another module.
  const source = (statement: SyntaxNode): unknown =>
    [child(statement, 'source'), ...children(statement, 'attributes').flatMap(keyAndValue)]
      .map((node) => String(node?.['value'] ?? node?.['name']))
      .join(' ');
  const specifiers = (statements: readonly SyntaxNode[]) =>
    statements.flatMap((statement) =>
      children(statement, 'specifiers').map((node) => ({
        from: source(statement),
        type: statement['importKind'],
        node,
      })),
    );
  const kept = specifiers(now.imports);
  for (const one of specifiers(old.imports)) {
    if (!kept.some((other) => other.from === one.from && other.type === one.type && treesEqual(one.node, other.node))) {
      file.report(lostMessage(`import … from ${String(one.from)}`), after);
    }
  }
  const order = (outlined: ProgramOutline) =>
    outlined.imports.filter((one) => one['importKind'] !== 'type').map(source);
  const loaded = [...new Set(order(old))];
  const nowLoaded = [...new Set(order(now))];
  for (const [index, name] of nowLoaded.entries()) {
    if (loaded[index] === name) continue;
    // The name was read from one of them.
    const at = now.imports.find((one) => source(one) === name) as SyntaxNode;
    file.report(loads(String(name)), at);
    return;
  }
  if (nowLoaded.length < loaded.length)
    file.report(lostMessage(`import … from ${String(loaded[nowLoaded.length])}`), after);
}

function compareOthers(old: ProgramOutline, now: ProgramOutline, after: SyntaxNode, file: ComparedFile): void {
  for (const [index, statement] of now.statements.entries()) {
    const was = old.statements[index];
    if (was !== undefined && treesEqual(was, statement)) continue;
    file.report(was === undefined ? runs : changedMessage('this statement'), statement);
    return;
  }
  if (now.statements.length < old.statements.length) file.report(lostMessage('a statement that ran here'), after);
}

function compareDeclarations(old: ProgramOutline, now: ProgramOutline, after: SyntaxNode, file: ComparedFile): void {
  const known = group(old.declarations);
  const present = group(now.declarations);
  for (const [id, were] of known) {
    const are = present.get(id) ?? [];
    for (const [index, was] of were.entries()) {
      const is = are[index];
      const label = was.name === '' ? id : was.name;
      if (is === undefined || (was.exported && !is.exported)) file.report(lostMessage(label), is?.node ?? after);
      else compareDeclared(was.node, is.node, file, label);
    }
    const extra = are[were.length];
    if (extra !== undefined) file.report(changedMessage(extra.name), extra.node);
  }
  for (const [id, are] of present) {
    if (known.has(id)) continue;
    for (const { node, name } of are) {
      const unsafe = are.length > 1 || isCatchAll(node) ? node : findUnsafeNode(node, file.names);
      if (unsafe !== undefined) file.report(notPlainMessage(name === '' ? id : name), unsafe);
    }
  }
  const ordered = (outlined: ProgramOutline, other: ReadonlyMap<string, unknown>) =>
    outlined.declarations.filter(({ id, isExecuted: does }) => does && other.has(id));
  const moved = ordered(now, known).find(({ id }, index) => ordered(old, present)[index]?.id !== id);
  if (moved !== undefined) file.report(changedMessage(moved.name), moved.node);
}

/** `any` and the like behind a new name would swallow the names of the union that it is put into. */
function isCatchAll(node: SyntaxNode): boolean {
  const type = node.type === 'TSTypeAliasDeclaration' ? child(node, 'typeAnnotation') : undefined;
  return [type, ...children(type, 'types')].some((one) => /^TS\w+Keyword$/.test(String(one?.type)));
}

function group(declared: readonly Declaration[]): ReadonlyMap<string, readonly Declaration[]> {
  const groups = new Map<string, Declaration[]>();
  for (const one of declared) {
    const same = groups.get(one.id) ?? [];
    same.push(one);
    groups.set(one.id, same);
  }
  return groups;
}

function compareDeclared(before: SyntaxNode, after: SyntaxNode, file: ComparedFile, label: string): void {
  if (treesEqual(before, after)) return;
  const field = fields.get(before.type);
  const [old, now] = field === undefined ? [undefined, undefined] : [child(before, field), child(after, field)];
  if (before.type === 'TSEnumDeclaration') compareEnums(before, after, file, label);
  else if (before.type === 'TSInterfaceDeclaration') compareInterfaces(before, after, file, label);
  else if (field === undefined || old === undefined || now === undefined || !treesEqualBut(field, before, after))
    file.report(changedMessage(label), after);
  else if (before.type === 'TSTypeAliasDeclaration') compareTypes(old, now, file, label);
  else if (before.type === 'ClassDeclaration') compareClasses(old, now, after, file, label);
  else compareValues(old, now, file, label);
}

/** Where a declaration keeps what may grow. */
const fields: ReadonlyMap<string, string> = new Map([
  ['VariableDeclarator', 'init'],
  ['TSTypeAliasDeclaration', 'typeAnnotation'],
  ['ClassDeclaration', 'body'],
  ['ExportDefaultDeclaration', 'declaration'],
]);

function compareClasses(
  before: SyntaxNode,
  after: SyntaxNode,
  around: SyntaxNode,
  file: ComparedFile,
  label: string,
): void {
  const [old, now] = [children(before, 'body'), children(after, 'body')];
  if ([...old, ...now].some((member) => staticKey(member) === undefined)) file.report(changedMessage(label), after);
  else {
    const known = new Set(old.map(staticKey));
    // What a class is made from may have a method of this name, which the old ones call.
    const isMore = (member: SyntaxNode): boolean =>
      recordsMeasure(member) && !known.has(staticKey(member)) && child(around, 'superClass') === undefined;
    const others = now.filter((member) => !isMore(member));
    compareMembers(old, others, around, file, label, (was, is, name) => {
      if (!treesEqual(was, is)) file.report(changedMessage(name), is);
    });
  }
}

/** A new top-level name that old code used without declaring it (a global) would now be what the old code gets. */
function refuseTakenNames(before: SyntaxNode, old: ProgramOutline, now: ProgramOutline, file: ComparedFile): void {
  const declared = new Set([...old.declarations.map(({ name }) => name), ...old.imports.flatMap(localNames)]);
  const used = new Set<unknown>();
  for (const node of walkNodes(before)) for (const name of namesUsedBy(node)) used.add(name);
  for (const { name, node, id } of now.declarations) {
    if (declared.has(name) || !used.has(name) || id.startsWith('type ') || id.startsWith('interface ')) continue;
    file.report(taken(name), node);
  }
}

/** The identifiers that stand right below a node for a value and not as the name of a member. */
function namesUsedBy(node: SyntaxNode): readonly unknown[] {
  if (node.type === 'TSEnumMember') return [];
  return Object.entries(node).flatMap(([field, value]) => {
    if ((field === 'key' || field === 'property') && node['computed'] !== true) return [];
    return nodesIn(value).flatMap((item) => (item.type === 'Identifier' ? [item['name']] : []));
  });
}

const runs =
  'This new statement runs as soon as the file is loaded, so it is no addition of events. Take it out, or ask an engineer to write it with you.';

function loads(name: string): string {
  return `The modules that this file loads changed (“${name}”), and loading one runs its code. Take it back, or ask an engineer to add it with you.`;
}

function taken(name: string): string {
  return `“${name}” is a new name that code in this file already uses for something else. Choose another name.`;
}
