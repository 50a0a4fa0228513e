import { changed, compareMembers, lost, notPlain, required, type AfterFile } from './compare-values.js';
import { child, children, plainKey, sameTree, type SyntaxNode } from './syntax-tree.js';

/** Members may be added behind the old ones; anywhere, where each member says its own value. */
export function compareEnums(before: SyntaxNode, after: SyntaxNode, file: AfterFile, label: string): void {
  const [old, now] = [children(before, 'members'), children(after, 'members')];
  if (!sameTree({ ...before, members: null }, { ...after, members: null })) file.report(changed(label), after);
  compareMembers(old, now, after, file, label, (was, is, name) => {
    if (!sameTree(was, is)) file.report(changed(name), is);
  });
  const counted = old.some((member) => child(member, 'initializer') === undefined);
  const moved = now.find((member, index) => {
    const was = old[index];
    return was !== undefined && plainKey(was) !== plainKey(member);
  });
  if (counted && moved !== undefined) file.report(changed(`${label} (its order gives the values)`), moved);
}

/** A new member is an event of its own (an object or a named type), or may be left out. */
export function compareInterfaces(before: SyntaxNode, after: SyntaxNode, file: AfterFile, label: string): void {
  if (!sameTree({ ...before, body: null }, { ...after, body: null })) file.report(changed(label), after);
  compareTypeMembers(
    children(child(before, 'body'), 'body'),
    children(child(after, 'body'), 'body'),
    after,
    file,
    label,
    0,
  );
}

/** Levels of types within types that are compared; deeper must be the same. */
const deepest = 30;

/** The type of an alias, or within one: unions grow by literals and objects, objects by members. */
export function compareTypes(before: SyntaxNode, after: SyntaxNode, file: AfterFile, label: string, depth = 0): void {
  if (sameTree(before, after)) return;
  if (depth > deepest) {
    file.report(changed(label), after);
    return;
  }
  if (before.type === 'TSTypeLiteral' && after.type === 'TSTypeLiteral') {
    compareTypeMembers(children(before, 'members'), children(after, 'members'), after, file, label, depth);
    return;
  }
  const [old, now] = [arms(before), arms(after)];
  if (after.type !== 'TSUnionType' || !old.every(namesSomething)) {
    file.report(changed(label), after);
    return;
  }
  for (const arm of old) if (!now.some((other) => sameTree(arm, other))) file.report(lost(label), after);
  for (const arm of now) {
    if (!namesSomething(arm) && !old.some((other) => sameTree(arm, other))) file.report(notPlain(label), arm);
  }
}

function arms(type: SyntaxNode): readonly SyntaxNode[] {
  return type.type === 'TSUnionType' ? children(type, 'types') : [type];
}

/** `string` or `any` in a union would swallow the names in it. */
function namesSomething(type: SyntaxNode): boolean {
  return type.type === 'TSLiteralType' || type.type === 'TSTypeLiteral' || type.type === 'TSTypeReference';
}

function compareTypeMembers(
  old: readonly SyntaxNode[],
  now: readonly SyntaxNode[],
  around: SyntaxNode,
  file: AfterFile,
  label: string,
  depth: number,
): void {
  const used = new Set<SyntaxNode>();
  for (const was of old) {
    const name = plainKey(was) ?? '';
    const is = now.find(
      (one) =>
        !used.has(one) &&
        one.type === was.type &&
        plainKey(one) === plainKey(was) &&
        (plainKey(was) !== undefined || sameTree(was, one)),
    );
    if (is === undefined) {
      file.report(lost(`${label}.${name}`), around);
      continue;
    }
    used.add(is);
    const [type, newType] = [memberType(was), memberType(is)];
    const sameFrame = sameTree({ ...was, typeAnnotation: null }, { ...is, typeAnnotation: null });
    if (!sameFrame || type === undefined || newType === undefined) {
      if (!sameTree(was, is)) file.report(changed(`${label}.${name}`), is);
    } else compareTypes(type, newType, file, `${label}.${name}`, depth + 1);
  }
  for (const is of now) {
    if (used.has(is)) continue;
    const label2 = `${label}.${plainKey(is) ?? ''}`;
    const isEvent = /^TSType(?:Literal|Reference)$/.test(memberType(is)?.type ?? '');
    if (is.type !== 'TSPropertySignature' || plainKey(is) === undefined) file.report(notPlain(label2), is);
    else if (is['optional'] !== true && !isEvent) file.report(required(label2), is);
  }
}

function memberType(member: SyntaxNode): SyntaxNode | undefined {
  return child(child(member, 'typeAnnotation'), 'typeAnnotation');
}
