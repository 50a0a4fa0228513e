import type { DataList, DataNode, DataScalar } from '../../parsers/data-tree.js';
import type { Position } from '../../text/index-lines.js';
import { alignItems } from './align-items.js';
import { findRepeated, identityOf, repeatedMessage } from './find-repeated.js';
import {
  changedMessage,
  itemLabel,
  lostMessage,
  narrowedMessage,
  notPlainMessage,
  orderLabel,
  requiredMessage,
  reshapedMessage,
} from './violation.js';

export interface PlacedViolation {
  readonly message: string;
  readonly at: Position;
}

/**
 * What of `before` is gone or says something else in `after`; lists of names and of maps may grow anywhere, others at their
 * end, and maps by what is of the kind of all that they hold. Aliases count as what they stand for.
 */
export function compareData(before: DataNode | undefined, after: DataNode | undefined): readonly PlacedViolation[] {
  const violations: PlacedViolation[] = [];
  compare(before, after, '', { line: 1, column: 1 }, violations);
  return violations;
}

function compare(
  before: DataNode | undefined,
  after: DataNode | undefined,
  label: string,
  around: Position,
  violations: PlacedViolation[],
): void {
  if (before === undefined) return;
  const name = label === '' ? 'what this file said' : label;
  if (after === undefined) violations.push({ message: lostMessage(name), at: around });
  else if (before.kind === 'scalar' && after.kind === 'scalar') {
    if (!scalarsEqual(before, after)) violations.push({ message: changedMessage(name), at: after.at });
  } else if (before.kind === 'list' && after.kind === 'list') {
    compareItems(before, after, label, violations);
  } else if (before.kind === 'map' && after.kind === 'map') {
    const entries = new Map(after.entries.map((entry) => [entry.key, entry]));
    const known = new Set(before.entries.map(({ key }) => key));
    const kinds = new Set(before.entries.map(({ node }) => kindOf(node)));
    const nameOf = (key: string): string => (label === '' ? key : `${label}.${key}`);
    for (const { key, node } of before.entries) {
      const now = entries.get(key);
      compare(node, now?.node, nameOf(key), now?.at ?? after.at, violations);
    }
    for (const { key, node, at } of after.entries) {
      if (known.has(key)) continue;
      if (isOfObjects(key, node)) violations.push({ message: notPlainMessage(nameOf(key)), at });
      else if (known.has('type') && narrows.test(key)) violations.push({ message: narrowedMessage(nameOf(key)), at });
      // As in a program (`compareMembers`): an event beside events is of their kind, a part of one is not. A version may stand beside all of them.
      else if (kinds.size > 0 && !(kinds.has(kindOf(node)) && (kinds.size === 1 || label === '')))
        violations.push({ message: reshapedMessage(nameOf(key), name), at });
    }
  } else violations.push({ message: changedMessage(name), at: after.at });
}

/** What a schema demands of a value: what is sent today need not be so. */
const narrows =
  /^(?:pattern|format|const|enum|not|required|(?:min|max)(?:imum|Length|Items|Properties)|exclusive(?:Min|Max)imum|multipleOf|uniqueItems|additionalProperties)$/;
const isDemand = /(?:^|\.)(?:required|dependentRequired\.[^.]+)$/;

/** Is it a name that every object has, which programs that read it into one may take for their own, or does it hold one? */
function isOfObjects(key: string, node: DataNode): boolean {
  if (key === '__proto__' || key === 'constructor' || key === 'prototype') return true;
  if (node.kind === 'list') return node.items.some((item) => isOfObjects('', item));
  return node.kind === 'map' && node.entries.some((entry) => isOfObjects(entry.key, entry.node));
}

function kindOf(node: DataNode): string {
  return node.kind === 'scalar' ? typeof node.value : node.kind;
}

function compareItems(before: DataList, after: DataList, label: string, violations: PlacedViolation[]): void {
  const byPlace = ![...before.items, ...after.items].every(namesEvent);
  const { changed, lost, added, isMoved } = alignItems(before.items, after.items, nodesEqual, byPlace);
  // Of a schema of JSON: what is sent today need not have it.
  for (const [is] of isDemand.test(label) ? added : [])
    violations.push({ message: requiredMessage(itemLabel(label, idOf(is), after.items.indexOf(is))), at: is.at });
  for (const is of findRepeated(before.items, after.items, idOf))
    violations.push({ message: repeatedMessage(label, String(idOf(is))), at: is.at });
  for (const [was, is, index] of changed) {
    compare(was, is, nameOf(was) ?? `${label}[${index}]`, after.at, violations);
  }
  for (const was of lost) {
    const text = was.kind === 'scalar' ? was.value : nameOf(was);
    const message = lostMessage(itemLabel(label, text, before.items.indexOf(was)));
    violations.push({ message, at: after.at });
  }
  if (isMoved) violations.push({ message: changedMessage(orderLabel(label)), at: after.at });
}

/** What people call an event of a list, who do not know its place: `key: user.id`. */
function nameOf(node: DataNode): string | undefined {
  const said = node.kind === 'map' ? node.entries.filter(({ key }) => names.includes(key)) : [];
  const [first] = said.toSorted((one, other) => names.indexOf(one.key) - names.indexOf(other.key));
  return first?.node.kind === 'scalar' && first.node.text !== '' ? first.node.text : undefined;
}

const names: readonly string[] = ['id', 'key', 'name', 'eventName', 'event_name', 'event'];

function idOf(node: DataNode): string | undefined {
  if (node.kind === 'scalar') return typeof node.value === 'string' ? node.value : undefined;
  if (node.kind !== 'map') return undefined;
  const entries = new Map(node.entries.map((entry) => [entry.key, entry.node]));
  return identityOf((name) => {
    const value = entries.get(name);
    return value?.kind === 'scalar' ? value.text : undefined;
  });
}

/** A text or a map: what stands for one event wherever it is put in a list. The place of a number or a list may say what it is. */
function namesEvent(node: DataNode): boolean {
  return node.kind === 'map' || (node.kind === 'scalar' && typeof node.value === 'string');
}

/** The entries of a map have no order. */
function nodesEqual(one: DataNode, other: DataNode): boolean {
  if (one.kind === 'scalar') return other.kind === 'scalar' && scalarsEqual(one, other);
  if (one.kind === 'list') {
    if (other.kind !== 'list' || one.items.length !== other.items.length) return false;
    return one.items.every((item, index) => nodesEqual(item, other.items[index] as DataNode));
  }
  if (other.kind !== 'map' || one.entries.length !== other.entries.length) return false;
  const entries = new Map(other.entries.map(({ key, node }) => [key, node]));
  return one.entries.every(({ key, node }) => {
    const same = entries.get(key);
    return same !== undefined && nodesEqual(node, same);
  });
}

/** In both readings, and as numbers are written: programs take `100`, `100.0` and `1e2` for different types. */
function scalarsEqual(one: DataScalar, other: DataScalar): boolean {
  const isWrittenSo = typeof one.older !== 'number' || one.text === other.text;
  return one.value === other.value && one.older === other.older && isWrittenSo;
}
