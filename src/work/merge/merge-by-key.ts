import type { ChooseSide } from '../conflict-options.js';
import {
  toCanonicalMeaning,
  formatKeyed,
  type KeyedEntry,
  type KeyedMap,
  type KeyedValue,
  type ParseKeyed,
} from './keyed-text.js';

export interface KeyedSides {
  /** What both come from; `undefined` where both added the file. */
  readonly base: string | undefined;
  readonly yours: string;
  readonly theirs: string;
}

/**
 * Merges two versions of a file in keys and values, key by key: what one side alone changed is taken, what both changed is asked for.
 * The text stays yours but for what is merged in. `undefined` where the file cannot be read that way, an answer is missing, or the result
 * would not mean what was chosen.
 */
export async function mergeByKey(
  { base, yours, theirs }: KeyedSides,
  read: ParseKeyed,
  choose: ChooseSide,
): Promise<string | undefined> {
  const [then, mine, other] = [base === undefined ? empty : read(base), read(yours), read(theirs)];
  if (!then || !mine || !other) return undefined;
  const merged = await mergeMaps(then, mine, other, [], choose);
  if (!merged) return undefined;
  const text = formatKeyed(merged);
  const again = read(text);
  return again && toCanonicalMeaning(again) === toCanonicalMeaning(merged) ? text : undefined;
}

const empty: KeyedMap = { kind: 'map', open: '', close: '', between: '', entries: [] };

async function mergeMaps(
  base: KeyedMap,
  yours: KeyedMap,
  theirs: KeyedMap,
  keys: readonly string[],
  choose: ChooseSide,
): Promise<KeyedMap | undefined> {
  const [then, mine, other] = [byKey(base), byKey(yours), byKey(theirs)];
  const kept = new Map<string, KeyedEntry>();
  for (const key of new Set([...mine.keys(), ...other.keys()])) {
    const sides = { base: then.get(key), yours: mine.get(key), theirs: other.get(key) };
    const entry = await mergeEntry(sides, [...keys, key], choose);
    if (entry === 'unanswered') return undefined;
    if (entry) kept.set(key, entry);
  }
  return arranged(yours, theirs, kept);
}

async function mergeEntry(
  { base, yours, theirs }: Readonly<Record<'base' | 'yours' | 'theirs', KeyedEntry | undefined>>,
  keys: readonly string[],
  choose: ChooseSide,
): Promise<KeyedEntry | undefined | 'unanswered'> {
  const [then, mine, other] = [base, yours, theirs].map((side) => toCanonicalMeaning(side?.value));
  if (mine === other || then === other) return yours;
  const taken = theirs && yours ? { ...theirs, lead: yours.lead, tail: yours.tail } : theirs;
  if (then === mine) return taken;
  if (yours && theirs && isMap(yours.value) && isMap(theirs.value)) {
    const from = base && isMap(base.value) ? base.value : empty;
    const value = await mergeMaps(from, yours.value, theirs.value, keys, choose);
    return value ? { ...yours, value } : 'unanswered';
  }
  const side = await choose({ keys, yours: shown(yours), theirs: shown(theirs) });
  return side === undefined ? 'unanswered' : { yours, theirs: taken }[side];
}

/** Your order; a new key follows the key that it follows on the other side. */
function arranged(yours: KeyedMap, theirs: KeyedMap, kept: ReadonlyMap<string, KeyedEntry>): KeyedMap {
  const order = yours.entries.map(({ key }) => key).filter((key) => kept.has(key));
  let before: string | undefined;
  for (const { key } of theirs.entries) {
    if (kept.has(key) && !order.includes(key))
      order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
    if (kept.has(key)) before = key;
  }
  const frame = yours.entries.length > 0 ? yours : { ...theirs, open: yours.open };
  const entries = order.map((key) => kept.get(key) as KeyedEntry);
  return { ...frame, entries: entries.map((entry, number) => ended(entry, frame, number === entries.length - 1)) };
}

/** In lines, only the last one may be without an end. */
function ended(entry: KeyedEntry, { between }: KeyedMap, isLast: boolean): KeyedEntry {
  if (between !== '' || isLast) return entry;
  return formatKeyed(entry.value).endsWith('\n') ? entry : { ...entry, tail: '\n' };
}

function byKey({ entries }: KeyedMap): ReadonlyMap<string, KeyedEntry> {
  return new Map(entries.map((entry) => [entry.key, entry]));
}

function isMap(value: KeyedValue): value is KeyedMap {
  return value.kind === 'map';
}

function shown(entry: KeyedEntry | undefined): string | undefined {
  return entry && formatKeyed(entry.value).trim();
}
