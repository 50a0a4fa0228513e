import { hashOf, isSame, type Alike } from './alike.js';
import type { NameSet } from './index-state.js';
import { createNameFilter, type NameFilter } from './name-filter.js';
import { hasSigns, signsOf, type NameSigns } from './name-signs.js';
import { mayBeKnown } from './scan-name.js';
import { namesKnownTo } from './trie-names.js';

/** Names of files, or of folders, in folders where the same positions look at them, besides those that do so everywhere. */
export interface AskedNames {
  readonly sets: readonly NameSet[];
  /** No position looks at names here that does not do so everywhere. */
  readonly plain: boolean;
  /** What tells most other names from the few that are known here; made when first asked for. */
  signs: NameSigns | undefined;
  /** Passes over the names that are not known here, where these are too many for signs; made when so many were asked for that it pays. */
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

/** What is asked for where these positions look at names. */
export function askedNames(known: Map<number, Alike<AskedNames>>, sets: readonly NameSet[]): AskedNames {
  const hash = hashOf(sets);
  const alike = known.get(hash);
  for (let each = alike; each !== undefined; each = each.next) if (isSame(each.value.sets, sets)) return each.value;
  const plain = sets.every(({ nodes }) => nodes.length === 0);
  const names: AskedNames = { sets, plain, signs: undefined, filter: undefined, asked: 0, classes: undefined };
  known.set(hash, { value: names, next: alike });
  return names;
}

/** Whether a plain name that nothing knows everywhere may be known here: it stands in `text` from `from` to `to`. */
export function mayBeKnownHere(asked: AskedNames, text: string, from: number, to: number): boolean {
  if (asked.plain) return false;
  const signs = (asked.signs ??= signsOf(asked.sets));
  if (signs.tell) return hasSigns(signs, text, from, to);
  return asked.filter === undefined || mayBeKnown(asked.filter, text, from, to);
}

/** Makes the filter when about as many names were asked for as it takes in. Gives the memory that this takes. */
export function countAsked(asked: AskedNames): number {
  asked.asked += 1;
  if (asked.signs?.tell === true || asked.filter !== undefined || asked.asked < fewNames) return 0;
  let known = 0;
  for (const { nodes } of asked.sets) for (const { literals } of nodes) known += literals?.size ?? 0;
  if (asked.asked < known >>> 2) return 0;
  asked.filter = createNameFilter(asked.sets.flatMap(({ nodes }) => namesKnownTo(nodes)));
  return asked.filter.marks.length >>> 6;
}

const fewNames = 16;
