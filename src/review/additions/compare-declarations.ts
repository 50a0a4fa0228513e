import { compareMembers } from './compare-members.js';
import { compareEnums, compareInterfaces, compareTypes } from './compare-types.js';
import { compareValues } from './compare-values.js';
import { findUnsafeNode } from './find-unsafe-node.js';
import type { Declaration, ProgramOutline } from './outline-program.js';
import { recordsMeasure } from './records-measure.js';
import { child, children, staticKey, treesEqual, treesEqualBut, type SyntaxNode } from './syntax-tree.js';
import { changedMessage, lostMessage, notPlainMessage, type ComparedFile } from './violation.js';

/** Each declaration is there as it was or grew as its kind may; a new one does nothing but name or send events. */
export function compareDeclarations(
  old: ProgramOutline,
  now: ProgramOutline,
  after: SyntaxNode,
  file: ComparedFile,
): void {
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
