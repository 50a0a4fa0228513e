import { append } from '../path-index/append.js';
import type { Reason } from '../policy.js';

/** Each reason once, in order. */
export function uniqueReasons(first: readonly Reason[], rest: readonly (readonly Reason[])[]): readonly Reason[] {
  let more = 0;
  for (const reasons of rest) if (reasons !== first) more += reasons.length;
  if (more === 0 && first.length === 1) return first;
  if (first.length + more > maxCompared) {
    const all = [first, ...rest].flat();
    return [...new Map(all.map((reason) => [`${reason.line} ${reason.file} ${reason.text}`, reason])).values()];
  }
  let found: Reason[] = [];
  for (const reason of first) found = addNew(found, reason);
  for (const reasons of rest) for (const reason of reasons) found = addNew(found, reason);
  return found;
}

/** Up to this many reasons are compared pairwise. */
const maxCompared = 16;

function addNew(found: Reason[], reason: Reason): Reason[] {
  for (const other of found) if (isSame(reason, other)) return found;
  return append(found, reason);
}

function isSame(one: Reason, other: Reason): boolean {
  return one === other || (one.line === other.line && one.text === other.text && one.file === other.file);
}
