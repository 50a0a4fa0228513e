import { hashOf, isSame, type Alike } from './alike.js';
import type { NameSet } from './index-state.js';
import { createNameFilter } from './name-filter.js';
import type { NameFilter } from './scan-name.js';
import { namesKnownTo } from './trie-names.js';

/** Names of files, or of folders, in folders where the same positions look at them, besides those that do so everywhere. */
export interface AskedNames {
  readonly sets: readonly NameSet[];
  /** No position looks at names here that does not do so everywhere. */
  readonly plain: boolean;
  /** Passes over the names that nothing knows; made when so many were asked for that it pays. */
  filter: NameFilter | undefined;
  asked: number;
  /** Of files alone; made when there is something to remember. */
  classes: Map<string, NameClass> | undefined;
}

/** File names that nothing tells apart. */
export interface NameClass {
  readonly hostile: string | undefined;
  readonly control: string | undefined;
  readonly matching: readonly (readonly number[])[];
}

/** What is asked for where these positions look at names; `filter` passes over what nothing knows anywhere. */
export function askedNames(
  known: Map<number, Alike<AskedNames>>,
  sets: readonly NameSet[],
  filter: NameFilter,
): AskedNames {
  const hash = hashOf(sets);
  const alike = known.get(hash);
  for (let each = alike; each !== undefined; each = each.next) if (isSame(each.value.sets, sets)) return each.value;
  const plain = sets.every(({ nodes }) => nodes.length === 0);
  const names: AskedNames = { sets, plain, filter: plain ? filter : undefined, asked: 0, classes: undefined };
  known.set(hash, { value: names, next: alike });
  return names;
}

/**
 * Makes the filter when about as many names were asked for as it takes in; `wide` passes over what nothing knows anywhere. Gives
 * the memory that this takes.
 */
export function countAsked(asked: AskedNames, wide: NameFilter): number {
  asked.asked += 1;
  if (asked.filter !== undefined || asked.asked < fewNames) return 0;
  let known = 0;
  for (const { nodes } of asked.sets) for (const { literals } of nodes) known += literals?.size ?? 0;
  if (asked.asked < known >>> 2) return 0;
  asked.filter = createNameFilter(
    asked.sets.flatMap(({ nodes }) => namesKnownTo(nodes)),
    wide,
  );
  return asked.filter.marks.length >>> 6;
}

const fewNames = 16;
