import { diffHunks } from '../../../change/diff-hunks.js';

/** A line that is another, without its end, and all that stands above and below it now. */
export interface AlignedLine {
  readonly was: string;
  readonly now: string;
  readonly above: string;
  readonly below: string;
}

/** The lines that changed, each with the one that stood there; `undefined` where lines came or went, or the end of one changed. */
export function alignedLines(before: string, after: string): readonly AlignedLine[] | undefined {
  const hunks = diffHunks(before, after);
  if (hunks.some(({ oldFrom, oldTo, from, to }) => oldTo - oldFrom !== to - from)) return undefined;
  const [old, own] = [before.split('\n'), after.split('\n')];
  const lines: AlignedLine[] = [];
  for (const { oldFrom, from, to } of hunks)
    for (let at = from; at < to; at += 1) {
      const [was, now] = [old[oldFrom + at - from] as string, own[at] as string];
      if (was.endsWith('\r') !== now.endsWith('\r')) return undefined;
      const above = own.slice(0, at).map((line) => `${line}\n`);
      lines.push({ was: plain(was), now: plain(now), above: above.join(''), below: own.slice(at + 1).join('\n') });
    }
  return lines;
}

function plain(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
