import { compareEnums, compareInterfaces, compareTypes } from './compare-types.js';
import {
  changed,
  compareMembers,
  compareValues,
  lost,
  notPlain,
  type AfterFile,
  type Breach,
} from './compare-values.js';
import { outline, type Declared, type Outline } from './declarations.js';
import { firstUnsafe } from './inert.js';
import { child, children, everyNode, nodesIn, plainKey, sameTree, type SyntaxNode } from './syntax-tree.js';

/**
 * What in `after` is more than an addition to `before`: a declaration, member or statement that is gone or says something else, and
 * new code that could change an old name's meaning or does more than name or send events. Formatting, comments and an order
 * without meaning do not count.
 */
export function comparePrograms(before: SyntaxNode, after: SyntaxNode): readonly Breach[] {
  const breaches: Breach[] = [];
  const [old, now] = [outline(before), outline(after)];
  const file: AfterFile = {
    names: new Set([...now.declared.map(({ name }) => name), ...now.imports.flatMap(localNames)]),
    report: (message, { start }) => breaches.push({ message, at: start }),
  };
  if (!sameTree(old.directives, now.directives)) file.report(changed('use …'), after);
  compareImports(old, now, after, file);
  compareOthers(old, now, after, file);
  compareDeclarations(old, now, after, file);
  refuseTakenNames(before, old, now, file);
  return breaches;
}

function localNames(statement: SyntaxNode): readonly string[] {
  return children(statement, 'specifiers').map((specifier) => String(child(specifier, 'local')?.['name']));
}

/** A module may be asked for more names, types may come from anywhere; loading another module runs it. */
function compareImports(old: Outline, now: Outline, after: SyntaxNode, file: AfterFile): void {
  const source = (statement: SyntaxNode): unknown => child(statement, 'source')?.['value'];
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
    if (!kept.some((other) => other.from === one.from && other.type === one.type && sameTree(one.node, other.node))) {
      file.report(lost(`import … from ${String(one.from)}`), after);
    }
  }
  const order = (outlined: Outline) => outlined.imports.filter((one) => one['importKind'] !== 'type').map(source);
  const loaded = [...new Set(order(old))];
  const nowLoaded = [...new Set(order(now))];
  for (const [index, name] of nowLoaded.entries()) {
    if (loaded[index] === name) continue;
    // The name was read from one of them.
    const at = now.imports.find((one) => source(one) === name) as SyntaxNode;
    file.report(loads(String(name)), at);
    return;
  }
  if (nowLoaded.length < loaded.length) file.report(lost(`import … from ${String(loaded[nowLoaded.length])}`), after);
}

function compareOthers(old: Outline, now: Outline, after: SyntaxNode, file: AfterFile): void {
  for (const [index, statement] of now.others.entries()) {
    const was = old.others[index];
    if (was !== undefined && sameTree(was, statement)) continue;
    file.report(was === undefined ? runs : changed('this statement'), statement);
    return;
  }
  if (now.others.length < old.others.length) file.report(lost('a statement that ran here'), after);
}

function compareDeclarations(old: Outline, now: Outline, after: SyntaxNode, file: AfterFile): void {
  const known = group(old.declared);
  const present = group(now.declared);
  for (const [id, were] of known) {
    const are = present.get(id) ?? [];
    for (const [index, was] of were.entries()) {
      const is = are[index];
      const label = was.name === '' ? id : was.name;
      if (is === undefined || (was.exported && !is.exported)) file.report(lost(label), is?.node ?? after);
      else compareDeclared(was.node, is.node, file, label);
    }
    const extra = are[were.length];
    if (extra !== undefined) file.report(changed(extra.name), extra.node);
  }
  for (const [id, are] of present) {
    if (known.has(id)) continue;
    for (const { node, name } of are) {
      const unsafe = are.length > 1 || isCatchAll(node) ? node : firstUnsafe(node, file.names);
      if (unsafe !== undefined) file.report(notPlain(name === '' ? id : name), unsafe);
    }
  }
  const ordered = (outlined: Outline, other: ReadonlyMap<string, unknown>) =>
    outlined.declared.filter(({ id, runs: does }) => does && other.has(id));
  const moved = ordered(now, known).find(({ id }, index) => ordered(old, present)[index]?.id !== id);
  if (moved !== undefined) file.report(changed(moved.name), moved.node);
}

/** `any` and the like behind a new name would swallow the names of the union that it is put into. */
function isCatchAll(node: SyntaxNode): boolean {
  const type = node.type === 'TSTypeAliasDeclaration' ? child(node, 'typeAnnotation') : undefined;
  return [type, ...children(type, 'types')].some((one) => /^TS\w+Keyword$/.test(String(one?.type)));
}

function group(declared: readonly Declared[]): ReadonlyMap<string, readonly Declared[]> {
  const groups = new Map<string, Declared[]>();
  for (const one of declared) {
    const same = groups.get(one.id) ?? [];
    same.push(one);
    groups.set(one.id, same);
  }
  return groups;
}

function compareDeclared(before: SyntaxNode, after: SyntaxNode, file: AfterFile, label: string): void {
  if (sameTree(before, after)) return;
  const field = fields.get(before.type);
  const [old, now] = field === undefined ? [undefined, undefined] : [child(before, field), child(after, field)];
  if (before.type === 'TSEnumDeclaration') compareEnums(before, after, file, label);
  else if (before.type === 'TSInterfaceDeclaration') compareInterfaces(before, after, file, label);
  else if (
    field === undefined ||
    old === undefined ||
    now === undefined ||
    !sameTree({ ...before, [field]: null }, { ...after, [field]: null })
  ) {
    file.report(changed(label), after);
  } else if (before.type === 'TSTypeAliasDeclaration') compareTypes(old, now, file, label);
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
  file: AfterFile,
  label: string,
): void {
  const [old, now] = [children(before, 'body'), children(after, 'body')];
  if ([...old, ...now].some((member) => plainKey(member) === undefined)) file.report(changed(label), after);
  else {
    compareMembers(old, now, around, file, label, (was, is, name) => {
      if (!sameTree(was, is)) file.report(changed(name), is);
    });
  }
}

/** A new top-level name that old code used without declaring it (a global) would now be what the old code gets. */
function refuseTakenNames(before: SyntaxNode, old: Outline, now: Outline, file: AfterFile): void {
  const declared = new Set([...old.declared.map(({ name }) => name), ...old.imports.flatMap(localNames)]);
  const used = new Set<unknown>();
  for (const node of everyNode(before)) for (const name of namesUsedBy(node)) used.add(name);
  for (const { name, node, id } of now.declared) {
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
