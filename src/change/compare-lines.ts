import type { ChangedFile, LineRange } from './change.js';
import { matchShortestEdit, matchUniqueLines, type StepBudget, type Gap } from './files/match-lines.js';

/** The difference of two texts: the new or changed lines of the new one, and the number of deleted or changed lines of the old one. */
export type LineDifference = Pick<ChangedFile, 'added' | 'removedLines'>;

/** Steps that one comparison may take before the rest counts as new. */
const patience = 2_000_000;

/**
 * Compares by whole lines, their ends included, so that a changed line ending or a lost last one is a changed line. Where the
 * old text is the new one with lines left out, nothing counts as removed. Not always the shortest answer, but a right one: the
 * lines that are not named are the same in both texts, in the same order. Time and memory are bounded; what would take longer is new.
 */
export function compareLines(before: string, after: string): LineDifference {
  const { start, end } = sameAround(before, after);
  const { oldLineOf, oldLines } = alignLines(
    before.slice(start, before.length - end),
    after.slice(start, after.length - end),
  );
  const linesAbove = countLines(after.slice(0, start));
  return {
    added: ranges(oldLineOf, linesAbove),
    removedLines: oldLines - oldLineOf.reduce((sum, each) => sum + (each > 0 ? 1 : 0), 0),
  };
}

/** Lengths of the common prefix and suffix, in whole lines: usually most of a file, which need not be split. */
function sameAround(before: string, after: string): { readonly start: number; readonly end: number } {
  const shorter = Math.min(before.length, after.length);
  const equal = countEqual(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
  const start = before.lastIndexOf('\n', equal - 1) + 1;
  const ending = countEqual(
    shorter - start,
    (from, to) =>
      before.slice(before.length - to, before.length - from) === after.slice(after.length - to, after.length - from),
  );
  const line = before.indexOf('\n', before.length - ending) + 1;
  return { start: equal === 0 ? 0 : start, end: line === 0 ? 0 : before.length - line };
}

/** Number of equal characters from an end, at most `limit`; `holds` compares a stretch beyond those known to be equal. */
function countEqual(limit: number, holds: (from: number, to: number) => boolean): number {
  let [low, high] = [0, limit];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(low, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The same comparison line by line. */
export interface LineAlignment {
  /** For each line of the new text its line in the old one, from 1; 0 if it is new or changed. Increasing where not 0. */
  readonly oldLineOf: Uint32Array;
  readonly oldLines: number;
}

/** Maps lines of the new text to the old one. The same rules and bounds as `compareLines`. */
export function alignLines(before: string, after: string): LineAlignment {
  const ids = new Map<string, number>();
  const old = numbered(before, ids);
  const now = numbered(after, ids);
  const kept = new Uint32Array(now.length);
  const budget = { steps: patience };
  const gaps: Gap[] = [{ oldFrom: 0, oldTo: old.length, from: 0, to: now.length }];
  for (let gap = gaps.pop(); gap; gap = gaps.pop()) gaps.push(...settle(old, now, gap, kept, budget));
  return { oldLineOf: kept, oldLines: old.length };
}

/** Number of lines; a last one without a line break counts. */
export function countLines(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; count += 1) {
    const end = text.indexOf('\n', at);
    at = end < 0 ? text.length : end + 1;
  }
  return count;
}

function numbered(text: string, ids: Map<string, number>): readonly number[] {
  const lines: number[] = [];
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at);
    const next = end < 0 ? text.length : end + 1;
    const line = text.slice(at, next);
    let id = ids.get(line);
    if (id === undefined) ids.set(line, (id = ids.size));
    lines.push(id);
    at = next;
  }
  return lines;
}

/** Marks in `kept` what is certainly equal in this gap, and returns the smaller gaps that are left. */
function settle(
  old: readonly number[],
  now: readonly number[],
  gap: Gap,
  kept: Uint32Array,
  budget: StepBudget,
): readonly Gap[] {
  let { oldFrom, oldTo, from, to } = gap;
  while (oldFrom < oldTo && from < to && old[oldFrom] === now[from]) {
    oldFrom += 1;
    kept[from] = oldFrom;
    from += 1;
  }
  while (oldFrom < oldTo && from < to && old[oldTo - 1] === now[to - 1]) {
    to -= 1;
    kept[to] = oldTo;
    oldTo -= 1;
  }
  if (oldFrom === oldTo || from === to) return [];
  const middle = { oldFrom, oldTo, from, to };
  budget.steps -= oldTo - oldFrom + to - from;
  if (budget.steps < 0) return [];
  if (keepAllOf(old, now, middle, kept)) return [];
  // A single line of the other text would have been kept already.
  if (oldTo - oldFrom === 1 || to - from === 1) return [];
  const anchors = matchUniqueLines(old, now, middle);
  if (anchors.length === 0) {
    for (const match of matchShortestEdit(old, now, middle, budget)) kept[match.now] = match.old + 1;
    return [];
  }
  const gaps: Gap[] = [];
  let lastOld = oldFrom;
  let last = from;
  for (const anchor of anchors) {
    kept[anchor.now] = anchor.old + 1;
    // Anchors are mostly adjacent.
    if (lastOld < anchor.old && last < anchor.now)
      gaps.push({ oldFrom: lastOld, oldTo: anchor.old, from: last, to: anchor.now });
    lastOld = anchor.old + 1;
    last = anchor.now + 1;
  }
  gaps.push({ oldFrom: lastOld, oldTo, from: last, to });
  return gaps;
}

/** Handles pure insertion or pure deletion: one pass checks, another marks. */
function keepAllOf(old: readonly number[], now: readonly number[], gap: Gap, kept: Uint32Array): boolean {
  const adding = gap.oldTo - gap.oldFrom <= gap.to - gap.from;
  const walk = (keep: boolean): boolean => {
    let oldAt = gap.oldFrom;
    let at = gap.from;
    while (oldAt < gap.oldTo && at < gap.to) {
      if (old[oldAt] === now[at]) {
        oldAt += 1;
        if (keep) kept[at] = oldAt;
        at += 1;
      } else if (adding) at += 1;
      else oldAt += 1;
    }
    return adding ? oldAt === gap.oldTo : at === gap.to;
  };
  return walk(false) && walk(true);
}

/** The lines that are not kept, of a text that begins below `linesAbove` others. */
function ranges(kept: Uint32Array, linesAbove: number): readonly LineRange[] {
  const found: LineRange[] = [];
  for (let at = 0; at < kept.length; at += 1) {
    if (kept[at] !== 0) continue;
    const start = at + 1 + linesAbove;
    while (at + 1 < kept.length && kept[at + 1] === 0) at += 1;
    found.push({ start, end: at + 1 + linesAbove });
  }
  return found;
}
