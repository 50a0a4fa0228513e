/** A line of a text, from 1. */
export interface TextLine {
  readonly text: string;
  readonly number: number;
}

/** For more lines, to know all of the other text is faster than to look for each. */
const few = 50;

/** The lines of a text that the other does not have, wherever they stand. */
export function linesOnlyIn(text: string, other: string): readonly TextLine[] {
  if (text === other) return [];
  const { start, end } = findDifference(text, other);
  const first = countLines(text, start);
  const lines = text.slice(start, end).split('\n');
  const known = lines.length > few ? new Set(other.split('\n')) : undefined;
  const around = known === undefined ? `\n${other}\n` : '';
  return lines.flatMap((line, index) =>
    (known === undefined ? around.includes(`\n${line}\n`) : known.has(line))
      ? []
      : [{ text: line, number: first + index }],
  );
}

/** Whole lines outside of which both are alike. */
function findDifference(text: string, other: string): { readonly start: number; readonly end: number } {
  const longest = Math.min(text.length, other.length);
  let same = 0;
  while (same < longest && text.charCodeAt(same) === other.charCodeAt(same)) same++;
  let tail = 0;
  const most = longest - same;
  while (tail < most && text.charCodeAt(text.length - 1 - tail) === other.charCodeAt(other.length - 1 - tail)) tail++;
  const start = text.lastIndexOf('\n', same - 1) + 1;
  const end = text.indexOf('\n', text.length - tail);
  return { start: same === 0 ? 0 : start, end: end < 0 ? text.length : Math.max(end, start) };
}

function countLines(text: string, end: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
