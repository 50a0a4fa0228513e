import type { FlagFile } from '../../../flags/flag-change.js';

/** The lines of a flag, from 0, both included, up to where the next thing begins; `undefined` where the file has no such flag. */
export function findFlagLines(file: FlagFile, key: string): EntryLines | undefined {
  const flag = file.flags.find((each) => each.key === key);
  return flag && linesFrom(file, flag.at.line);
}

/** The same for the entry that begins at or above a line (from 0): a flag, or what flags share. */
export function findEntryLines(file: FlagFile, line: number): EntryLines {
  const starts = startsIn(file).filter((start) => start <= line + 1);
  return starts.length === 0 ? { first: line, last: line } : linesFrom(file, Math.max(...starts));
}

export interface EntryLines {
  readonly first: number;
  readonly last: number;
}

function linesFrom(file: FlagFile, start: number): EntryLines {
  const next = startsIn(file).filter((line) => line > start);
  return { first: start - 1, last: next.length === 0 ? Number.MAX_SAFE_INTEGER : Math.min(...next) - 2 };
}

function startsIn({ flags, otherEntries }: FlagFile): readonly number[] {
  return [...flags, ...otherEntries].map(({ at }) => at.line);
}
