import { lineStarts } from './line-starts.js';

/** Where something stands in a text: line and column from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Maps an offset of `text` (UTF-16 units from 0) to its line and column from 1. Lines end where git's do, at a line feed; a
 * byte order mark takes no column. An offset past the end is the end.
 */
export function indexLines(text: string): (offset: number) => Position {
  const starts = lineStarts(text);
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  return (offset) => {
    const within = Math.min(Math.max(offset, bom), text.length);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (Number(starts[middle]) <= within) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: within - Number(starts[low]) + 1 - (low === 0 ? bom : 0) };
  };
}
