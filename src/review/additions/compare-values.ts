import { alignItems } from './align-items.js';
import { findRepeated, identityOf, repeatedMessage } from './find-repeated.js';
import { findUnsafeNode, isSchemaCall, type AllowedNames } from './find-unsafe-node.js';
import { isMeasureValue, namesMeasures } from './records-measure.js';
import { child, children, isNode, staticKey, treesEqual, treesEqualBut, type SyntaxNode } from './syntax-tree.js';

/** Something that is more than an addition; `at` is an offset in the text after. */
export interface Violation {
  readonly message: string;
  readonly at: number;
}

/** What the comparison needs to know of the file after. */
export interface ComparedFile {
  readonly names: AllowedNames;
  /** Does the program before ask for items by their places, so that one put in front would be another? */
  readonly readsPlaces: boolean;
  readonly report: (message: string, at: SyntaxNode) => void;
}

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
    file.report(unclear(label), after);
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

/**
 * Members by name: each old one is there once and `compare` agrees; each new one is safe and of the kind that all old ones are,
 * as it is in a list of events and is not in the properties of one event. Of measures each is an event of its own.
 */
export function compareMembers(
  old: readonly SyntaxNode[],
  now: readonly SyntaxNode[],
  around: SyntaxNode,
  file: ComparedFile,
  label: string,
  compare: (was: SyntaxNode, is: SyntaxNode, name: string) => void,
): void {
  const known = new Map<string, SyntaxNode>();
  for (const member of old) known.set(String(staticKey(member)), member);
  const kinds = new Set([...known.values()].map(kindOf));
  const areMeasures = namesMeasures(label) && old.every(isMeasure);
  const seen = new Set<string>();
  for (const member of now) {
    const key = String(staticKey(member));
    const name = `${label}.${key}`;
    const was = known.get(key);
    if (seen.has(key))
      file.report(`“${name}” stands here twice, and the second takes the place of the first. Remove it.`, member);
    else if (was !== undefined) compare(was, member, name);
    else {
      const unsafe = findUnsafeNode(member, file.names);
      if (unsafe !== undefined) file.report(notPlainMessage(name), unsafe);
      else if (
        !(areMeasures && isMeasure(member)) &&
        (kinds.size > 1 || (kinds.size === 1 && !kinds.has(kindOf(member))))
      )
        file.report(reshaped(name, label), member);
    }
    seen.add(key);
  }
  for (const key of known.keys()) if (!seen.has(key)) file.report(lostMessage(`${label}.${key}`), around);
}

function isMeasure(member: SyntaxNode): boolean {
  return isMeasureValue(child(member, 'value'));
}

/** What a member holds, roughly: an event beside events is of their kind. */
function kindOf(member: SyntaxNode): string {
  let value = child(member, 'value') ?? child(member, 'initializer') ?? member;
  while (value.type.startsWith('TS')) value = child(value, 'expression') ?? { ...value, type: 'type' };
  if (/^(?:TemplateLiteral|Identifier|MemberExpression)$/.test(value.type)) return 'StringLiteral';
  return value.type === 'FunctionExpression' || value.type === 'ObjectMethod' ? 'ArrowFunctionExpression' : value.type;
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

function idOf(item: SyntaxNode | undefined): string | undefined {
  if (item?.type === 'StringLiteral') return String(item['value']);
  if (item?.type !== 'ObjectExpression') return undefined;
  const members = new Map(children(item, 'properties').map((member) => [staticKey(member), child(member, 'value')]));
  return identityOf((name) => {
    const value = members.get(name);
    return value?.type === 'StringLiteral' || value?.type === 'NumericLiteral' ? String(value['value']) : undefined;
  });
}

/** A text or an object: what stands for one event wherever it is put in a list. The place of a number or a list may say what it is. */
function namesEvent(item: SyntaxNode | undefined): boolean {
  if (item?.type === 'TemplateLiteral') return children(item, 'expressions').length === 0;
  return /^(?:StringLiteral|ObjectExpression|Identifier|MemberExpression)$/.test(item?.type ?? '');
}

/** What an item of a list is called that is there no more: by its text, if it is one, else by its place. */
export function itemLabel(label: string, text: unknown, index: number): string {
  return typeof text === 'string' ? `${label}: ${text}` : `${label}[${index}]`;
}

export function orderLabel(label: string): string {
  return `${label} (the order of its items)`;
}

/** The items of a list; a hole is `undefined`. */
function itemsOf(list: SyntaxNode): readonly (SyntaxNode | undefined)[] {
  return (list['elements'] as readonly unknown[]).map((item) => (isNode(item) ? item : undefined));
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

export function changedMessage(label: string): string {
  return `“${label}” is not what it was, and only additions are allowed here. Put it back as it was, or pair with an engineer.`;
}

export function lostMessage(label: string): string {
  return `“${label}” is gone, and only additions are allowed here. Put it back; what still sends or reads it would break.`;
}

export function notPlainMessage(label: string): string {
  return `“${label}” is new and does more than name an event or send it, so it is not an addition that can be judged here. Ask an engineer to write it with you.`;
}

export function requiredMessage(label: string): string {
  return `“${label}” is a new part of an existing event and may not be left out, so what is sent today would be wrong. Make it optional, or pair with an engineer.`;
}

function reshaped(name: string, label: string): string {
  return `“${name}” changes “${label}”, which was there before, and only additions of whole events are allowed here. Add an event of its own, or pair with an engineer.`;
}

function unclear(label: string): string {
  return `“${label}” takes in other values (by “...” or a computed name), so nobody can tell whether the addition replaces one of them. Pair with an engineer.`;
}
