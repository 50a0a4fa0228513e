import { lineStarts } from '../text/line-starts.js';
import { alignLines } from './compare-lines.js';
import type { TextEdit } from '../text/text-edit.js';

/** A stretch of whole lines that differs: lines from 0, ends not included. Either side may be empty. */
export interface Hunk {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly from: number;
  readonly to: number;
}

/** Where `now` differs from `before`, in order. */
export function diffHunks(before: string, now: string): readonly Hunk[] {
  const { oldLineOf, oldLines } = alignLines(before, now);
  const hunks: Hunk[] = [];
  let [oldFrom, from] = [0, 0];
  const close = (oldTo: number, to: number): void => {
    if (oldFrom < oldTo || from < to) hunks.push({ oldFrom, oldTo, from, to });
  };
  for (const [line, old] of oldLineOf.entries()) {
    if (old === 0) continue;
    close(old - 1, line);
    [oldFrom, from] = [old, line + 1];
  }
  close(oldLines, oldLineOf.length);
  return hunks;
}

/** Does a hunk change one of these lines of the new text, or take out what stood right beside them? */
export function touchesLines({ from, to }: Hunk, first: number, last: number): boolean {
  return from === to ? first <= from && from <= last + 1 : from <= last && first < to;
}

/** The edits of `now` by which these hunks are as they were. */
export function revertHunks(before: string, now: string, hunks: readonly Hunk[]): readonly TextEdit[] {
  const [old, starts] = [startsOf(before), startsOf(now)];
  return hunks.map(({ oldFrom, oldTo, from, to }) => ({
    start: starts[from] as number,
    end: starts[to] as number,
    text: before.slice(old[oldFrom], old[oldTo]),
  }));
}

/** Where each line begins, and where the last one ends. */
function startsOf(text: string): readonly number[] {
  const starts = lineStarts(text);
  return starts.at(-1) === text.length ? starts : [...starts, text.length];
}
