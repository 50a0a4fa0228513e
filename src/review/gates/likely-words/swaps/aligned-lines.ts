import { diffHunks } from '../../../../change/diff-hunks.js';

/** A line that is another, without its end, and all that stands above and below it now. */
export interface AlignedLine {
  readonly was: string;
  readonly now: string;
  readonly above: string;
  readonly below: string;
}

/** The lines that changed, each with the one that stood there; `undefined` where lines came or went, the end of one changed, or there are more than `most`. */
export function alignedLines(before: string, after: string, most: number): readonly AlignedLine[] | undefined {
  const hunks = diffHunks(before, after);
  if (hunks.some(({ oldFrom, oldTo, from, to }) => oldTo - oldFrom !== to - from)) return undefined;
  const changed = hunks.flatMap(({ oldFrom, from, to }) =>
    Array.from({ length: to - from }, (_, index) => [oldFrom + index, from + index] as const),
  );
  if (changed.length === 0 || changed.length > most) return undefined;
  const [old, own] = [before.split('\n'), after.split('\n')];
  const lines = changed.map(([oldAt, at]) => ({
    was: old[oldAt] as string,
    now: own[at] as string,
    above: own.slice(0, at).join('\n') + (at === 0 ? '' : '\n'),
    below: own.slice(at + 1).join('\n'),
  }));
  if (lines.some(({ was, now }) => was.endsWith('\r') !== now.endsWith('\r'))) return undefined;
  return lines.map((line) => ({ ...line, was: line.was.replace(/\r$/, ''), now: line.now.replace(/\r$/, '') }));
}
