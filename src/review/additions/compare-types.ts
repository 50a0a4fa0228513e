import { changedMessage, lostMessage, notPlainMessage, requiredMessage, type ComparedFile } from './violation.js';
import { compareMembers } from './compare-members.js';
import { namesMeasures } from './records-measure.js';
import { child, children, staticKey, treesEqual, treesEqualBut, type SyntaxNode } from './syntax-tree.js';

/** Members may be added behind the old ones; anywhere, where each member says its own value. */
export function compareEnums(before: SyntaxNode, after: SyntaxNode, file: ComparedFile, label: string): void {
  const [old, now] = [children(before, 'members'), children(after, 'members')];
  if (!treesEqualBut('members', before, after)) file.report(changedMessage(label), after);
  compareMembers(old, now, after, file, label, (was, is, name) => {
    if (!treesEqual(was, is)) file.report(changedMessage(name), is);
  });
  const counted = old.some((member) => child(member, 'initializer') === undefined);
  const moved = now.find((member, index) => {
    const was = old[index];
    return was !== undefined && staticKey(was) !== staticKey(member);
  });
  if (counted && moved !== undefined) file.report(changedMessage(`${label} (its order gives the values)`), moved);
}

/** A new member is an event of its own (an object, a named type, or a count among counts), or may be left out. */
export function compareInterfaces(before: SyntaxNode, after: SyntaxNode, file: ComparedFile, label: string): void {
  if (!treesEqualBut('body', before, after)) file.report(changedMessage(label), after);
  const [old, now] = [children(child(before, 'body'), 'body'), children(child(after, 'body'), 'body')];
  compareTypeMembers(old, now, after, file, label, 0);
}

/** Levels of types within types that are compared; deeper must be the same. */
const deepest = 30;

/** The type of an alias, or within one: unions grow by literals and objects, objects by members. */
export function compareTypes(
  before: SyntaxNode,
  after: SyntaxNode,
  file: ComparedFile,
  label: string,
  depth = 0,
): void {
  if (treesEqual(before, after)) return;
  if (depth > deepest) {
    file.report(changedMessage(label), after);
    return;
  }
  if (before.type === 'TSTypeLiteral' && after.type === 'TSTypeLiteral') {
    compareTypeMembers(children(before, 'members'), children(after, 'members'), after, file, label, depth);
    return;
  }
  const wrapped = wrappedIn(before, after);
  if (wrapped !== undefined) {
    for (const [was, is] of wrapped) compareTypes(was, is, file, label, depth + 1);
    return;
  }
  const [old, now] = [arms(before), arms(after)];
  if (after.type !== 'TSUnionType' || !old.every(namesSomething)) {
    file.report(changedMessage(label), after);
    return;
  }
  const isIn = (arm: SyntaxNode, others: readonly SyntaxNode[]): boolean =>
    others.some((other) => treesEqual(arm, other));
  const grown = now.filter((arm) => !isIn(arm, old));
  for (const arm of old) {
    if (isIn(arm, now)) continue;
    const event = nameIn(arm);
    const same = event && grown.find((other) => other.type === arm.type && treesEqual(event, nameIn(other) ?? other));
    if (same) compareTypes(arm, same, file, label, depth + 1);
    else file.report(lostMessage(label), after);
  }
  for (const arm of grown) if (!namesSomething(arm)) file.report(notPlainMessage(label), arm);
}

/**
 * What a type for events is given, on both sides: `ScopedEvent<{ name: 'Opened'; from: 'a' | 'b' }>`. Whether another has as many values as it is given nobody
 * knows: `Exclude<Names, 'a'>` has fewer.
 */
function wrappedIn(
  before: SyntaxNode,
  after: SyntaxNode,
): readonly (readonly [was: SyntaxNode, is: SyntaxNode])[] | undefined {
  if (before.type !== 'TSTypeReference' || after.type !== 'TSTypeReference') return undefined;
  if (!treesEqual(child(before, 'typeName'), child(after, 'typeName'))) return undefined;
  const name = String(child(before, 'typeName')?.['name']);
  const [old, now] = [givenTo(before), givenTo(after)];
  if (old.length !== now.length) return undefined;
  const pairs = old.map((was, index) => [was, now[index] as SyntaxNode] as const);
  const isEvent = /event|payload|propert(?:y|ies)|props/i.test(name) && !takesAway.test(name);
  const isFit = pairs.every(([was, is]) => treesEqual(was, is) || (isObject(was) && isObject(is)));
  return isEvent && isFit ? pairs : undefined;
}

const takesAway = /exclude|omit|without|except|remove|not|keys?|names?|pick|required/i;

function givenTo(reference: SyntaxNode): readonly SyntaxNode[] {
  return children(child(reference, 'typeParameters'), 'params');
}

function isObject(type: SyntaxNode): boolean {
  return type.type === 'TSTypeLiteral';
}

/** The type that says which event an object of a union is: of its member `type`, say. */
function nameIn(arm: SyntaxNode): SyntaxNode | undefined {
  if (arm.type !== 'TSTypeLiteral') return undefined;
  const member = children(arm, 'members').find((each) => /^(?:type|kind|name|event)$/.test(staticKey(each) ?? ''));
  return member && memberType(member);
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
  file: ComparedFile,
  label: string,
  depth: number,
): void {
  const used = new Set<SyntaxNode>();
  const countsAlone = namesMeasures(label) && old.every(isCount);
  for (const was of old) {
    const name = staticKey(was) ?? '';
    const is = now.find(
      (one) =>
        !used.has(one) &&
        one.type === was.type &&
        staticKey(one) === staticKey(was) &&
        (staticKey(was) !== undefined || treesEqual(was, one)),
    );
    if (is === undefined) {
      file.report(lostMessage(`${label}.${name}`), around);
      continue;
    }
    used.add(is);
    const [type, newType] = [memberType(was), memberType(is)];
    if (!treesEqualBut('typeAnnotation', was, is) || type === undefined || newType === undefined) {
      if (!treesEqual(was, is)) file.report(changedMessage(`${label}.${name}`), is);
    } else compareTypes(type, newType, file, `${label}.${name}`, depth + 1);
  }
  for (const is of now) {
    if (used.has(is)) continue;
    const label2 = `${label}.${staticKey(is) ?? ''}`;
    const isEvent = /^TSType(?:Literal|Reference)$/.test(memberType(is)?.type ?? '');
    if (is.type !== 'TSPropertySignature' || staticKey(is) === undefined) file.report(notPlainMessage(label2), is);
    else if (is['optional'] !== true && !isEvent && !(countsAlone && isCount(is)))
      file.report(requiredMessage(label2), is);
  }
}

/** A measure that is taken by itself, as in a record of them. */
function isCount(member: SyntaxNode): boolean {
  return /^TS(?:Number|Boolean)Keyword$/.test(String(memberType(member)?.type));
}

function memberType(member: SyntaxNode): SyntaxNode | undefined {
  return child(child(member, 'typeAnnotation'), 'typeAnnotation');
}
