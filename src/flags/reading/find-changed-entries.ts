import type { DataNode } from '../../parsers/data-tree.js';
import { isDimension } from '../environment-names.js';
import { sayWithoutDescriptions } from '../say-without-descriptions.js';
import type { ChangedEntry } from '../flag-change.js';
import { readHomeMadeEntry } from '../formats/own/read-home-made-entry.js';
import { isFlagPart } from '../formats/switch-names.js';
import { readEveryWay } from '../plain-data.js';
import { aliasesIn } from './aliases-in.js';
import { isFlag, ofFlags, pairParts, partsOf, type Part, type Sides } from './wrapper-parts.js';

/** May what holds something hold flags: is anything in it on or off, or a name in a list that is called after flags? */
export function mayHoldFlags(name: string, node: DataNode): boolean {
  if (node.kind === 'scalar') return typeof node.older === 'boolean' || truth.test(node.text);
  if (node.kind === 'map') return node.entries.some(({ key, node: child }) => mayHoldFlags(key, child));
  return node.items.some((item) => mayHoldFlags(name, item) || (item.kind === 'scalar' && ofFlags.test(name)));
}

const truth = /^(?:true|false|on|off|enabled|disabled)$/i;

/**
 * What differs in a wrapper of flags (values of Helm, the data of a ConfigMap, settings by environment): the deepest entries with a name. The order of
 * named items is no difference.
 */
export function findChangedEntries(wrapper: string, before: DataNode, after: DataNode): readonly ChangedEntry[] {
  return entriesIn({ before, after }, [wrapper], after.at, namesIn(before));
}

function entriesIn(
  sides: Sides,
  way: readonly string[],
  at: DataNode['at'],
  known: ReadonlySet<string>,
): readonly ChangedEntry[] {
  const { before, after } = sides;
  if (meaningOf(before) === meaningOf(after)) return [];
  const pairs = before && after && before.alias === after.alias ? pairParts(before, after, way) : undefined;
  if (pairs) return pairs.flatMap(({ name, at: place = at, ...both }) => entriesIn(both, [...way, name], place, known));
  const name = nameOf(way);
  return [
    {
      way: way.filter((part) => part !== ''),
      name,
      at,
      happened: name === undefined || name === way.at(-1) ? whatHappened(sides) : 'changed',
      ...(after && isOn(after) && !known.has(way.at(-1) as string) && { isNewAndOn: true }),
      within: waysIn(sides, way),
    },
  ];
}

/** The name of the flag on a way: the last that is no environment's and belongs to nothing that every flag has. */
function nameOf(way: readonly string[]): string | undefined {
  return way.slice(1).findLast((name) => name !== '' && name !== '<<' && !isFlagPart(name) && !isDimension(name));
}

function meaningOf(node: DataNode | undefined): string {
  return node === undefined ? '' : JSON.stringify([readEveryWay(node), aliasesIn(node)]);
}

function whatHappened({ before, after }: Sides): ChangedEntry['happened'] {
  if (before === undefined) return 'new';
  if (after === undefined) return 'gone';
  return isSame(before, after) ? 'described' : 'changed';
}

function isSame(before: DataNode, after: DataNode): boolean {
  const [one, other] = [before, after].map((node) => sayWithoutDescriptions([readEveryWay(node), aliasesIn(node)]));
  return one === other;
}

/** Does it say so in a truth value, and not only in a number or a word that may be anything? */
function isOn(node: DataNode): boolean {
  return node.kind === 'scalar' ? node.value === true : isFlag(node) && readHomeMadeEntry(node).state === 'on';
}

/** The ways to all that differs, also in what comes or goes as a whole and in a list of names. */
function waysIn({ before, after }: Sides, way: readonly string[]): readonly (readonly string[])[] {
  const [old, now] = [before, after].map((node) => (node ? partsOf(node, [...way, 'flags']) : []));
  if (!old || !now) return [way];
  const ways = [...without(old, now), ...without(now, old)].flatMap((part) =>
    waysIn({ before: undefined, after: part.node }, [...way, part.name]),
  );
  return ways.length > 0 ? ways : [way];
}

/** The parts that the others do not have, with the same name and the same in them. */
function without(parts: readonly Part[], others: readonly Part[]): readonly Part[] {
  const known = new Set(others.map(sayPart));
  return parts.filter((part) => !known.has(sayPart(part)));
}

function sayPart({ name, node }: Part): string {
  return JSON.stringify([name, meaningOf(node)]);
}

function namesIn(node: DataNode): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (each: DataNode): void => {
    if (each.kind === 'scalar') names.add(each.text);
    else if (each.kind === 'list') each.items.forEach(visit);
    else
      for (const { key, node: child } of each.entries) {
        names.add(key);
        visit(child);
      }
  };
  visit(node);
  return names;
}
