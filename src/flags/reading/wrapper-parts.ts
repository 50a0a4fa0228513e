import type { DataNode } from '../../parsers/data-tree.js';
import { isDimension } from '../environment-names.js';
import { findScalar } from '../find-entry.js';
import { isAudience, isSwitchName, nameKeys, plainName } from '../formats/switch-names.js';

/** One side of an entry, or both. */
export interface Sides {
  readonly before: DataNode | undefined;
  readonly after: DataNode | undefined;
}

/** What a wrapper holds, by its name; an item without one has an empty name. */
export interface Part {
  readonly name: string;
  readonly at: DataNode['at'];
  readonly node: DataNode;
}

/** What both sides hold, each with its place; `undefined` where one of them is a flag, or holds nothing that can be told apart. */
export function pairParts(
  before: DataNode,
  after: DataNode,
  way: readonly string[],
): readonly (Sides & { readonly name: string; readonly at: DataNode['at'] | undefined })[] | undefined {
  const [old, now] = [before, after].map((node) => partsOf(node, way));
  if (!old || !now) return undefined;
  const isByPlace = [...old, ...now].some(({ name }) => name === '');
  if (isByPlace) {
    if (old.length !== now.length) return undefined;
    return now.map(({ name, at, node }, index) => ({ name, at, before: old[index]?.node, after: node }));
  }
  const [oldNames, names] = [nodesByName(old), nodesByName(now)];
  return [...new Set([...names.keys(), ...oldNames.keys()])].map((name) => {
    const [one, other] = [oldNames.get(name), names.get(name)];
    return { name, at: other?.at, before: one?.node, after: other?.node };
  });
}

function nodesByName(parts: readonly Part[]): ReadonlyMap<string, Part> {
  return new Map(parts.map((part) => [part.name, part]));
}

/** What a wrapper holds; `undefined` of a value, of what is a flag itself, and of names that are there twice. */
export function partsOf(node: DataNode, way: readonly string[]): readonly Part[] | undefined {
  if (node.kind === 'scalar' || isFlag(node)) return undefined;
  const parts = node.kind === 'list' ? itemsOf(node.items, way) : membersOf(node);
  const names = parts?.flatMap(({ name }) => (name === '' ? [] : [name])) ?? [];
  return new Set(names).size === names.length ? parts : undefined;
}

/** What it says, also by its merge keys, and from where these take it. */
function membersOf({ entries, merges }: Extract<DataNode, { kind: 'map' }>): readonly Part[] {
  const members = entries.map(({ key, at, node }) => ({ name: key, at, node }));
  const [first] = merges;
  if (first === undefined) return members;
  const text = merges.map((merge) => merge.alias ?? '').join();
  return [
    ...members,
    { name: '<<', at: first.at, node: { kind: 'scalar', at: first.at, text, value: text, older: text } },
  ];
}

/** Names where a list of them is called after flags; records by what they are called; else maps by their place. */
function itemsOf(items: readonly DataNode[], way: readonly string[]): readonly Part[] | undefined {
  if (items.length === 0) return [];
  if (items.every((item) => item.kind === 'scalar' && /^[A-Za-z][\w.:-]{2,}$/.test(item.text)))
    return way.some((name) => ofFlags.test(name))
      ? items.map((node) => ({ name: (node as Extract<DataNode, { kind: 'scalar' }>).text, at: node.at, node }))
      : undefined;
  const maps = items.flatMap((item) => (item.kind === 'map' ? [item] : []));
  if (maps.length < items.length) return undefined;
  const named = maps.flatMap((item) => {
    const key = nameKeys.find((each) => findScalar(item, each) !== undefined);
    const name = key === undefined ? undefined : findScalar(item, key);
    if (name === undefined || name.text === '') return [];
    const node = { ...item, entries: item.entries.filter((each) => each.key !== key) };
    return [{ name: name.text, at: name.at, node }];
  });
  return named.length === maps.length ? named : maps.map((node) => ({ name: '', at: node.at, node }));
}

/** Words of a name that is about flags. */
export const ofFlags = /flag|feature|toggle|switch|gate|experiment|flight/i;

/** Does a map say itself whether it is on, for whom, or what it is for? */
export function isFlag(node: DataNode): boolean {
  if (node.kind !== 'map' || node.entries.length === 0) return false;
  return (
    node.entries.every(({ key, node: child }) => child.kind === 'scalar' && isDimension(key)) ||
    node.entries.some(({ key, node: child }) =>
      child.kind === 'scalar'
        ? isSwitchName(key) || plainName(key) === 'description'
        : isAudience(key) || /^varia(?:nt|tion)s$/i.test(key),
    )
  );
}
