import { findPlaceholders } from '../../planning/placeholder.js';
import type { PlanGap } from '../../planning/planning-doc.js';
import { splitLines, type EditorRange } from '../../text/editor-text.js';

/** How many lines below a heading its first placeholder may stand. */
const nearby = 30;

/**
 * Where to go on writing a plan: the first placeholder of what is missing first, so that typing takes its place; without one the end of
 * its line. The start of the text where nothing is missing. `text` is as an editor has it.
 */
export function findFirstGap(text: string, gaps: readonly Pick<PlanGap, 'line'>[]): EditorRange {
  const lines = splitLines(text);
  const [first] = gaps.map(({ line }) => Math.min(line, lines.length) - 1).sort((one, other) => one - other);
  if (first === undefined) return { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const rest = lines.slice(first + 1, first + 1 + nearby);
  const isHeading = heading.test(lines[first] as string);
  const next = rest.findIndex((line) => heading.test(line));
  const own = [lines[first] as string, ...(isHeading ? rest.slice(0, next < 0 ? undefined : next) : [])];
  for (const [index, line] of own.entries()) {
    const found = line.startsWith('<!--') ? undefined : findPlaceholders(line)[0];
    if (found === undefined) continue;
    const number = first + index;
    return { start: { line: number, character: found.start }, end: { line: number, character: found.end } };
  }
  const end = { line: first, character: (lines[first] as string).trimEnd().length };
  return { start: end, end };
}

const heading = /^\s{0,3}#{1,6}(?:\s|$)/;
