import { alignItems } from './align-items.js';
import { compareMembers } from './compare-members.js';
import { findRepeated, repeatedMessage } from './find-repeated.js';
import { findUnsafeNode, isSchemaCall } from './find-unsafe-node.js';
import { idOf, itemsOf, namesEvent } from './items-of.js';
import { child, children, staticKey, treesEqual, treesEqualBut, type SyntaxNode } from './syntax-tree.js';
import {
  changedMessage,
  itemLabel,
  lostMessage,
  notPlainMessage,
  orderLabel,
  requiredMessage,
  unclearMessage,
  type ComparedFile,
} from './violation.js';

/** Levels of registries within registries that are compared; deeper must be the same. */
const deepest = 30;

/** Reports where `after` is more than `before` with something added that cannot change what was there. */
export function compareValues(
  before: SyntaxNode,
  after: SyntaxNode,
  file: ComparedFile,
  label: string,
  depth = 0,
): void {
  if (treesEqual(before, after)) return;
  const grows = depth < deepest && before.type === after.type ? growing.get(before.type) : undefined;
  if (grows !== undefined) grows(before, after, file, label, depth + 1);
  else if (isAssertion(before) || isAssertion(after)) compareAsserted(before, after, file, label, depth + 1);
  else file.report(changedMessage(label), after);
}

type Compare = (before: SyntaxNode, after: SyntaxNode, file: ComparedFile, label: string, depth: number) => void;

const growing: ReadonlyMap<string, Compare> = new Map<string, Compare>([
  ['ObjectExpression', compareObjects],
  ['ArrayExpression', compareLists],
  ['TSAsExpression', compareAsserted],
  ['TSSatisfiesExpression', compareAsserted],
  ['CallExpression', compareCalls],
  ['NewExpression', compareCalls],
]);

/** What is said of the type of a value has to be the same. Where it is not, and no member says something else, the value as a whole is named. */
function compareAsserted(
  before: SyntaxNode,
  after: SyntaxNode,
  file: ComparedFile,
  label: string,
  depth: number,
): void {
  const said: Parameters<ComparedFile['report']>[] = [];
  const inside = { ...file, report: (...each: (typeof said)[number]) => void said.push(each) };
  compareValues(withoutAssertion(before), withoutAssertion(after), inside, label, depth);
  const isSame = before.type === after.type && treesEqualBut('expression', before, after);
  if (said.length === 0 && !isSame) file.report(changedMessage(label), after);
  for (const each of said) file.report(...each);
}

function isAssertion({ type }: SyntaxNode): boolean {
  return /^TS(?:As|Satisfies)Expression$/.test(type);
}

function withoutAssertion(node: SyntaxNode): SyntaxNode {
  return (isAssertion(node) && child(node, 'expression')) || node;
}

function compareObjects(before: SyntaxNode, after: SyntaxNode, file: ComparedFile, label: string, depth: number): void {
  const old = children(before, 'properties');
  const now = children(after, 'properties');
  // With a spread or a computed key nobody can tell which member wins.
  if ([...old, ...now].some((member) => staticKey(member) === undefined)) {
    file.report(unclearMessage(label), after);
    return;
  }
  compareMembers(old, now, after, file, label, (was, is, name) => {
    const [value, newValue] = [child(was, 'value'), child(is, 'value')];
    const areProperties = was.type === 'ObjectProperty' && is.type === 'ObjectProperty';
    if (areProperties && value !== undefined && newValue !== undefined)
      compareValues(value, newValue, file, name, depth);
    else if (!treesEqual(was, is)) file.report(changedMessage(name), is);
  });
}

function compareLists(before: SyntaxNode, after: SyntaxNode, file: ComparedFile, label: string, depth: number): void {
  const [old, now] = [itemsOf(before), itemsOf(after)];
  const kinds = new Set(old.map((item) => item?.type));
  const isSame = (was: SyntaxNode | undefined, is: SyntaxNode | undefined): boolean => treesEqual(was, is);
  const { changed, lost, added, isMoved } = alignItems(
    old,
    now,
    isSame,
    file.readsPlaces || ![...old, ...now].every(namesEvent),
  );
  // A gap is nobody again.
  for (const is of findRepeated(old, now, idOf) as readonly SyntaxNode[])
    file.report(repeatedMessage(label, String(idOf(is))), is);
  for (const [was, is, index] of changed) {
    if (was === undefined || is === undefined) file.report(changedMessage(label), after);
    else compareValues(was, is, file, `${label}[${index}]`, depth);
  }
  for (const [is, index] of added) {
    if (is === undefined || (kinds.size > 0 && !kinds.has(is.type)) || findUnsafeNode(is, file.names) !== undefined)
      file.report(notPlainMessage(`${label}[${index}]`), is ?? after);
  }
  for (const was of lost) file.report(lostMessage(itemLabel(label, was?.['value'], old.indexOf(was))), after);
  if (isMoved) file.report(changedMessage(orderLabel(label)), after);
}

/** `Object.freeze({…})`, `new Set([…])`, `z.enum([…])`, `defineEvents({…})`: what they are given may grow. */
function compareCalls(before: SyntaxNode, after: SyntaxNode, file: ComparedFile, label: string, depth: number): void {
  const callee = child(after, 'callee');
  const [old, now] = [children(before, 'arguments'), children(after, 'arguments')];
  const shapes = after.type === 'NewExpression' ? callee?.['name'] === 'Set' : isSchemaCall(callee);
  if (!shapes || old.length !== now.length || !treesEqualBut('arguments', before, after)) {
    file.report(changedMessage(label), after);
    return;
  }
  // A field more in the schema of an event refuses what was sent before, unless it may be left out.
  const strict = /^(?:object|strictObject|looseObject)$/.test(String(child(callee, 'property')?.['name']));
  for (const [index, was] of old.entries()) {
    // There are as many now as there were.
    const is = now[index] as SyntaxNode;
    compareValues(was, is, file, label, depth);
    if (strict) requireOptional(was, is, file, label);
  }
}

function requireOptional(before: SyntaxNode, after: SyntaxNode, file: ComparedFile, label: string): void {
  const known = new Set(children(before, 'properties').map(staticKey));
  for (const member of children(after, 'properties')) {
    const key = staticKey(member);
    if (key === undefined || known.has(key)) continue;
    const callee = child(child(member, 'value'), 'callee');
    if (!/^(?:optional|nullish)$/.test(String(child(callee, 'property')?.['name'])))
      file.report(requiredMessage(`${label}.${key}`), member);
  }
}
